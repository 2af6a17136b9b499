"""De las ayudas memoria de dos revisiones a lo que no podía pasarles: cambiar, borrarse, moverse o reabrirse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.historia.canonica import CRECEN
from mesgepret.historia.diferencias import AUSENTE, diferencias, perdidos
from mesgepret.historia.falta import RESERVADO, Falta, dicho, en_palabras

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.historia.epoca import Epoca, Hoja

_TANTAS = 5
"""Cuántos cambios de un documento se dicen por separado; los demás, contados."""


def de_las_actas(cambiadas: Epoca, antes: Epoca, despues: Epoca) -> Iterator[Falta]:
    """Cada ayuda memoria definitiva de antes: si sigue donde estaba, y entera (H101–H105)."""
    suyas = [hoja for hoja in cambiadas.de_clase("acta") if hoja.definitiva]
    nacidas = [hoja for hoja in despues.de_clase("acta") if hoja.archivo not in antes.hojas] if suyas else []
    por_sello = {hoja.sello: hoja for hoja in nacidas}
    for vieja in suyas:
        nueva = despues.hojas.get(vieja.archivo)
        if nueva is not None:
            yield from de_un_acta(vieja, nueva)
        elif (movida := por_sello.get(vieja.sello) or _misma_salvo_mayusculas(vieja, despues)) is not None:
            mensaje = f"la ayuda memoria definitiva «{vieja.archivo}» pasó a «{movida.archivo}»"
            yield Falta("H103", movida.en(), mensaje, vieja.archivo, (vieja.en(),))
        else:
            mensaje = f"se borró una ayuda memoria definitiva, «{vieja.archivo}»"
            yield Falta("H102", vieja.en(), mensaje, vieja.archivo)


def _misma_salvo_mayusculas(vieja: Hoja, despues: Epoca) -> Hoja | None:
    buscada = vieja.archivo.casefold()
    return next((hoja for hoja in despues.hojas.values() if hoja.archivo.casefold() == buscada), None)


def de_un_acta(vieja: Hoja, nueva: Hoja) -> Iterator[Falta]:
    """Lo que no podía pasarle a una ayuda memoria definitiva: cambiar, reabrirse, o perder lo que solo crece."""
    if nueva.datos is None:
        yield Falta("H101", nueva.en(), "la ayuda memoria definitiva ya no se puede leer", vieja.archivo, (vieja.en(),))
        return
    if not nueva.definitiva:
        mensaje = f"la ayuda memoria era definitiva y ahora dice {dicho(_clave(nueva, 'estado'))}"
        yield Falta("H104", nueva.en("estado"), mensaje, vieja.archivo, (vieja.en("estado"),))
    cambios = [
        d
        for d in diferencias(_fijo(vieja), _fijo(nueva))
        if d.ruta[:1] != ("estado",) and not _reservado_con_nota(vieja, nueva, d.ruta, d.despues)
    ]
    for d in cambios[:_TANTAS]:
        yield Falta(
            "H101", nueva.en(*d.ruta), f"{en_palabras(d.antes, d.despues)} en una ayuda memoria definitiva",
            vieja.archivo, (vieja.en(*d.ruta_antes),),
        )  # fmt: skip
    if len(cambios) > _TANTAS:
        mensaje = f"y {len(cambios) - _TANTAS} cambios más en la misma ayuda memoria definitiva"
        yield Falta("H101", nueva.en(), mensaje, vieja.archivo, (vieja.en(),))
    for clave in CRECEN:
        for i in perdidos(vieja.lista(clave), nueva.lista(clave)):
            mensaje = f"«{clave}» perdió o cambió algo que ya constaba en una ayuda memoria definitiva"
            yield Falta("H105", nueva.en(clave), mensaje, vieja.archivo, (vieja.en(clave, i),))


def _fijo(hoja: Hoja) -> Any:
    datos = hoja.datos
    return {c: v for c, v in datos.items() if c not in CRECEN} if isinstance(datos, dict) else datos


def _clave(hoja: Hoja, clave: str) -> Any:
    return hoja.datos.get(clave, AUSENTE) if isinstance(hoja.datos, dict) else AUSENTE


def _reservado_con_nota(vieja: Hoja, nueva: Hoja, ruta: tuple[str | int, ...], valor: Any) -> bool:
    """Si un valor se reservó por ley y una reserva nueva lo nombra."""
    if valor != RESERVADO:
        return False
    ya = len(vieja.lista("reservas"))
    nuevas = nueva.lista("reservas")[ya:] if ya <= len(nueva.lista("reservas")) else []
    return any(isinstance(una, dict) and _nombra(nueva.datos, str(una.get("campo", "")), ruta) for una in nuevas)


def _nombra(datos: Any, campo: str, ruta: tuple[str | int, ...]) -> bool:
    """Si un campo escrito con puntos («participantes.12.nombre») es el de esa ruta."""
    pasos = campo.split(".")
    if len(pasos) != len(ruta):
        return False
    elemento = datos
    for paso, real in zip(pasos, ruta, strict=True):
        elemento = elemento[real]
        suyos = {str(real)}
        if isinstance(elemento, dict) and isinstance(real, int):
            suyos |= {str(elemento[c]) for c in ("id", "anio", "periodo") if c in elemento}
        if paso not in suyos:
            return False
    return True
