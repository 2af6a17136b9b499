"""De lo que se escribe tras una orden a valores: días, periodos y las opciones que todas comparten."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PERIODO = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:S[12]|T[1-4]|0[1-9]|1[0-2]))?").fullmatch


class Dia(click.ParamType[date]):
    """Un día escrito 2024-12-31."""

    name = "AAAA-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """El día, o un mal uso contado."""
        try:
            return date.fromisoformat(value) if len(value) == 10 else self.fail(_NO_ES_DIA.format(value), param, ctx)
        except ValueError:
            self.fail(_NO_ES_DIA.format(value), param, ctx)


_NO_ES_DIA = "«{}» no es un día; se escribe 2024-12-31."


class Periodo(click.ParamType[str]):
    """Un periodo escrito 2024, 2024-S1, 2024-T1 o 2024-01."""

    name = "PERIODO"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """El periodo, o un mal uso contado."""
        if not _PERIODO(value):
            self.fail(f"«{value}» no es un periodo; se escribe 2024, 2024-S1, 2024-T1 o 2024-01.", param, ctx)
        return str(value)


def comunes(funcion: Callable[..., Any]) -> Callable[..., Any]:
    """Las opciones de toda orden que mira un repositorio."""
    opciones = [
        click.option("--raiz", metavar="CARPETA",
                     help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba con mesgepret.yaml."),
        click.option("--hoy", type=Dia(),
                     help="El día en que se juzgan las fechas; sin decirlo, el del repositorio o el del reloj."),
        click.option("--corte", type=Periodo(),
                     help="El último periodo que se cuenta; sin decirlo, el último que ese día ha terminado."),
        click.option("--perfil", type=click.Choice(["publico", "interno"]), default="publico", show_default=True,
                     help="interno incluye privado/ y los borradores; no lo publique."),
        click.option("--estricto", is_flag=True, help="Un incumplimiento sin justificar también hace fallar."),
        click.option("--color", type=click.Choice(["auto", "siempre", "nunca"]), default="auto", show_default=True,
                     help="auto: solo en una terminal y sin NO_COLOR."),
    ]  # fmt: skip
    for opcion in reversed(opciones):
        funcion = opcion(funcion)
    return funcion


def raiz_dicha(dicha: str | None) -> Path:
    """La carpeta del repositorio: la dicha, o la más cercana hacia arriba; si no lo es, un mal uso contado."""
    from pathlib import Path

    from mesgepret import deposito

    if dicha is not None:
        if not os.path.lexists(os.path.join(dicha, "mesgepret.yaml")):
            raise click.UsageError(f"«{dicha}» no es un repositorio de mesgepret: no tiene mesgepret.yaml.")
        return Path(dicha)
    hallada = deposito.buscar_raiz(Path.cwd())
    if hallada is None:
        raise click.UsageError(
            "no hay mesgepret.yaml en esta carpeta ni más arriba; entre en el repositorio o diga --raiz."
        )
    return hallada


def de_un_ambito(funcion: Callable[..., Any]) -> Callable[..., Any]:
    """Las opciones con que se dice de qué se informa; de ninguna, del país."""
    opciones = [
        click.option("--mesa", metavar="ID", help="De una mesa: el id o la sigla de su sector."),
        click.option("--eje", metavar="ID", help="De un eje o de una de sus vertientes, como EJE2-social."),
        click.option("--institucion", metavar="ID", help="De una institución: su id o su sigla."),
        click.option("--pais", is_flag=True, help="De todo el país; es lo que se hace sin decir nada."),
    ]
    for opcion in reversed(opciones):
        funcion = opcion(funcion)
    return funcion


def ambito_elegido(*, mesa: str | None, eje: str | None, institucion: str | None, pais: bool) -> tuple[str, str]:
    """La clase y el id de lo que se eligió; elegir dos cosas es un mal uso."""
    dichos = [(clase, id) for clase, id in (("mesa", mesa), ("eje", eje), ("institucion", institucion)) if id]
    if len(dichos) + pais > 1:
        raise click.UsageError("diga solo una de estas: --mesa, --eje, --institucion o --pais.")
    return dichos[0] if dichos else ("pais", "pais")


def comprobar_corte(corte: str | None, hasta: date | None, hoy: date | None) -> None:
    """Un corte que no ha terminado no es un corte."""
    if hasta is not None and hoy is not None and hasta > hoy:
        raise click.UsageError(f"el periodo {corte} no ha terminado el {hoy}; diga otro --corte u otro --hoy.")
