"""De una semilla a un repositorio estropeado: siempre el mismo."""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from mesgepret import deposito
from mesgepret.lectura import leer
from tests.conftest import RAIZ, leer_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Archivos = dict[str, bytes]
Camino = tuple[str | int, ...]

MESA = "transparencia"
RAROS: tuple[Any, ...] = (
    True, 0, -1, 3.5, 10**14, -1e300, "", " ", "x", "reservado", "2024-02-30", "0001-01-01", "9999-12-31", "25:61", "~",
    "Ñandú «—»", "a" * 400, "SALUD-2024-03-21-A1", "TRANSP-M1-I1", [], {}, [[]], [{}], {"": ""}, ["reservado"],
    {"a": {"b": {"c": [1, 2]}}},
)  # fmt: skip
_FECHA = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMERO = re.compile(r"(?<=: )-?\d+(?:\.\d+)?(?=[,}\n])")
_PERIODO = re.compile(r"(?<=periodo: )[-\w]+")
_ID = re.compile(r"[A-Z]+-[A-Z0-9]+(?:-[A-Z0-9]+)*|[a-z]+(?:-[a-z]+)+")


class _Llano(yaml.CSafeDumper):
    """Sin anclas: lo repetido se escribe otra vez."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@cache
def repositorios() -> tuple[Archivos, ...]:
    """La organización pequeña, y una mesa completa del país con lo que necesita para enlazarse."""
    pais = deposito.leer_arbol(RAIZ).archivos
    suyas = {"stlcc", "cpip", "iaip", "onadici", "oncae", "tsc"}
    mesa = {
        archivo: contenido
        for archivo, contenido in pais.items()
        if archivo.count("/") < 2
        or archivo.startswith((f"mesas/{MESA}/", f"mcr/sectoriales/{MESA}"))
        or (archivo.startswith(("mcr/institucionales/", "mcr/avances/")) and archivo.split("/")[-1][:-5] in suyas)
    }
    return leer_base(), mesa


def estropear(semilla: int) -> Archivos:
    """Un repositorio con entre una y cuatro roturas."""
    azar = Random(semilla)
    archivos = dict(azar.choice(repositorios()))
    for _ in range(azar.randint(1, 4)):
        azar.choice(ROTURAS)(azar, archivos)
    return dict(sorted(archivos.items()))


@cache
def sueltos() -> tuple[bytes, ...]:
    """Los archivos que las pruebas de `calcular` calculan."""
    casos = sorted((RAIZ / "tests/evaluacion/casos").glob("*.yaml"))
    return tuple(c.read_bytes() for c in casos if not c.name.endswith(".esperado.yaml"))


def estropear_suelto(semilla: int) -> bytes:
    """Un archivo de `calcular` con entre una y cuatro roturas."""
    azar = Random(semilla)
    archivos = {"suelto.yaml": azar.choice(sueltos())}
    for _ in range(azar.randint(1, 4)):
        azar.choice(DE_UN_DOCUMENTO)(azar, archivos)
    return archivos["suelto.yaml"]


def _datos(archivos: Archivos, archivo: str) -> Any:
    """Lo que un documento dice, para cambiarlo; nada si ya no se puede leer."""
    documento = leer(archivo, archivos.get(archivo, b"")).documento
    return copy.deepcopy(documento.datos) if documento else None


def _caminos(dato: Any, camino: Camino = ()) -> Iterator[Camino]:
    hijos = dato.items() if isinstance(dato, dict) else enumerate(dato) if isinstance(dato, list) else ()
    for paso, hijo in hijos:
        yield (*camino, paso)
        yield from _caminos(hijo, (*camino, paso))


def _en(dato: Any, camino: Camino) -> Any:
    for paso in camino:
        dato = dato[paso]
    return dato


def _archivo(azar: Random, archivos: Archivos) -> str:
    return azar.choice(sorted(archivos) or ["mesgepret.yaml"])


def _en_los_datos(cambiar: Callable[[Random, Any, Camino, Archivos], None]) -> Callable[[Random, Archivos], None]:
    """Una rotura que cambia un valor de un documento y lo vuelve a escribir."""

    def romper(azar: Random, archivos: Archivos) -> None:
        archivo = _archivo(azar, archivos)
        datos = _datos(archivos, archivo)
        caminos = list(_caminos(datos))
        if caminos:
            cambiar(azar, datos, azar.choice(caminos), archivos)
            archivos[archivo] = yaml.dump(datos, Dumper=_Llano, allow_unicode=True, sort_keys=False).encode()

    return romper


def _otro_tipo(azar: Random, datos: Any, camino: Camino, _: Archivos) -> None:
    _en(datos, camino[:-1])[camino[-1]] = copy.deepcopy(azar.choice(RAROS))


def _quitar(_: Random, datos: Any, camino: Camino, __: Archivos) -> None:
    del _en(datos, camino[:-1])[camino[-1]]


def _doblar(azar: Random, datos: Any, camino: Camino, _: Archivos) -> None:
    padre = _en(datos, camino[:-1])
    if isinstance(padre, list):
        padre.insert(azar.randint(0, len(padre)), copy.deepcopy(padre[int(camino[-1])]))
    else:
        padre[f"{camino[-1]}_otra"] = copy.deepcopy(padre[camino[-1]])


def _mover(azar: Random, datos: Any, camino: Camino, _: Archivos) -> None:
    valor = _en(datos, camino[:-1])[camino[-1]]
    del _en(datos, camino[:-1])[camino[-1]]
    mapas = [c for c in [(), *_caminos(datos)] if isinstance(_en(datos, c), dict)]
    if mapas:
        _en(datos, azar.choice(mapas))[str(camino[-1])] = valor


def _trasplantar(azar: Random, datos: Any, camino: Camino, archivos: Archivos) -> None:
    """Pone en un sitio lo que otro documento dice en otro."""
    ajeno = _datos(archivos, _archivo(azar, archivos))
    caminos = list(_caminos(ajeno))
    if caminos:
        _en(datos, camino[:-1])[camino[-1]] = copy.deepcopy(_en(ajeno, azar.choice(caminos)))


def _en_el_texto(patron: re.Pattern[str], cambiar: Callable[[Random, str, Archivos], str]) -> Callable[..., None]:
    """Una rotura que cambia uno de los trozos de texto que un patrón halla."""

    def romper(azar: Random, archivos: Archivos) -> None:
        archivo = _archivo(azar, archivos)
        texto = archivos.get(archivo, b"").decode(errors="replace")
        hallados = list(patron.finditer(texto))
        if hallados:
            uno = azar.choice(hallados)
            nuevo = cambiar(azar, uno.group(), archivos)
            archivos[archivo] = (texto[: uno.start()] + nuevo + texto[uno.end() :]).encode()

    return romper


def _correr(azar: Random, dia: str, _: Archivos) -> str:
    try:
        corrido = date.fromisoformat(dia) + timedelta(days=azar.choice([-4000, -400, -30, -1, 1, 6, 31, 366, 9000]))
    except (ValueError, OverflowError):
        return dia
    return str(corrido)


def _cruzar(azar: Random, _: str, archivos: Archivos) -> str:
    ajeno = archivos.get(_archivo(azar, archivos), b"").decode(errors="replace")
    return str(azar.choice(_ID.findall(ajeno) or ["x"]))


def _otra_cifra(azar: Random, _: str, __: Archivos) -> str:
    return str(
        azar.choice(["0", "-1", "1e300", "-1e-300", "99999999999999", "0.000000000001", "1e400", "reservado", "7"])
    )


def _otro_periodo(azar: Random, _: str, __: Archivos) -> str:
    return str(azar.choice(["2024", "2024-S1", "2024-T1", "2024-T4", "2024-02", "1900", "2099-12", "2024-T5"]))


def _en_las_metas(romper: Callable[[Random, Archivos], None]) -> Callable[[Random, Archivos], None]:
    """La misma rotura, pero en una meta o en una cifra: son pocos archivos entre muchos."""

    def en_ellas(azar: Random, archivos: Archivos) -> None:
        suyos = {a: c for a, c in archivos.items() if a.startswith("mcr/") and a.count("/") > 1}
        if suyos:
            romper(azar, suyos)
            archivos |= suyos

    return en_ellas


def _renglon_dos_veces(azar: Random, archivos: Archivos) -> None:
    archivo = _archivo(azar, archivos)
    renglones = archivos.get(archivo, b"").split(b"\n")
    i = azar.randrange(len(renglones))
    archivos[archivo] = b"\n".join([*renglones[: i + 1], *renglones[i:]])


def _borrar(azar: Random, archivos: Archivos) -> None:
    archivos.pop(_archivo(azar, archivos), None)


def _permutar(azar: Random, archivos: Archivos) -> None:
    uno, otro = _archivo(azar, archivos), _archivo(azar, archivos)
    if uno in archivos and otro in archivos:
        archivos[uno], archivos[otro] = archivos[otro], archivos[uno]


def _renombrar(azar: Random, archivos: Archivos) -> None:
    uno, otro = _archivo(azar, archivos), _archivo(azar, archivos)
    if uno in archivos:
        archivos[f"{otro.rpartition('/')[0]}/{uno.rpartition('/')[2]}".lstrip("/")] = archivos.pop(uno)


def _truncar(azar: Random, archivos: Archivos) -> None:
    archivo = _archivo(azar, archivos)
    archivos[archivo] = archivos.get(archivo, b"")[: azar.randint(0, len(archivos.get(archivo, b"")))]


def _un_octeto(azar: Random, archivos: Archivos) -> None:
    archivo = _archivo(azar, archivos)
    contenido = bytearray(archivos.get(archivo, b"") or b"a")
    contenido[azar.randrange(len(contenido))] = azar.randrange(256)
    archivos[archivo] = bytes(contenido)


_CIFRAS = (_en_el_texto(_NUMERO, _otra_cifra), _en_el_texto(_PERIODO, _otro_periodo))
DE_UN_DOCUMENTO: tuple[Callable[[Random, Archivos], None], ...] = (
    *(_en_los_datos(cambio) for cambio in (_otro_tipo, _otro_tipo, _quitar, _quitar, _doblar, _mover, _trasplantar)),
    *(_en_el_texto(_FECHA, _correr), _en_el_texto(_FECHA, _correr), _en_el_texto(_ID, _cruzar)),
    *(*_CIFRAS, *_CIFRAS, _renglon_dos_veces, _truncar, _un_octeto),
)
ROTURAS: tuple[Callable[[Random, Archivos], None], ...] = (
    *(_en_los_datos(cambio) for cambio in (_otro_tipo, _otro_tipo, _quitar, _quitar, _doblar, _mover, _trasplantar)),
    *(_en_el_texto(_FECHA, _correr), _en_el_texto(_FECHA, _correr), _en_el_texto(_ID, _cruzar)),
    *(_renglon_dos_veces, _borrar, _permutar, _renombrar, _truncar, _un_octeto),
    *(_en_las_metas(romper) for romper in _CIFRAS),
)
