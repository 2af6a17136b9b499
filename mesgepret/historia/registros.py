"""De las cifras y las acreditaciones de dos revisiones a lo que se reescribió o se borró, que solo se añade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.historia.diferencias import perdidos
from mesgepret.historia.falta import Falta, es_otra_cosa, mapas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.historia.epoca import Epoca, Hoja


def de_las_cifras(cambiadas: Epoca, despues: Epoca) -> Iterator[Falta]:
    """Cada cifra informada antes: si sigue como se informó (H108)."""
    for vieja in cambiadas.de_clase("avances"):
        nueva = despues.hojas.get(vieja.archivo)
        for i in perdidos(vieja.lista("avances"), nueva.lista("avances") if nueva else []):
            avance = vieja.lista("avances")[i]
            indicador = str(avance.get("indicador")) if isinstance(avance, dict) else ""
            mensaje = f"una cifra informada de «{indicador}» se cambió o se borró, y no se corrige así"
            lugar = _donde_esta(nueva, indicador) if nueva else vieja.en()
            yield Falta("H108", lugar, mensaje, indicador, (vieja.en("avances", i),))


def _donde_esta(hoja: Hoja, indicador: str) -> Ubicacion:
    suyas = [i for i, uno in mapas(hoja.lista("avances")) if str(uno.get("indicador")) == indicador]
    return hoja.en("avances", suyas[0]) if suyas else hoja.en()


def de_los_miembros(cambiadas: Epoca, antes: Epoca, despues: Epoca) -> Iterator[Falta]:
    """Cada acreditación de antes: si sigue, y si su id es de la misma persona (H109, H110)."""
    mesas = {hoja.huecos["sector"] for hoja in cambiadas.de_clase("miembros")}
    quedan: dict[tuple[str, str], int] = {}
    for hoja in (h for h in despues.de_clase("miembros") if h.huecos["sector"] in mesas):
        for _, uno in mapas(hoja.lista("acreditaciones")):
            quien = (hoja.huecos.get("sector", ""), str(uno.get("id")))
            quedan[quien] = quedan.get(quien, 0) + 1
    for vieja in (h for h in antes.de_clase("miembros") if h.huecos["sector"] in mesas):
        nueva = despues.hojas.get(vieja.archivo)
        for i, uno in mapas(vieja.lista("acreditaciones")):
            quien = (vieja.huecos.get("sector", ""), str(uno.get("id")))
            quedan[quien] = quedan.get(quien, 0) - 1
            if quedan[quien] < 0:
                mensaje = f"se borró una acreditación de «{quien[1]}»: a quien sale se le pone «hasta»"
                lugar = nueva.en("acreditaciones") if nueva else vieja.en("acreditaciones", i)
                yield Falta("H109", lugar, mensaje, quien[1], (vieja.en("acreditaciones", i),))
            elif nueva is not None:
                yield from _de_una_persona(vieja, i, uno, nueva)


def _de_una_persona(vieja: Hoja, i: int, antes: Any, nueva: Hoja) -> Iterator[Falta]:
    """El mismo id con un nombre que no comparte ninguna palabra es de otra persona."""
    for j, uno in mapas(nueva.lista("acreditaciones")):
        if uno.get("id") == antes.get("id") and es_otra_cosa(antes, uno, "nombre", palabras=1):
            mensaje = f"el id «{uno.get('id')}» era de «{antes.get('nombre')}» y ahora es de «{uno.get('nombre')}»"
            lugar = vieja.en("acreditaciones", i, "id")
            yield Falta("H110", nueva.en("acreditaciones", j, "id"), mensaje, str(uno.get("id")), (lugar,))
            return
