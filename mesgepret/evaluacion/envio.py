"""De la cifra de un periodo a si está para enviarse al SIGPRET y, si no, por qué (R25, R48)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.periodos import fin_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.evaluacion.resultado import Resultado


def reparos(resultado: Resultado) -> tuple[str, ...]:
    """Por qué la cifra de un periodo no está para enviarse; ninguno si lo está.

    Está si la informó quien responde, es definitiva, dice su fuente, su evidencia y su corte, y el corte no es anterior
    al fin del periodo. Que la meta se cumpla, o que no pueda calcularse, no la hace mejor ni peor cifra.
    """
    return tuple(_reparos(resultado))


def _reparos(resultado: Resultado) -> Iterator[str]:
    cifra = resultado.cifra
    if cifra.valor is None:
        yield cifra.motivo or resultado.motivo or "no se informó ninguna cifra"
        return
    cuentan = cifra.cuentan
    responde = resultado.indicador.meta.responde
    if responde is not None and any(a.institucion is not None and a.institucion is not responde for a in cuentan):
        yield f"no la informa {responde.sigla}, que es quien responde de la meta"
    if any(not a.estado for a in cuentan):
        yield "no dice si es preliminar o definitiva"
    elif any(a.estado != "definitivo" for a in cuentan):
        yield "es preliminar"
    if any(not a.tiene("fuente") for a in cuentan):
        yield "no dice su fuente"
    if any(not a.tiene("evidencia") for a in cuentan):
        yield "no trae evidencia"
    if any(not a.tiene("fecha_corte") for a in cuentan):
        yield "no dice su fecha de corte"
    cortes = [a.fecha_corte for a in cuentan if a.fecha_corte is not None]
    if cortes and max(cortes) < fin_de(resultado.periodo):
        yield f"su corte, {max(cortes)}, es anterior al fin del periodo"
