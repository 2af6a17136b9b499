"""De un repositorio de Git a los documentos de una revisión y a los pasos de su historia, sin tocar la carpeta."""

from __future__ import annotations

import hashlib
import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.deposito.arbol import REPOSITORIO, Arbol
from mesgepret.deposito.entorno import Impedimento
from mesgepret.diagnostico import Ubicacion
from mesgepret.esquema import CARPETAS
from mesgepret.historia import Paso, Toque
from mesgepret.lectura import BYTES, explicar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ENLACE = "120000"
_CABEZA = ("--no-show-signature", "--encoding=UTF-8", "--format=%H %cI %an")
"""De una confirmación, su renglón: lo que un usuario escribe va al final, que así no se confunde con otro campo."""
_SIN_GIT = "no hay Git en esta máquina; instálelo, que es con lo que se compara una revisión con otra"


class Objeto(NamedTuple):
    """Un archivo en una revisión: su modo y su huella en Git."""

    modo: str
    huella: str


class Git:
    """El repositorio de Git en que está una carpeta; `dentro`: la carpeta, desde la raíz de Git, con «/» al final."""

    def __init__(self, carpeta: Path) -> None:
        self.carpeta = carpeta
        self.dentro = self._orden("rev-parse", "--show-prefix").decode().rstrip("\n")

    @property
    def raiz(self) -> Path:
        """La carpeta de más arriba, en la que está «.git»."""
        return self.carpeta.resolve().joinpath(*[".."] * self.dentro.count("/")).resolve()

    @property
    def superficial(self) -> bool:
        """Si es un clon al que le falta historia."""
        return self._orden("rev-parse", "--is-shallow-repository").strip() == b"true"

    @property
    def sin_confirmar(self) -> bool:
        """Si en la carpeta hay documentos que no son los de HEAD; también los que Git no mira: se publican igual."""
        dicho = self._orden(
            "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=traditional",
            "--", REPOSITORIO, *CARPETAS,
        )  # fmt: skip
        nombres = (linea[3:].decode("utf-8", "backslashreplace") for linea in dicho.split(b"\0"))
        return any(es_documento(nombre.removeprefix(self.dentro)) for nombre in nombres)

    def resolver(self, nombre: str) -> str:
        """La huella de la confirmación que un nombre dice (rama, etiqueta, HEAD~1…); si no dice ninguna, se explica."""
        huella = self.hallar(nombre)
        if huella:
            return huella
        if not self.hallar("HEAD"):
            raise Impedimento("esta rama no tiene todavía ninguna confirmación (commit)")
        remedio = "; este clon es superficial: traiga el resto con git fetch --unshallow" if self.superficial else ""
        raise Impedimento(f"no hay ninguna revisión «{nombre}» en este repositorio{remedio}")

    def hallar(self, nombre: str) -> str:
        """La huella de una confirmación; vacía si ese nombre no es de ninguna."""
        try:
            dicho = self._orden("rev-parse", "--verify", "--quiet", "--end-of-options", f"{nombre}^{{commit}}")
        except _Falla:
            return ""
        return dicho.decode().strip()

    def es_anterior(self, uno: str, otro: str) -> bool:
        """Si una confirmación es la otra o está en su pasado."""
        try:
            self._orden("merge-base", "--is-ancestor", uno, otro)
        except _Falla:
            return False
        return True

    def linea(self, rama: str, cabeza: str) -> tuple[str, str]:
        """La línea principal y su última confirmación: la rama, la remota que se llama así o, si no, la de HEAD."""
        for nombre, ref in ((rama, f"refs/heads/{rama}"), (f"origin/{rama}", f"refs/remotes/origin/{rama}")):
            if huella := self.hallar(ref):
                return nombre, huella
        return f"HEAD, porque aquí no está la rama {rama}", cabeza

    def base_comun(self, uno: str, otro: str) -> str:
        """La última confirmación que las dos comparten; vacía si ninguna. De un clon que no la tiene no se sabe."""
        try:
            return self._orden("merge-base", uno, otro).decode().strip()
        except _Falla as fallo:
            if self.superficial:
                raise Impedimento(
                    "a este clon le falta la historia que las dos revisiones comparten, y sin ella no se sabe qué "
                    "cambió; tráigala con git fetch --unshallow"
                ) from fallo
            return ""

    def arbol(self, commit: str, ya: Iterable[bytes] = ()) -> Arbol:
        """Los documentos de una revisión, con la misma criba que los de una carpeta.

        `ya`: contenidos que se tienen; el que esté entre ellos no se lee otra vez, y es el mismo objeto.
        """
        arbol = Arbol()
        objetos = self.objetos(commit)
        contenidos = _por_huella(ya, len(next(iter(objetos.values())).huella)) if objetos else {}
        octetos = self._octetos(o.huella for o in objetos.values() if o.huella not in contenidos)
        for archivo, objeto in objetos.items():
            if objeto.modo == _ENLACE:
                arbol.hallazgos.append(explicar("L120", Ubicacion(archivo, revision=commit)))
            elif octetos.get(objeto.huella, 0) > BYTES:
                megas = f"{octetos[objeto.huella] / 1e6:.1f}"
                arbol.hallazgos.append(explicar("L108", Ubicacion(archivo, revision=commit), megas=megas))
        malos = {h.ubicacion.archivo for h in arbol.hallazgos}
        buenos = {archivo: o.huella for archivo, o in objetos.items() if archivo not in malos}
        contenidos |= self.leer(huella for huella in buenos.values() if huella not in contenidos)
        arbol.archivos = {archivo: contenidos[huella] for archivo, huella in buenos.items()}
        return arbol

    def archivo(self, commit: str, archivo: str) -> bytes:
        """El contenido de un archivo en una revisión; vacío si no está."""
        objeto = self.objetos(commit).get(archivo)
        return next(contenido for _, contenido in self.leer([objeto.huella])) if objeto else b""

    def _como_primero(self, commit: str) -> Paso:
        (cabeza,) = _pasos(self._orden("log", "-1", "-z", "--no-patch", *_CABEZA, commit), self.dentro)
        nacidos = tuple(Toque(archivo, "", objeto.huella) for archivo, objeto in self.objetos(commit).items())
        return cabeza._replace(toques=nacidos)

    def objetos(self, commit: str) -> dict[str, Objeto]:
        """Los documentos de una revisión por su ruta desde la carpeta, sin leerlos."""
        dicho = self._orden("ls-tree", "-r", "-z", "--full-tree", commit, "--", self.dentro or ".")
        objetos = {}
        for linea in filter(None, dicho.split(b"\0")):
            datos, _, nombre = linea.partition(b"\t")
            modo, tipo, huella = datos.decode().split()
            archivo = nombre.decode("utf-8", "backslashreplace").removeprefix(self.dentro)
            if tipo == "blob" and es_documento(archivo):
                objetos[archivo] = Objeto(modo, huella)
        return objetos

    def _octetos(self, huellas: Iterable[str]) -> dict[str, int]:
        """El tamaño de cada objeto, sin leerlo."""
        pedidas = "".join(f"{una}\n" for una in dict.fromkeys(huellas))
        dicho = self._orden("cat-file", "--batch-check=%(objectname) %(objectsize)", entrada=pedidas.encode())
        partes = (linea.split() for linea in dicho.decode().splitlines())
        return {huella: int(octetos) for huella, octetos in partes if octetos.isdecimal()}

    def leer(self, huellas: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """El contenido de cada objeto, por su huella; cada uno se lee una sola vez."""
        pedidas = list(dict.fromkeys(huellas))
        dicho = self._orden("cat-file", "--batch", entrada="".join(f"{una}\n" for una in pedidas).encode())
        lugar = 0
        for una in pedidas:
            fin = dicho.index(b"\n", lugar)
            cabeza = dicho[lugar:fin].split()
            if cabeza[-1] == b"missing":
                raise Impedimento("a este clon le faltan objetos; traiga el resto con git fetch --unshallow")
            octetos = int(cabeza[2])
            yield una, dicho[fin + 1 : fin + 1 + octetos]
            lugar = fin + 2 + octetos

    def pasos(self, hasta: str, desde: str = "") -> list[Paso]:
        """La línea principal hasta una confirmación, de la primera a la última, con lo que cada paso tocó.

        Una fusión cuenta por lo que cambió en la línea. `desde`: la primera que se mira, y todo lo que había en ella se
        tiene por recién nacido. De un clon al que le falta historia no se da ninguna: no se pasa por no saber.
        """
        if self.superficial:
            raise Impedimento(
                "a este clon le falta historia, y sin ella no se sabe; tráigala con git fetch --unshallow"
            )
        dicho = self._orden(
            "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
            "--no-follow", "--reverse", "--root", *_CABEZA, *([f"{desde}..{hasta}"] if desde else [hasta]),
            "--", ".",
        )  # fmt: skip
        primero = [self._como_primero(desde)] if desde else []
        return primero + list(_pasos(dicho, self.dentro))

    def _orden(self, *argumentos: str, entrada: bytes | None = None) -> bytes:
        entorno = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        try:
            hecho = subprocess.run(
                ["git", "-c", "core.quotepath=off", *argumentos],
                cwd=self.carpeta, env=entorno, input=entrada, capture_output=True, check=False,
            )  # fmt: skip
        except FileNotFoundError as fallo:
            raise Impedimento(_SIN_GIT) from fallo
        if hecho.returncode:
            raise _Falla(hecho.stderr.decode("utf-8", "replace"))
        return hecho.stdout


def _por_huella(contenidos: Iterable[bytes], largo: int) -> dict[str, bytes]:
    """Unos contenidos por la huella que Git les da; también por la que les daría con finales de línea de Unix."""
    hacer = hashlib.sha256 if largo == 64 else hashlib.sha1
    por_huella = {}
    for contenido in contenidos:
        for forma in {contenido, contenido.replace(b"\r\n", b"\n")}:
            por_huella[hacer(b"blob %d\0" % len(forma) + forma).hexdigest()] = contenido
    return por_huella


class _Falla(Impedimento):
    """Git no pudo; fuera de este módulo es un impedimento más, explicado."""

    def __init__(self, dicho: str) -> None:
        super().__init__(_por_que_no(dicho))


def es_documento(archivo: str) -> bool:
    """Si una ruta es de un documento: el del repositorio, o un YAML de las carpetas donde viven y que se publica."""
    partes = archivo.split("/")
    if archivo == REPOSITORIO:
        return True
    de_casa = partes[0] in CARPETAS and partes[0] != "privado" and "anexos" not in partes[:-1]
    return de_casa and archivo.endswith(".yaml") and not any(parte.startswith(".") for parte in partes)


def _por_que_no(dicho: str) -> str:
    if "dubious ownership" in dicho:
        return "Git no se fía de esta carpeta, que es de otro usuario; ábrala con el suyo"
    if "not a git repository" in dicho:
        return "esta carpeta no está en un repositorio de Git, y sin él no hay otra revisión con que comparar"
    if "index file" in dicho and "open failed" not in dicho:
        return "el índice de Git (.git/index) está dañado; bórrelo y hágalo otra vez con git reset"
    if "promisor" in dicho or "read from remote" in dicho:
        return (
            "a este clon le faltan objetos, y no se pudieron traer de su repositorio remoto; mire si está a su alcance"
        )
    if any(señal in dicho for señal in ("corrupt", "unable to read", "bad object", "not a tree object")):
        return "el repositorio de Git está dañado; git fsck dice qué le falta"
    return f"Git no deja seguir: {'; '.join(dicho.splitlines()).strip('; .')}"


def _pasos(dicho: bytes, dentro: str) -> Iterator[Paso]:
    """De lo que dijo `git log --raw -z` a sus pasos.

    Ningún campo lleva un octeto nulo, y los separa: un cambio son dos, «:modos y huellas» y ruta; lo demás, cabezas.
    """
    campos = iter(dicho.split(b"\0"))
    paso = None
    toques: list[Toque] = []
    for campo in (uno.lstrip(b"\n") for uno in campos):
        if campo.startswith(b":"):
            archivo = next(campos, b"").decode("utf-8", "backslashreplace").removeprefix(dentro)
            if es_documento(archivo):
                _, _, antes, despues, _ = campo.decode().split()
                toques.append(Toque(archivo, antes.strip("0") and antes, despues.strip("0") and despues))
        elif campo:
            if paso:
                yield paso._replace(toques=tuple(toques))
            commit, fecha, autor = campo.decode("utf-8", "replace").split(" ", 2)
            paso, toques = Paso(commit, fecha, autor, ()), []
    if paso:
        yield paso._replace(toques=tuple(toques))
