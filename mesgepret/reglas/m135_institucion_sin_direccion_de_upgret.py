"""De los técnicos de una institución a si entre ellos va la dirección de su UPGRET."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M135")
def institucion_sin_direccion_de_upgret(expediente: Expediente) -> Iterator[Hallado]:
    """Titulares técnicos de una institución de la mesa, y ningún acreditado técnico que dirija su UPGRET (R74).

    Se mira hoy; si ya no tiene titulares, o ya no existe, el último día en que los tuvo existiendo.
    """
    for mesa in expediente.mesas.values():
        for institucion, suyas in mesa.tecnicos.items():
            fin = institucion.vigencia.hasta if institucion.vigencia else None
            hoy = min(fin or expediente.hoy, expediente.hoy)
            titulares = [a for a in suyas if a.es_titular and a.desde and a.desde <= hoy and not a.calla("calidad")]
            dia = max((min(a.hasta or hoy, hoy) for a in titulares), default=None)
            if dia is None or institucion not in mesa.sector.instituciones or not expediente.juzga(dia):
                continue
            if not any(a.vigente(dia) and (a.papel == "direccion_upgret" or a.reserva("papel")) for a in suyas):
                nombres = {a.id: f"«{a.nombre}»" for a in titulares if a.vigente(dia)}
                yield (
                    next(a for a in titulares if a.vigente(dia)).en("papel"),
                    (
                        f"entre los titulares técnicos de «{institucion.sigla}» el {dia} "
                        f"({', '.join(nombres.values())}) no va el Director o la Directora de su UPGRET"
                    ),
                    institucion.id,
                )
