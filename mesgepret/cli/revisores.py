"""De las acreditaciones en vigor al CODEOWNERS de la forja: escribirlo, o decir si el que hay se quedó atrás."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mesgepret.cli.argumentos import Dia, raiz_dicha
from mesgepret.cli.terminal import corta, decir

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_MANDA_ANTES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")


@click.command(options_metavar="[OPCIONES]")
@click.option("--comprobar", is_flag=True, help="No escribe: sale con 1 si el que hay no es el que debería.")
@click.option("--raiz", metavar="CARPETA", help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba.")
@click.option(
    "--hoy", type=Dia(), help="El día en que se mira quién está acreditado; sin decirlo, el del repositorio o hoy."
)
def revisores(comprobar: bool, raiz: str | None, hoy: date | None) -> int:
    """Escribe CODEOWNERS, con quien está acreditado y dice su cuenta: a quién pide revisión la forja."""
    from mesgepret import compilador, deposito
    from mesgepret.imprenta.revisores import CABEZA, codeowners

    carpeta = raiz_dicha(raiz)
    git = deposito.Git(carpeta)
    revision = compilador.revisar(deposito.leer_arbol(carpeta), deposito.leer_recursos(), hoy)
    if revision.expediente is None or revision.falla():
        decir("No se sabe quién revisa lo que tiene errores: «mesgepret revisar» dice cuáles.", err=True)
        return 1
    destino = git.raiz / "CODEOWNERS"
    _sin_otro(git.raiz)
    escrito = deposito.leer_texto(destino)
    debido = codeowners(revision.expediente, git.dentro)
    if escrito == debido:
        decir(f"{corta(destino)} está al día.")
        return 0
    if comprobar:
        decir(f"{corta(destino)} no está al día: escríbalo con «mesgepret revisores».", err=True)
        return 1
    if escrito and not escrito.startswith(CABEZA.splitlines()[0]):
        raise deposito.Impedimento(f"{corta(destino)} no lo escribió mesgepret, y se perdería; quítelo antes")
    deposito.poner(destino, debido)
    decir(f"Se escribió {corta(destino)}.")
    return 0


def _sin_otro(raiz: Path) -> None:
    """Si hay otro que la forja lee antes, el nuestro no serviría de nada."""
    from mesgepret.deposito import Impedimento

    for otro in _MANDA_ANTES:
        if (raiz / otro).exists():
            raise Impedimento(f"hay otro en {otro}, y la forja podría leer ese; quítelo, y queda el de la raíz")
