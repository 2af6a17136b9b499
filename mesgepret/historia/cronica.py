"""De los pasos de una línea de Git a la crónica de cada documento, y de cada cosa que se dice en él."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.esquema import Lugar, situar
from mesgepret.historia.actas import de_un_acta
from mesgepret.historia.diferencias import AUSENTE, Diferencia, diferencias
from mesgepret.historia.epoca import hoja_de
from mesgepret.historia.falta import RESERVADO, mapas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.historia.epoca import Hoja
    from mesgepret.historia.falta import Falta
    from mesgepret.historia.pasos import Paso

_DE_CRONICA = ("acta", "seguimiento", "plan", "metas", "avances")
"""Las clases de documento que la tienen: las de lo que se acuerda, se planifica, se espera y se informa."""
_SIN_LEER = None
"""Lo que hoy dice un documento que sigue como nació."""


class Parte(NamedTuple):
    """Los elementos de una lista del documento en que una clave dice un valor: los acuerdos cuyo id es A1.

    Los de una ayuda memoria constan desde que es definitiva.
    """

    lista: str
    clave: str
    valor: str


class Version(NamedTuple):
    """Un documento como lo dejó un paso, que es el `numero` de la línea; sin hoja, el paso lo borró."""

    numero: int
    paso: Paso
    hoja: Hoja | None


class Suceso(NamedTuple):
    """Lo que un paso le hizo a un documento o a una parte de él.

    `numero`: el del paso en la línea. `clase`: nacio, cambio, borrado o movido. `era`, `es`: lo que decía y lo que
    dice; de lo que nació y sigue igual, no se lee. `reservado`: si algo de él se ha reservado por ley, ahora o después.
    `quedo_definitiva`, `en_borrador`: de una ayuda memoria, si ese paso la cerró o la dejó sin cerrar.
    `faltas`: lo que no se podía hacer, si ya regía. `antes`: la ruta de lo movido.
    """

    numero: int
    paso: Paso
    archivo: str
    parte: Parte | None
    clase: str
    era: Any
    es: Any
    cambios: tuple[Diferencia, ...] = ()
    reservado: bool = False
    quedo_definitiva: bool = False
    en_borrador: bool = False
    faltas: tuple[Falta, ...] = ()
    antes: str = ""


class Cronica:
    """La de todos los documentos hasta una confirmación, hecha de una sola pasada por la línea.

    `commit`: esa confirmación; `sin_confirmar`: si en la carpeta hay algo que todavía no está en ella. `rige_desde`:
    el commit desde el que lo definitivo lo es; sin decirlo, desde el primero. Cada versión se lee solo si se pregunta.
    """

    def __init__(
        self,
        pasos: Iterable[Paso],
        contenidos: Mapping[str, bytes],
        *,
        vigentes: Mapping[str, bytes],
        sin_confirmar: bool = False,
        rige_desde: str = "",
    ) -> None:
        self.commit = ""
        self.fecha = ""
        self.sin_confirmar = sin_confirmar
        self._vigentes = vigentes
        self._versiones: dict[str, list[Version]] = {}
        self._movidos: dict[tuple[str, str], str] = {}
        self._rigen: set[str] = set()
        rige = not rige_desde
        for numero, paso in enumerate(pasos):
            if rige:
                self._rigen.add(paso.commit)
            rige = rige or paso.commit == rige_desde
            self.commit, self.fecha = paso.commit, paso.fecha
            self._anotar(numero, paso, contenidos)
        self.sucesos = lru_cache(maxsize=64)(self._sucesos)

    def _anotar(self, numero: int, paso: Paso, contenidos: Mapping[str, bytes]) -> None:
        toques = [t for t in paso.toques if _la_tiene(t.archivo)]
        idos = {t.antes: t.archivo for t in toques if not t.despues}
        for t in toques:
            hoja = hoja_de(t.archivo, contenidos[t.despues], paso.commit) if t.despues else None
            if hoja is not None and not t.antes and t.despues in idos:
                self._versiones[t.archivo] = [*self._versiones.get(idos[t.despues], [])]
                self._movidos[t.archivo, paso.commit] = idos[t.despues]
            self._versiones.setdefault(t.archivo, []).append(Version(numero, paso, hoja))

    def _sucesos(self, archivo: str, parte: Parte | None = None) -> tuple[Suceso, ...]:
        """Lo que le pasó a un documento, o a una parte de él, de lo primero a lo último."""
        hallados = []
        era, vieja = AUSENTE, None
        for numero, paso, hoja in self._versiones.get(archivo, []):
            es = _SIN_LEER if self._no_hace_falta_leer(archivo, parte) else _trozo(hoja, parte)
            cambios = tuple(diferencias(era, es))
            de_donde = self._movidos.get((archivo, paso.commit), "")
            if cambios or (de_donde and es is not AUSENTE):
                suceso = Suceso(
                    numero, paso, archivo, parte, _clase(era, es, de_donde), era, es, cambios, antes=de_donde
                )
                hallados.append(self._de_acta(suceso, vieja, hoja))
            era, vieja = es, hoja
        reservado = any(_se_reserva(suceso.es) for suceso in hallados)
        return tuple(suceso._replace(reservado=reservado) for suceso in hallados)

    def _no_hace_falta_leer(self, archivo: str, parte: Parte | None) -> bool:
        """Si el documento sigue como nació, y se pregunta por algo que hoy está en él: entonces también estaba."""
        (_, _, hoja), *otras = self._versiones[archivo]
        if hoja is None or otras or hoja.contenido != self._vigentes.get(archivo):
            return False
        return parte is None or (parte.clave == "id" and _consta(hoja))

    def _de_acta(self, suceso: Suceso, vieja: Hoja | None, hoja: Hoja | None) -> Suceso:
        """El suceso, con lo que una ayuda memoria tiene de particular."""
        if hoja is None or hoja.clase != "acta":
            return suceso
        cerrada = vieja is not None and vieja.definitiva
        faltas: tuple[Falta, ...] = ()
        if vieja is not None and cerrada and suceso.paso.commit in self._rigen and vieja.sello != hoja.sello:
            faltas = tuple(de_un_acta(vieja, hoja))
        return suceso._replace(
            quedo_definitiva=hoja.definitiva and not cerrada, en_borrador=not hoja.definitiva, faltas=faltas
        )


def versiones_con_cronica(pasos: Iterable[Paso]) -> set[str]:
    """Las huellas de todas las versiones que hay que tener para hacerla."""
    return {t.despues for paso in pasos for t in paso.toques if t.despues and _la_tiene(t.archivo)}


def _la_tiene(archivo: str) -> bool:
    lugar = situar(archivo)
    return isinstance(lugar, Lugar) and lugar.clase in _DE_CRONICA


def _trozo(hoja: Hoja | None, parte: Parte | None) -> Any:
    """Lo que un documento dice de una parte suya: un elemento, si se le pide por su id; si no, los que haya."""
    if hoja is None or parte is None:
        return AUSENTE if hoja is None else hoja.datos
    if not _consta(hoja):
        return AUSENTE
    suyos = [uno for _, uno in mapas(hoja.lista(parte.lista)) if str(uno.get(parte.clave)) == parte.valor]
    if not suyos:
        return AUSENTE
    return suyos[0] if parte.clave == "id" else suyos


def _clase(era: Any, es: Any, de_donde: str) -> str:
    if era is AUSENTE:
        return "nacio"
    if es is AUSENTE:
        return "borrado"
    return "movido" if de_donde else "cambio"


def _consta(hoja: Hoja) -> bool:
    return hoja.clase != "acta" or hoja.definitiva


def _se_reserva(dato: Any) -> bool:
    if isinstance(dato, dict | list):
        return any(map(_se_reserva, dato.values() if isinstance(dato, dict) else dato))
    return bool(dato == RESERVADO)
