"""De la historia de Git a lo que una página cuenta de ella: qué día, qué pasó y en qué confirmación.

Lo que un texto decía antes no se repite: pudo quitarse por buenas razones. De lo que no es texto (una cifra, una fecha,
un estado) se dice lo que era y lo que es, salvo en lo que tuvo algo reservado por ley o estaba en un borrador.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.expediente import Acta, Acuerdo, Meta, Plan
from mesgepret.historia import Parte
from mesgepret.historia.diferencias import AUSENTE
from mesgepret.imprenta import lengua
from mesgepret.imprenta.cambios.frases import camino

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.historia import Cronica, Suceso
    from mesgepret.historia.diferencias import Diferencia
    from mesgepret.imprenta.consultas import Consultas

_A_LA_VISTA = 6
"""Cuántos cambios de una confirmación se dicen; los demás, contados: son muchos en la que crea el repositorio."""
_LLANO = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-[STCB]\d)?|[a-z_]+")
"""Lo que se escribe de una sola manera y no es prosa: un día, un periodo, o una palabra de una lista."""


class Renglon(NamedTuple):
    """Una confirmación, para quien lee la página; `codigos`: los de lo que no se podía hacer y se hizo."""

    dia: date
    que: str
    commit: str
    codigos: tuple[str, ...] = ()


class Historial:
    """Lo que las páginas cuentan de la historia; sin crónica, que no la hay."""

    def __init__(self, cronica: Cronica | None, consultas: Consultas) -> None:
        self._cronica = cronica
        self._consultas = consultas

    @property
    def hay(self) -> bool:
        """Si se pudo leer."""
        return self._cronica is not None

    @property
    def revision(self) -> str:
        """La confirmación de la que sale el sitio; vacía si no se sabe."""
        return self._cronica.commit if self._cronica else ""

    @property
    def sin_confirmar(self) -> bool:
        """Si además sale de algo que en ella no está."""
        return self._cronica is not None and self._cronica.sin_confirmar

    def de(self, pieza: Any) -> list[Renglon]:
        """Los de una ayuda memoria, un acuerdo, un plan o una meta, de lo primero a lo último."""
        if self._cronica is None:
            return []
        sucesos = [s for archivo, parte in self._donde(pieza) for s in self._cronica.sucesos(archivo, parte)]
        sucesos.sort(key=lambda s: s.numero)
        return [_renglon(list(suyos)) for _, suyos in groupby(sucesos, key=lambda s: s.numero)]

    def _donde(self, pieza: Any) -> Iterator[tuple[str, Parte | None]]:
        """En qué documentos, y en qué parte de cada uno, se dice algo de ella."""
        propio = pieza.doc.archivo
        match pieza:
            case Acta() | Plan():
                yield propio, None
            case Acuerdo():
                yield propio, Parte("acuerdos", "id", str(pieza.datos["id"]))
                for archivo in _archivos(self._consultas.situacion(pieza).entradas):
                    yield archivo, Parte("seguimiento", "sobre", pieza.id)
            case Meta():
                yield propio, Parte("metas", "id", str(pieza.datos["id"]))
                for indicador in pieza.propios:
                    for archivo in _archivos(indicador.avances):
                        yield archivo, Parte("avances", "indicador", indicador.id)


def _renglon(sucesos: list[Suceso]) -> Renglon:
    """Lo que pasó en un paso."""
    paso = sucesos[0].paso
    que = "; ".join(_los_primeros([_frase(s) for s in sucesos], "cosa más", "cosas más"))
    codigos = dict.fromkeys(f.codigo for s in sucesos for f in s.faltas)
    return Renglon(date.fromisoformat(paso.fecha[:10]), que, paso.commit, tuple(codigos))


def _los_primeros(dichos: list[str], uno: str, varios: str) -> list[str]:
    sobran = len(dichos) - _A_LA_VISTA
    return [*dichos[:_A_LA_VISTA], f"y {lengua.contar(sobran, uno, varios)}"] if sobran > 0 else dichos


def _frase(suceso: Suceso) -> str:
    """Lo que pasó, en palabras."""
    match suceso.clase:
        case "nacio":
            return "; ".join(_al_nacer(suceso))
        case "borrado":
            return _BORRADO.get(suceso.parte.lista if suceso.parte else "", "Se borró el documento")
        case "movido":
            return f"Se pasó aquí desde {suceso.antes}"
    if suceso.quedo_definitiva and suceso.parte is None:
        return "Quedó definitiva"
    if suceso.en_borrador:
        return "Se cambió el borrador"
    if suceso.es is None:
        return "Ya no se puede leer"
    dichos = list(dict.fromkeys(_cambio(suceso, d) for d in suceso.cambios))
    return lengua.con_mayuscula("; ".join(_los_primeros(dichos, "cambio más", "cambios más")))


_BORRADO = {
    "acuerdos": "Dejó de constar en una ayuda memoria definitiva",
    "seguimiento": "Se quitó un seguimiento",
    "metas": "Se quitó de la matriz",
    "avances": "Se quitó una cifra",
}


def _al_nacer(suceso: Suceso) -> Iterator[str]:
    lista = suceso.parte.lista if suceso.parte else ""
    if lista in ("seguimiento", "avances"):
        yield from (_entrada(suceso, una) for una in suceso.es)
    elif lista == "acuerdos":
        yield "Consta en la ayuda memoria definitiva"
    elif lista == "metas":
        yield "Se escribió en la matriz"
    else:
        yield "Se escribió" + (", ya definitiva" if suceso.quedo_definitiva else ", en borrador" * suceso.en_borrador)


def _entrada(suceso: Suceso, una: Any) -> str:
    """Un seguimiento o una cifra que llegan."""
    if suceso.parte is not None and suceso.parte.lista == "seguimiento":
        return f"{_cual(suceso)}: {lengua.palabra(str(una.get('estado', 'sin estado')))}"
    valor = una.get("valor")
    dicha = lengua.cifra(valor) if isinstance(valor, Decimal) else "reservada" if valor is not None else "sin dato"
    return f"{_cual(suceso)}: {dicha}{', que corrige a otra' if 'corrige' in una else ''}"


def _cual(suceso: Suceso) -> str:
    """De qué día es un seguimiento, o de qué periodo una cifra: lo dice el nombre de su archivo o de su carpeta."""
    carpeta, nombre = suceso.archivo.split("/")[-2:]
    if suceso.parte is not None and suceso.parte.lista == "seguimiento":
        return f"Seguimiento del {lengua.dia(nombre[:10])}"
    return f"Cifra informada ({lengua.periodo(carpeta)})"


def _cambio(suceso: Suceso, d: Diferencia) -> str:
    if suceso.parte is not None and suceso.parte.clave != "id" and len(d.ruta) == 1 and d.antes is AUSENTE:
        return _entrada(suceso, d.despues)
    pasos = camino(suceso.era, d.ruta_antes) if d.despues is AUSENTE else camino(suceso.es, d.ruta)
    if suceso.parte is not None and suceso.parte.clave != "id":
        pasos[:1] = [_cual(suceso)]
    donde = ", ".join(paso.replace("_", " ") for paso in pasos) or "el documento"
    if d.antes is AUSENTE or d.despues is AUSENTE:
        return f"{donde}: se {'añade' if d.antes is AUSENTE else 'quita'}"
    if suceso.reservado or suceso.quedo_definitiva or not (_es_llano(d.antes) and _es_llano(d.despues)):
        return f"{donde}: cambia"
    return f"{donde}: de {_llano(d.antes)} a {_llano(d.despues)}"


def _es_llano(valor: Any) -> bool:
    return isinstance(valor, Decimal | bool) or (isinstance(valor, str) and _LLANO.fullmatch(valor) is not None)


def _llano(valor: Any) -> str:
    if isinstance(valor, Decimal):
        return lengua.cifra(valor)
    return lengua.dia(valor) if isinstance(valor, str) and len(valor) == 10 and valor[4] == "-" else lengua.decir(valor)


def _archivos(piezas: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(pieza.doc.archivo for pieza in piezas))
