"""De las metas de dos revisiones a lo que no podía pasarles: una cifra cerrada, o la primera, cambiada sin acuerdo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import Ubicacion
from mesgepret.historia.diferencias import perdidos
from mesgepret.historia.falta import RESERVADO, Falta, es_otra_cosa, lista_de, mapas, por_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.historia.epoca import Epoca, Hoja


_DE_LA_META = ("valor", "minimo", "maximo", "no_programado")


def de_las_metas(cambiadas: Epoca, antes: Epoca, despues: Epoca) -> Iterator[Falta]:
    """Cada meta de antes: sus cifras cerradas, las primeras, sus reajustes y su id (H106, H107, H110)."""
    suyas = list(cambiadas.de_clase("metas"))
    acordado = _lo_resuelto(despues, antes) if suyas else set()
    siglas = {
        str(uno.get("id")): str(uno.get("sigla"))
        for hoja in (antes.de_clase("sectores") if suyas else ())
        for _, uno in mapas(hoja.lista("sectores"))
    }
    for vieja in suyas:
        nueva = despues.hojas.get(vieja.archivo)
        metas = por_id(nueva.lista("metas")) if nueva else {}
        for i, meta in enumerate(vieja.lista("metas")):
            if isinstance(meta, dict):
                j, otra = metas.get(str(meta.get("id")), (None, None))
                id = f"{_duenio(vieja, siglas)}-{meta.get('id')}"
                yield from _de_una_meta(id, vieja, (i, meta), nueva, (j, otra), acordado)


def _de_una_meta(
    prefijo: str,
    vieja: Hoja,
    suya: tuple[int, Any],
    nueva: Hoja | None,
    otra: tuple[int | None, Any],
    acordado: set[str],
) -> Iterator[Falta]:
    i, meta = suya
    j, ahora = otra
    hay = por_id(ahora.get("indicadores", [])) if isinstance(ahora, dict) else {}
    if isinstance(ahora, dict) and es_otra_cosa(meta, ahora, "resultado") and nueva is not None and j is not None:
        mensaje = f"el id «{prefijo}» era de «{meta.get('resultado')}» y ahora es de «{ahora.get('resultado')}»"
        yield Falta("H110", nueva.en("metas", j, "id"), mensaje, prefijo, (vieja.en("metas", i, "id"),))
        return
    for k, indicador in enumerate(meta.get("indicadores", [])):
        if not isinstance(indicador, dict) or "id" not in indicador:
            continue
        id = f"{prefijo}-{indicador['id']}"
        libre = bool({prefijo, id} & acordado)
        m, despues = hay.get(str(indicador["id"])) or (None, {})
        if m is not None and j is not None and nueva is not None and es_otra_cosa(indicador, despues, "nombre"):
            mensaje = f"el id «{id}» era de «{indicador.get('nombre')}» y ahora es de «{despues.get('nombre')}»"
            lugar = nueva.en("metas", j, "indicadores", m, "id")
            yield Falta("H110", lugar, mensaje, id, (vieja.en("metas", i, "indicadores", k, "id"),))
            continue
        donde = (vieja, ("metas", i, "indicadores", k))
        alli = None
        if nueva is not None and j is not None and m is not None:
            alli = (nueva, ("metas", j, "indicadores", m))
        yield from _de_un_indicador(id, indicador, despues, donde, alli, libre=libre)


def _de_un_indicador(
    id: str, antes: Any, despues: Any, donde: tuple[Hoja, Any], alli: tuple[Hoja, Any] | None, *, libre: bool
) -> Iterator[Falta]:
    for lista, clave in (("metas_anuales", "anio"), ("programacion", "periodo")):
        hoy = {str(uno.get(clave)): (n, uno) for n, uno in mapas(despues.get(lista, []))}
        for n, uno in mapas(antes.get(lista, [])):
            periodo = str(uno.get(clave))
            m, ahora = hoy.get(periodo, (None, {}))
            eran, son = ([x.get(c) for c in _DE_LA_META] for x in (uno, ahora))
            aprobada = ahora.get("aprobada_en") is not None and ahora.get("aprobada_en") != uno.get("aprobada_en")
            if eran == son or libre or aprobada or RESERVADO in son:
                continue
            cerrada = uno.get("cerrada") is True
            que = "la meta cerrada" if cerrada else "la primera cifra"
            es = "ya no está" if m is None else f"ahora es {_cifras(ahora)}"
            mensaje = f"{que} de {periodo} de «{id}» era {_cifras(uno)} y {es}, sin acuerdo"
            hoja, ruta = donde
            lugar = alli[0].en(*alli[1], lista, *([m] if m is not None else [])) if alli else Ubicacion(hoja.archivo)
            yield Falta("H106" if cerrada else "H107", lugar, mensaje, id, (hoja.en(*ruta, lista, n),))
    for n in perdidos(lista_de(antes.get("reajustes")), lista_de(despues.get("reajustes"))):
        hoja, ruta = donde
        lugar = alli[0].en(*alli[1], "reajustes") if alli else Ubicacion(hoja.archivo)
        mensaje = f"un reajuste de «{id}» cambió o desapareció: los reajustes solo se añaden"
        yield Falta("H107", lugar, mensaje, id, (hoja.en(*ruta, "reajustes", n),))


def _lo_resuelto(despues: Epoca, antes: Epoca) -> set[str]:
    """Las metas y los indicadores que un acuerdo, que antes no era definitivo, aprobó cambiar.

    Por sí, o por una propuesta que los toca. Solo se leen las ayudas memoria que cambiaron.
    """
    resuelto: set[str] = set()
    for hoja in (h for h in despues.sin_lo_igual(antes).de_clase("acta") if h.definitiva):
        vieja = antes.hojas.get(hoja.archivo)
        ya = _aprobado_en(vieja) if vieja is not None and vieja.definitiva else set()
        for sobre in _aprobado_en(hoja) - ya:
            _, es_propuesta, nombre = sobre.partition("-PR-")
            resuelto |= {sobre, *(_tocado_por(despues, hoja.huecos.get("sector"), nombre) if es_propuesta else ())}
    return resuelto


def _aprobado_en(acta: Hoja) -> set[str]:
    return {
        str(resolucion.get("sobre"))
        for _, acuerdo in mapas(acta.lista("acuerdos"))
        for _, resolucion in mapas(acuerdo.get("resuelve", []))
        if resolucion.get("resolucion") == "aprobado"
    }


def _tocado_por(epoca: Epoca, sector: str | None, propuesta: str) -> Iterator[str]:
    for hoja in epoca.de_clase("propuesta"):
        if hoja.huecos.get("sector") == sector and hoja.huecos.get("id", "").upper() == propuesta:
            yield from (str(cambio.get("sobre")) for _, cambio in mapas(hoja.lista("cambios")))


def _duenio(hoja: Hoja, siglas: Mapping[str, str]) -> str:
    """Cómo empiezan los ids de un archivo de metas."""
    sector = hoja.huecos.get("sector", "")
    return (siglas.get(sector, sector) or hoja.huecos.get("institucion") or "pres").upper()


def _cifras(uno: Any) -> str:
    if uno.get("no_programado"):
        return "no programada"
    if "valor" in uno:
        return str(uno["valor"])
    return f"de {uno.get('minimo')} a {uno.get('maximo')}"
