"""De la historia de Git a lo que una página cuenta de ella: qué día, qué pasó y en qué confirmación.

Nadie validó las revisiones viejas, y lo que decían pudo quitarse por buenas razones: de ellas no se repite ningún
texto, ni se nombra una clave que el modelo no tenga. Lo que era y lo que es se dice de las cifras, las fechas y los
estados que el modelo conoce, salvo donde algo se reservó por ley o venía de un borrador.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.expediente import RAICES, Acta, Acuerdo, Meta, Plan
from mesgepret.expediente.campos import Una, Varias
from mesgepret.historia import Parte
from mesgepret.historia.diferencias import AUSENTE
from mesgepret.historia.falta import RESERVADO
from mesgepret.imprenta import lengua
from mesgepret.imprenta.consultas import ESTADOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Pieza
    from mesgepret.historia import Cronica, Suceso
    from mesgepret.historia.diferencias import Diferencia
    from mesgepret.imprenta.consultas import Consultas

_A_LA_VISTA = 6
"""Cuántos cambios de una confirmación se dicen; los demás, contados: son muchos en la que crea el repositorio."""
_CIFRAS = frozenset(["avance", "maximo", "minimo", "ponderador", "valor"])
_FECHAS = frozenset(["desde", "fecha", "fin", "hasta", "inicio", "nuevo_plazo", "plazo"])
_DIA = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[A-Za-z]+\d*|\d{4}(-[STCB]\d|-\d{2})?")
"""Cómo se llama un elemento de una lista: A1, ACT2, 2025, 2024-T1."""


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
        sucesos = [s for archivo, parte in _donde(pieza, self._cronica) for s in self._cronica.sucesos(archivo, parte)]
        sucesos.sort(key=lambda s: s.numero)
        return [_renglon(list(suyos)) for _, suyos in groupby(sucesos, key=lambda s: s.numero)]


def _donde(pieza: Any, cronica: Cronica) -> Iterator[tuple[str, Parte | None]]:
    """En qué documentos, y en qué parte de cada uno, se dice o se dijo algo de ella."""
    propio = pieza.doc.archivo
    match pieza:
        case Acta() | Plan():
            yield propio, None
        case Acuerdo():
            yield propio, Parte("acuerdos", "id", str(pieza.datos["id"]))
            for archivo in cronica.que_nombran(pieza.id):
                yield archivo, Parte("seguimiento", "sobre", pieza.id)
        case Meta():
            yield propio, Parte("metas", "id", str(pieza.datos["id"]))
            for indicador in pieza.propios:
                for archivo in cronica.que_nombran(indicador.id):
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
    if suceso.parte is not None and not suceso.parte.es_una:
        return "; ".join(_de_una_lista(suceso))
    if suceso.clase == "cambio" and suceso.reabierta:
        return "Se reabrió: dejó de ser definitiva"
    if suceso.clase == "cambio" and suceso.quedo_definitiva and suceso.parte is None:
        return "Quedó definitiva"
    if suceso.clase == "cambio" and suceso.en_borrador:
        return "Se cambió el borrador"
    if suceso.clase != "cambio":
        return _SUCESOS[suceso.clase, suceso.parte.lista if suceso.parte else ""] + _como_nace(suceso)
    dichos = list(dict.fromkeys(_cambio(suceso, d) for d in suceso.cambios))
    return lengua.con_mayuscula("; ".join(_los_primeros(dichos, "cambio más", "cambios más")))


_SUCESOS = {
    ("nacio", ""): "Se escribió",
    ("borrado", ""): "Se borró el documento",
    ("movido", ""): "El documento cambió de nombre o de carpeta",
    ("ilegible", ""): "Quedó de modo que no se podía leer",
    ("nacio", "acuerdos"): "Consta en la ayuda memoria definitiva",
    ("borrado", "acuerdos"): "Dejó de constar en una ayuda memoria definitiva",
    ("movido", "acuerdos"): "La ayuda memoria en que consta cambió de nombre o de carpeta",
    ("nacio", "metas"): "Se escribió en la matriz",
    ("borrado", "metas"): "Se quitó de la matriz",
    ("movido", "metas"): "El documento en que consta cambió de nombre o de carpeta",
}


def _como_nace(suceso: Suceso) -> str:
    if suceso.clase != "nacio" or suceso.parte is not None:
        return ""
    return ", ya definitiva" if suceso.quedo_definitiva else ", en borrador" * suceso.en_borrador


def _de_una_lista(suceso: Suceso) -> Iterator[str]:
    """Los seguimientos o las cifras que llegan, y los que se quitan."""
    seguimiento = suceso.parte is not None and suceso.parte.lista == "seguimiento"
    carpeta, nombre = suceso.archivo.split("/")[-2:]
    cual = f"Seguimiento del {lengua.dia(nombre[:10])}" if seguimiento else f"Cifra ({lengua.periodo(carpeta)})"
    if suceso.idos:
        yield f"{cual}: se quita lo que constaba"
    for una in suceso.nuevos:
        yield f"{cual}: {_estado_de(una) if seguimiento else _valor_de(una, suceso)}"
    if suceso.clase == "movido" and not suceso.idos and not suceso.nuevos:
        yield f"{cual}: el documento cambió de nombre o de carpeta"


def _estado_de(una: Any) -> str:
    estado = una.get("estado")
    return lengua.palabra(estado) if estado in ESTADOS else "sin un estado que se entienda"


def _valor_de(una: Any, suceso: Suceso) -> str:
    valor = una.get("valor")
    corrige = ", que corrige a otra" if "corrige" in una else ""
    if suceso.reservado:
        return f"se informa{corrige}"
    if isinstance(valor, Decimal):
        return lengua.cifra(valor) + corrige
    return "sin dato" if valor is None else "mal escrita"


def _cambio(suceso: Suceso, d: Diferencia) -> str:
    donde = _nombre(suceso.era, d.ruta_antes) if d.despues is AUSENTE else _nombre(suceso.es, d.ruta)
    if d.antes is AUSENTE or d.despues is AUSENTE:
        return f"{donde}: se {'añade' if d.antes is AUSENTE else 'quita'}"
    if d.despues == RESERVADO:
        return f"{donde}: se reserva por ley"
    clave = next((paso for paso in reversed(d.ruta) if isinstance(paso, str)), "")
    era, es = _dicho(clave, d.antes), _dicho(clave, d.despues)
    if suceso.reservado or suceso.quedo_definitiva or not era or not es:
        return f"{donde}: cambia"
    return f"{donde}: de {era} a {es}"


def _dicho(clave: str, valor: Any) -> str:
    """Una cifra, una fecha o un estado; de lo demás, nada."""
    if clave in _CIFRAS and isinstance(valor, Decimal):
        return lengua.cifra(valor)
    if clave in _FECHAS and isinstance(valor, str) and _DIA.fullmatch(valor):
        return lengua.dia(valor)
    return lengua.palabra(valor) if clave == "estado" and valor in ESTADOS else ""


def _nombre(dato: Any, ruta: tuple[str | int, ...]) -> str:
    """Los pasos hasta un valor: «indicadores, I1, metas anuales, 2025, valor»."""
    pasos = []
    for paso in ruta:
        dato = dato[paso]
        if isinstance(paso, str):
            pasos.append(_con_tildes(paso) if paso in _claves() else "otro dato")
            continue
        dichos = [str(dato[c]) for c in ("id", "anio", "periodo") if c in dato] if isinstance(dato, dict) else []
        pasos.append(dichos[0] if dichos and _ID.fullmatch(dichos[0]) else f"n.º {paso + 1}")
    return ", ".join(pasos) or "el documento"


_TILDES = {"anio": "año", "linea": "línea", "maximo": "máximo", "metodo": "método", "minimo": "mínimo",
           "numero": "número", "periodo": "periodo"}  # fmt: skip


def _con_tildes(clave: str) -> str:
    """Una clave del modelo, que se escribe sin tildes, como se lee."""
    palabras = (_TILDES.get(palabra, re.sub("([cs])ion$", r"\1ión", palabra)) for palabra in clave.split("_"))
    return " ".join(palabras)


@cache
def _claves() -> frozenset[str]:
    """Las de todos los documentos, con lo que llevan dentro."""
    halladas: dict[type[Pieza], None] = dict.fromkeys(RAICES.values())
    por_ver = list(halladas)
    while por_ver:
        for campo in por_ver.pop().CAMPOS.values():
            if isinstance(campo, Una | Varias) and campo.clase not in halladas:
                halladas[campo.clase] = None
                por_ver.append(campo.clase)
    return frozenset(clave for clase in halladas for clave in clase.CAMPOS)
