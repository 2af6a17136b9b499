"""De dos revisiones de Git a lo que cambió entre ellas, dicho a quien lo pregunta."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from mesgepret.cli.argumentos import Dia, Periodo, comprobar_corte, raiz_dicha
from mesgepret.cli.terminal import decir

if TYPE_CHECKING:
    from datetime import date


@click.command(options_metavar="[OPCIONES]")
@click.argument("base")
@click.argument("cabeza", required=False, default="")
@click.option(
    "--formato",
    type=click.Choice(["texto", "md", "json"]),
    default="texto",
    show_default=True,
    help="texto es para leer aquí; md, para una solicitud de cambio; json, para una máquina.",
)
@click.option("--raiz", metavar="CARPETA", help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba.")
@click.option(
    "--hoy", type=Dia(), help="El día en que se miran las dos; sin decirlo, el del repositorio o el del reloj."
)
@click.option("--corte", type=Periodo(), help="El último periodo que se cuenta; sin decirlo, el último terminado.")
def comparar(base: str, cabeza: str, formato: str, raiz: str | None, hoy: date | None, corte: str | None) -> int:
    """Dice, mesa por mesa, qué cambió desde que CABEZA se separó de BASE; sin CABEZA, hasta la carpeta de trabajo.

    BASE y CABEZA son revisiones de Git: una rama, una etiqueta, HEAD~1. Sale con 1 si se tocó algo definitivo.
    """
    from mesgepret import compilador, deposito
    from mesgepret.expediente.periodos import fin_de
    from mesgepret.imprenta import cambios
    from mesgepret.lectura import comprobar_entorno

    if impedimento := comprobar_entorno():
        raise deposito.Impedimento(impedimento)
    hasta = fin_de(corte) if corte else None
    gc.disable()  # lo leído vive hasta el final: rastrearlo mientras crece no libera nada
    hecha = compilador.comparar(deposito.Git(raiz_dicha(raiz)), deposito.leer_recursos(), base, cabeza, hoy, hasta)
    comprobar_corte(corte, hasta, hecha.hoy)
    escribir = {"texto": cambios.en_texto, "md": cambios.en_md, "json": cambios.en_json}[formato]
    decir(escribir(hecha), nl=False)
    return 1 if hecha.faltas else 0
