"""De un cambio a la frase que lo dice: un plazo que se mueve, un acuerdo que se cumple, una meta que es otra."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from mesgepret.evaluacion import publicado, situacion
from mesgepret.historia.diferencias import AUSENTE
from mesgepret.historia.falta import dicho
from mesgepret.imprenta import lengua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from mesgepret.evaluacion import ResultadoDeMeta
    from mesgepret.evaluacion.esperado import Esperado
    from mesgepret.expediente import Acuerdo, Entrada, Resolucion
    from mesgepret.historia import Cambiado
    from mesgepret.historia.cambios import Informado, Meneo, Movido
    from mesgepret.historia.diferencias import Diferencia

_A_LA_VISTA = 5
"""Cuántos cambios de un documento, o entradas de un acuerdo, se dicen; los demás, contados."""

_RESUELVE = {"aprobado": "aprueba", "rechazado": "rechaza", "devuelto": "devuelve"}

_CLASES = {
    "mesgepret": "el repositorio", "feriados": "el calendario", "ejes": "los ejes", "sectores": "los sectores",
    "instituciones": "las instituciones", "catalogos": "los catálogos", "semaforos": "los semáforos", "metas": "metas",
    "avances": "cifras informadas", "mesa": "la mesa", "miembros": "miembros", "plan": "plan de trabajo",
    "convocatoria": "convocatoria", "acta": "ayuda memoria", "seguimiento": "seguimiento entre sesiones",
    "diagnostico": "diagnóstico", "limitantes": "limitantes", "propuesta": "propuesta", "poa": "POA",
    "informe": "informe", "contactos": "contactos",
}  # fmt: skip


def plazo(movido: Movido) -> str:
    """«plazo: del 15 de marzo al 15 de mayo de 2024, 61 días más; segunda reprogramación»."""
    viejo, nuevo, dias = movido.antes.plazo, movido.despues.plazo, movido.dias
    if nuevo is None:
        return f"sin plazo; era el {lengua.decir(viejo)}"
    if viejo is None or dias is None:
        return f"plazo: {lengua.decir(nuevo)}; antes no tenía"
    cuanto = f"{lengua.contar(abs(dias), 'día')} {'más' if dias > 0 else 'menos'}"
    frase = f"plazo: {lengua.de_un_dia_a_otro(viejo, nuevo)}, {cuanto}"
    veces = len(movido.despues.reprogramaciones)
    if veces > len(movido.antes.reprogramaciones):
        frase += f"; {lengua.ordinal(veces)} reprogramación"
    return frase


def novedad(movido: Movido) -> str:
    """Todo lo que le pasó a un acuerdo, lo que más importa primero."""
    return "; ".join(_novedades(movido))


def _novedades(movido: Movido) -> Iterator[str]:
    antes, despues = movido.antes.estado, movido.despues.estado
    yield from (_resuelto(resolucion) for resolucion in movido.resoluciones)
    if antes != despues:
        yield "cumplido" if movido.cumplido else f"pasa de {lengua.palabra(antes)} a {lengua.palabra(despues)}"
    if movido.reprogramado:
        yield plazo(movido)
    yield from (_entrada(entrada) for entrada in movido.entradas[:_A_LA_VISTA])
    yield from _y_mas(len(movido.entradas), "entrada más", "entradas más")


def _resuelto(resolucion: Resolucion) -> str:
    quien = "el nivel político" if resolucion.politica else "la mesa"
    que = _RESUELVE.get(resolucion.resolucion, "resuelve sobre")
    return f"{quien} lo {que} en {resolucion.acuerdo.id}{_provisional(resolucion.provisional)}"


def _entrada(entrada: Entrada) -> str:
    """Una línea de seguimiento: cuándo, cómo va y lo que se dice de ello."""
    avance = f", {lengua.cifra(entrada.avance)} %" if entrada.avance is not None else ""
    porque = " ".join(texto for texto in (entrada.motivo, entrada.comentario) if texto).removesuffix(".")
    dice = f": {lengua.en_una_linea(porque, 160)}" if porque else ""
    estado = lengua.palabra(entrada.estado)
    return f"seguimiento del {lengua.decir(entrada.fecha)}{_provisional(entrada.provisional)}, {estado}{avance}{dice}"


def _provisional(es: bool) -> str:
    return " (en borrador)" if es else ""


def del_acuerdo(acuerdo: Acuerdo, hoy: date) -> str:
    """Su texto, y si está en un borrador, ya no está pendiente o rectifica a otro."""
    estado = situacion(acuerdo, hoy).estado
    notas = [
        "en borrador" if not acuerdo.acta.definitiva else "",
        "" if estado == "pendiente" else lengua.palabra(estado),
        f"rectifica {acuerdo.rectifica.id}" if acuerdo.rectifica is not None else "",
    ]
    dichas = "; ".join(nota for nota in notas if nota)
    return acuerdo.texto + (f" ({dichas})" if dichas else "")


def lo_esperado(valor: Esperado) -> str:
    """Una meta: su cifra, su rango, o por qué no hay."""
    if valor.valor is not None:
        return lengua.cifra(valor.valor)
    if valor.hay:
        return " a ".join(lengua.cifra(v) for v in (valor.minimo, valor.maximo) if v is not None)
    return "no programada" if valor.no_programado else "—"


def por_ciento(meneo: Meneo) -> str:
    """El cambio de una meta en porcentaje de lo que era: «5.9 % más»."""
    cambio = meneo.por_ciento
    return "—" if cambio is None else f"{publicado(abs(cambio))} % {'más' if cambio > 0 else 'menos'}"


def informado(uno: Informado) -> str:
    """Una cifra que llega, o por qué no la hay; si corrige a otra, a cuál y por qué."""
    avance = uno.avance
    que = lengua.cifra(avance.valor) if avance.valor is not None else f"sin dato: {avance.sin_dato}"
    if not avance.corrige:
        return que
    era = lengua.cifra(uno.corregida.valor) if uno.corregida and uno.corregida.valor is not None else "la anterior"
    return f"{que}, que corrige {era}: {avance.corrige}"


def luz(resultado: ResultadoDeMeta) -> str:
    """La luz de una meta con su porcentaje, o su gris."""
    if resultado.luz is None or resultado.cumplimiento is None:
        return lengua.palabra(resultado.estado)
    return f"{resultado.luz.tramo.nombre} ({resultado.luz.color}), {publicado(resultado.cumplimiento)} %"


def del_documento(cambiado: Cambiado) -> str:
    """Lo que le pasó a un documento, y lo que dice otra cosa."""
    clase = _CLASES.get(cambiado.hoja.clase, cambiado.hoja.clase)
    hechos: list[str] = []
    match cambiado.que:
        case "nuevo":
            hechos.append(f"nuevo: {clase}{_como_esta(cambiado)}")
        case "borrado":
            hechos.append(f"borrado: {clase}")
        case "movido":
            hechos.append(f"antes era {cambiado.vieja.archivo}" if cambiado.vieja else "")
        case "ilegible":
            hechos.append("ya no se puede leer")
        case "legible":
            hechos.append("antes no se podía leer")
    if cambiado.que == "cambiado" and cambiado.quedo_definitiva:
        hechos.append("quedó definitiva")
    dichas = [d for d in cambiado.diferencias if not (cambiado.quedo_definitiva and d.ruta == ("estado",))]
    return "; ".join(chain(hechos, _cambios(cambiado, dichas)))


def _como_esta(cambiado: Cambiado) -> str:
    if cambiado.hoja.clase != "acta":
        return ""
    return ", definitiva" if cambiado.hoja.definitiva else ", en borrador"


def de_redaccion(cambiado: Cambiado) -> str:
    """Lo que dice lo mismo de otra manera."""
    return "; ".join(_cambios(cambiado, cambiado.redaccion)) or "comentarios, orden, comillas o espacios"


def _cambios(cambiado: Cambiado, diferencias: Sequence[Diferencia]) -> Iterator[str]:
    yield from (f"{campo(cambiado, d)}: {_diferencia(d)}" for d in diferencias[:_A_LA_VISTA])
    yield from _y_mas(len(diferencias), "cambio más", "cambios más")


def _diferencia(d: Diferencia) -> str:
    if d.antes is AUSENTE:
        return f"se añade {dicho(d.despues)}"
    if d.despues is AUSENTE:
        return f"se quita {dicho(d.antes)}"
    return f"de {dicho(d.antes)} a {dicho(d.despues)}"


def campo(cambiado: Cambiado, d: Diferencia) -> str:
    """El campo con puntos, como en una fe de erratas: «acuerdos.A1.plazo», «metas.M1.indicadores.I1.nombre»."""
    hoja, ruta = (cambiado.vieja, d.ruta_antes) if d.despues is AUSENTE else (cambiado.nueva, d.ruta)
    return ".".join(camino(hoja.datos if hoja else None, ruta)) or "el documento"


def camino(dato: Any, ruta: Iterable[str | int]) -> list[str]:
    """Los pasos hasta un valor; a un elemento de una lista se le llama por su id, su año o su periodo."""
    pasos: list[str] = []
    for paso in ruta:
        dato = dato[paso] if dato is not None else None
        se_llama = isinstance(paso, int) and isinstance(dato, dict)
        pasos.append(str(next((dato[c] for c in ("id", "anio", "periodo") if c in dato), paso) if se_llama else paso))
    return pasos


def _y_mas(cuantos: int, uno: str, varios: str) -> Iterator[str]:
    if cuantos > _A_LA_VISTA:
        yield f"y {lengua.contar(cuantos - _A_LA_VISTA, uno, varios)}"
