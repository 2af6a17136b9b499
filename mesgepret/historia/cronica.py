"""De los pasos de una línea de Git a la crónica de cada documento, y de cada cosa que se dice en él."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.esquema import Lugar, situar
from mesgepret.historia.diferencias import AUSENTE, Diferencia, diferencias, perdidos
from mesgepret.historia.epoca import Epoca, hoja_de
from mesgepret.historia.falta import RESERVADO, mapas
from mesgepret.historia.registros import de_las_cifras

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.historia.epoca import Hoja
    from mesgepret.historia.falta import Falta
    from mesgepret.historia.pasos import Paso
    from mesgepret.historia.verificacion import Vida

_DE_CRONICA = ("acta", "seguimiento", "plan", "metas", "avances")
"""Las clases de documento que la tienen: las de lo que se acuerda, se planifica, se espera y se informa."""
_NOMBRA = re.compile(rb"(?:sobre|indicador)[\"']?\s*:\s*[\"']?([\w-]+)")
"""De qué acuerdo o de qué indicador habla una línea de seguimiento o una cifra."""
_SIN_LEER = None
"""Lo que hoy dice un documento que sigue como nació."""


class Parte(NamedTuple):
    """Los elementos de una lista del documento en que una clave dice un valor: los acuerdos cuyo id es A1.

    Los de una ayuda memoria constan desde que es definitiva.
    """

    lista: str
    clave: str
    valor: str

    @property
    def es_una(self) -> bool:
        """Si es un solo elemento, que se llama así; si no, los que haya."""
        return self.clave == "id"


class Version(NamedTuple):
    """Un documento como lo dejó un paso, que es el `numero` de la línea; sin hoja, el paso lo borró."""

    numero: int
    paso: Paso
    archivo: str
    hoja: Hoja | None


class Suceso(NamedTuple):
    """Lo que un paso le hizo a un documento o a una parte de él.

    `numero`: el del paso en la línea. `clase`: nacio, cambio, borrado, movido o ilegible. `era`, `es`: lo que decía y
    lo que dice; de lo que nació y sigue igual, no se lee. `cambios`: de un elemento o de un documento, lo que dice otra
    cosa; `nuevos`, `idos`: de una lista, los que llegan y los que ya no están. `reservado`: si algo de él se ha
    reservado por ley, ahora o después. `quedo_definitiva`, `reabierta`, `en_borrador`: de una ayuda memoria. `faltas`:
    lo que no se podía hacer. `antes`: la ruta de lo movido.
    """

    numero: int
    paso: Paso
    archivo: str
    parte: Parte | None
    clase: str
    era: Any
    es: Any
    cambios: tuple[Diferencia, ...] = ()
    nuevos: tuple[Any, ...] = ()
    idos: tuple[Any, ...] = ()
    reservado: bool = False
    quedo_definitiva: bool = False
    reabierta: bool = False
    en_borrador: bool = False
    faltas: tuple[Falta, ...] = ()
    antes: str = ""


class Cronica:
    """La de todos los documentos hasta una confirmación, hecha de una sola pasada por la línea.

    `commit`: esa confirmación; `sin_confirmar`: si en la carpeta hay algo que no está en ella. `vidas`: las de las
    ayudas memoria, que dicen lo que no se les podía hacer; `rigen`: las confirmaciones en que lo definitivo ya lo era.
    `vigentes`: lo que hoy hay en la carpeta. Cada versión se lee solo si se pregunta por ella.
    """

    def __init__(
        self,
        commit: str,
        pasos: Iterable[Paso],
        contenidos: Mapping[str, bytes],
        *,
        vidas: Iterable[Vida],
        rigen: Iterable[str],
        vigentes: Mapping[str, bytes],
        sin_confirmar: bool = False,
    ) -> None:
        self.commit = commit
        self.sin_confirmar = sin_confirmar
        self._vigentes = vigentes
        self._rigen = frozenset(rigen)
        self._versiones: dict[str, list[Version]] = {}
        self._movidos: dict[tuple[str, str], str] = {}
        self._faltas: dict[tuple[str, str], list[Falta]] = defaultdict(list)
        for vida in vidas:
            for paso, falta in vida.faltas:
                self._faltas[vida.archivo, paso.commit].append(falta)
        for numero, paso in enumerate(pasos):
            self._anotar(numero, paso, contenidos)
        self.sucesos = lru_cache(maxsize=64)(self._sucesos)

    def que_nombran(self, id: str) -> tuple[str, ...]:
        """Los documentos en que alguna vez hubo un seguimiento de un acuerdo, o una cifra de un indicador."""
        return tuple(self._menciones.get(id.encode(), ()))

    @cached_property
    def _menciones(self) -> dict[bytes, dict[str, None]]:
        menciones: dict[bytes, dict[str, None]] = defaultdict(dict)
        for archivo, versiones in self._versiones.items():
            for hoja in {v.hoja for v in versiones if v.hoja and v.hoja.clase in ("acta", "seguimiento", "avances")}:
                for id in _NOMBRA.findall(hoja.contenido):
                    menciones[id][archivo] = None
        return menciones

    def _anotar(self, numero: int, paso: Paso, contenidos: Mapping[str, bytes]) -> None:
        toques = [t for t in paso.toques if _la_tiene(t.archivo)]
        idos = {t.antes: t.archivo for t in toques if not t.despues}
        for t in toques:
            hoja = hoja_de(t.archivo, contenidos[t.despues], paso.commit) if t.despues else None
            suyas = self._versiones.setdefault(t.archivo, [])
            if hoja is not None and not t.antes and t.despues in idos:
                origen = idos[t.despues]
                self._movidos[t.archivo, paso.commit] = origen
                suyas[:] = [v for v in self._versiones.get(origen, ()) if v.numero < numero]
            suyas.append(Version(numero, paso, t.archivo, hoja))

    def _sucesos(self, archivo: str, parte: Parte | None = None) -> tuple[Suceso, ...]:
        """Lo que le pasó a un documento, o a una parte de él, de lo primero a lo último."""
        hallados: list[Suceso] = []
        era: Any = AUSENTE
        vieja: Hoja | None = None
        versiones = self._versiones.get(archivo, [])
        for version in versiones:
            numero, paso, suyo, hoja = version
            es = _SIN_LEER if self._no_hace_falta_leer(archivo, parte) else _trozo(hoja, parte)
            de_donde = self._movidos.get((suyo, paso.commit), "")
            suceso = Suceso(numero, paso, suyo, parte, _clase(era, es, de_donde), era, es, antes=de_donde)
            if es is _ILEGIBLE:  # lo que dijera se sabrá cuando se vuelva a poder leer
                if parte is None:
                    hallados.append(self._juzgado(suceso, vieja, hoja))
                continue
            suceso = _con_cambios(suceso)
            if suceso.cambios or suceso.nuevos or suceso.idos or (de_donde and es is not AUSENTE):
                hallados.append(self._juzgado(suceso, vieja, hoja))
            era, vieja = es, hoja
        reservado = any(_se_reserva(s.es) for s in hallados) or _se_reserva(self._hoy(archivo, parte, versiones))
        return tuple(suceso._replace(reservado=reservado) for suceso in hallados)

    def _no_hace_falta_leer(self, archivo: str, parte: Parte | None) -> bool:
        """Si el documento sigue como nació, y se pregunta por algo que hoy está en él: entonces también estaba."""
        (*_, hoja), *otras = self._versiones[archivo]
        if hoja is None or otras or hoja.contenido != self._vigentes.get(archivo):
            return False
        return parte is None or (parte.es_una and _consta(hoja))

    def _hoy(self, archivo: str, parte: Parte | None, versiones: list[Version]) -> Any:
        """Lo que dice en la carpeta, si no es lo de la última versión."""
        contenido = self._vigentes.get(archivo, b"")
        ultima = versiones[-1].hoja if versiones else None
        if not contenido or (ultima is not None and ultima.contenido == contenido):
            return AUSENTE
        return _trozo(hoja_de(archivo, contenido), parte)

    def _juzgado(self, suceso: Suceso, vieja: Hoja | None, hoja: Hoja | None) -> Suceso:
        """El suceso, con lo que una ayuda memoria tiene de particular y lo que no se podía hacer."""
        commit = suceso.paso.commit
        if suceso.parte is not None and suceso.parte.lista == "avances":
            if vieja is None or commit not in self._rigen:
                return suceso
            antes, despues = Epoca("", {vieja.archivo: vieja}), Epoca("", {hoja.archivo: hoja} if hoja else {})
            faltas = [f for f in de_las_cifras(antes, despues) if f.sobre == suceso.parte.valor]
            return suceso._replace(faltas=tuple(faltas))
        documento = hoja or vieja
        if documento is None or documento.clase != "acta":
            return suceso
        cerrada = vieja is not None and vieja.definitiva
        cierra = hoja is not None and hoja.definitiva
        return suceso._replace(
            quedo_definitiva=cierra and not cerrada,
            reabierta=cerrada and hoja is not None and not cierra,
            en_borrador=hoja is not None and not cierra,
            faltas=(*self._faltas.get((suceso.archivo, commit), ()), *self._faltas.get((suceso.antes, commit), ())),
        )


def versiones_con_cronica(pasos: Iterable[Paso]) -> set[str]:
    """Las huellas de todas las versiones que hay que tener para hacerla."""
    return {t.despues for paso in pasos for t in paso.toques if t.despues and _la_tiene(t.archivo)}


def _la_tiene(archivo: str) -> bool:
    lugar = situar(archivo)
    return isinstance(lugar, Lugar) and lugar.clase in _DE_CRONICA


_ILEGIBLE = object()
"""Lo que dice un documento que no se puede leer, o una lista que no lo es."""


def _trozo(hoja: Hoja | None, parte: Parte | None) -> Any:
    """Lo que un documento dice de una parte suya: un elemento, si se le pide por su id; si no, los que haya."""
    if hoja is None:
        return AUSENTE
    if not isinstance(hoja.datos, dict):
        return _ILEGIBLE
    if parte is None:
        return hoja.datos
    if not _consta(hoja):
        return AUSENTE
    if not isinstance(hoja.datos.get(parte.lista, []), list):
        return _ILEGIBLE
    suyos = [uno for _, uno in mapas(hoja.lista(parte.lista)) if str(uno.get(parte.clave)) == parte.valor]
    if not suyos:
        return AUSENTE
    return suyos[0] if parte.es_una else suyos


def _consta(hoja: Hoja) -> bool:
    return hoja.clase != "acta" or hoja.definitiva


def _clase(era: Any, es: Any, de_donde: str) -> str:
    if es is _ILEGIBLE:
        return "ilegible"
    if era is AUSENTE:
        return "nacio"
    if es is AUSENTE:
        return "borrado"
    return "movido" if de_donde else "cambio"


def _con_cambios(suceso: Suceso) -> Suceso:
    if suceso.parte is None or suceso.parte.es_una:
        return suceso._replace(cambios=tuple(diferencias(suceso.era, suceso.es)))
    era, es = (uno if isinstance(uno, list) else [] for uno in (suceso.era, suceso.es))
    nuevos, idos = (tuple(es[i] for i in perdidos(es, era)), tuple(era[i] for i in perdidos(era, es)))
    return suceso._replace(nuevos=nuevos, idos=idos)


def _se_reserva(dato: Any) -> bool:
    if isinstance(dato, dict | list):
        return any(map(_se_reserva, dato.values() if isinstance(dato, dict) else dato))
    return bool(dato == RESERVADO)
