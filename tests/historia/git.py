"""De la organización pequeña a un repositorio de Git de verdad, en el que cambiar cosas y confirmarlas."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from mesgepret.deposito.git import Git
from mesgepret.historia import epoca, vigilar
from tests.conftest import leer_recursos

if TYPE_CHECKING:
    from pathlib import Path

QUIEN = {
    "GIT_AUTHOR_NAME": "Ana López", "GIT_AUTHOR_EMAIL": "ana@ejemplo.hn", "GIT_AUTHOR_DATE": "2024-05-02T09:00:00-06:00",
    "GIT_COMMITTER_NAME": "Ana López", "GIT_COMMITTER_EMAIL": "ana@ejemplo.hn",
    "GIT_COMMITTER_DATE": "2024-05-02T09:00:00-06:00", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip

ACTA = "mesas/salud/actas/2024-03-21.yaml"
OTRA = "mesas/salud/actas/2024-02-15.yaml"
METAS = "mcr/sectoriales/salud.yaml"
CIFRAS = "mcr/avances/2024-T1/sesal.yaml"
MIEMBROS = "mesas/salud/miembros/sesal.yaml"


class Taller:
    """Un repositorio en una carpeta; `datos`: la subcarpeta en que están los documentos."""

    def __init__(self, raiz: Path, datos: str = ".") -> None:
        self.raiz = raiz
        self.datos = raiz / datos

    def git(self, *argumentos: str) -> str:
        """Lo que Git dice de una orden que ha de salir bien."""
        orden = ["git", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false", *argumentos]
        hecho = subprocess.run(orden, cwd=self.raiz, env={**os.environ, **QUIEN}, capture_output=True, text=True)
        assert hecho.returncode == 0, hecho.stderr
        return hecho.stdout.strip()

    def confirmar(self, asunto: str = "Un cambio") -> str:
        """Confirma todo lo que hay, y da su commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", asunto)
        return self.git("rev-parse", "HEAD")

    def cambiar(self, archivo: str, antes: str, despues: str) -> None:
        """Cambia un trozo, que ha de estar."""
        texto = (self.datos / archivo).read_text("utf-8")
        assert antes in texto, f"{archivo} no dice {antes}"
        (self.datos / archivo).write_text(texto.replace(antes, despues, 1), "utf-8")

    def anadir(self, archivo: str, texto: str) -> None:
        """Añade unas líneas al final; si no existe, lo crea."""
        ruta = self.datos / archivo
        ruta.parent.mkdir(parents=True, exist_ok=True)
        with ruta.open("a", encoding="utf-8") as hoja:
            hoja.write(texto)

    def borrar(self, archivo: str) -> None:
        """Borra un archivo."""
        (self.datos / archivo).unlink()

    def leer(self, archivo: str) -> str:
        """Lo que dice un archivo."""
        return (self.datos / archivo).read_text("utf-8")

    def faltas(self, antes: str, despues: str = "HEAD") -> list[tuple[str, str]]:
        """Los códigos de lo que no podía pasar de una revisión a otra, con el archivo en que se dice."""
        git = Git(self.datos)
        viejo, nuevo = git.resolver(antes), git.resolver(despues)
        dichas = vigilar(
            epoca(git.arbol(viejo).archivos, viejo), epoca(git.arbol(nuevo).archivos, nuevo), leer_recursos().paginas,
            git.es_anterior,
        )  # fmt: skip
        return [(h.codigo, h.ubicacion.archivo) for h in dichas]
