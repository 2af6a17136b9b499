"""De una clase y un día al documento siguiente, escrito en su sitio y con lo que falta vacío."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mesgepret.cli.argumentos import Periodo, raiz_dicha
from mesgepret.cli.terminal import corta, decir

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mesgepret.imprenta.nuevos import Nuevo, Nuevos

_RAIZ = click.option(
    "--raiz", metavar="CARPETA", help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba."
)
_NIVEL = click.option(
    "--nivel", type=click.Choice(["tecnico", "politico", "conjunta"]),
    help="El de la sesión; sin decirlo, el de su convocatoria o, si no la hay, tecnico.",
)  # fmt: skip


class Sesion(click.ParamType[str]):
    """Un día escrito 2024-12-31, o la segunda sesión de ese día, 2024-12-31-2."""

    name = "AAAA-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """El nombre del archivo de esa sesión, o un mal uso contado."""
        dia, orden = value[:10], value[10:]
        try:
            bien = str(date.fromisoformat(dia)) == dia and (not orden or int(orden.removeprefix("-")) > 1)
        except ValueError:
            bien = False
        if not bien or (orden and not orden.startswith("-")):
            self.fail(f"«{value}» no es un día; se escribe 2024-12-31, o 2024-12-31-2 si es la segunda.", param, ctx)
        return str(value)


@click.group(options_metavar="[OPCIONES]", subcommand_metavar="CLASE [ARGUMENTOS]...")
def nuevo() -> None:
    """Empieza el documento siguiente con lo que ya se sabe; lo que falta queda vacío, y nunca pisa nada."""


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("mesa")
@click.argument("dia", type=Sesion())
@_NIVEL
@_RAIZ
def acta(mesa: str, dia: str, nivel: str | None, raiz: str | None) -> int:
    """La ayuda memoria de una sesión de la MESA (el id de su sector)."""
    return _escribir(raiz, lambda n: n.acta(_mesa(n, mesa), date.fromisoformat(dia[:10]), dia, nivel or ""))


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("mesa")
@click.argument("dia", type=Sesion())
@_NIVEL
@_RAIZ
def convocatoria(mesa: str, dia: str, nivel: str | None, raiz: str | None) -> int:
    """La convocatoria de la MESA para un día."""
    return _escribir(raiz, lambda n: n.convocatoria(_mesa(n, mesa), date.fromisoformat(dia[:10]), dia, nivel or ""))


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("mesa")
@click.argument("dia", type=Sesion())
@_RAIZ
def seguimiento(mesa: str, dia: str, raiz: str | None) -> int:
    """El seguimiento de la MESA entre sesiones, a sus acuerdos abiertos."""
    return _escribir(
        raiz, lambda n: n.seguimiento(_mesa(n, mesa), date.fromisoformat(dia[:10]), dia),
        f"la mesa «{mesa}» no tiene ese día ningún acuerdo abierto.",
    )  # fmt: skip


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("mesa")
@click.argument("periodo")
@_RAIZ
def plan(mesa: str, periodo: str, raiz: str | None) -> int:
    """El plan de trabajo de la MESA para un PERIODO: un año, o dos separados por un guion."""
    anios = periodo.split("-")
    if len(anios) > 2 or not all(anio.isdecimal() and len(anio) == 4 for anio in anios) or anios != sorted(anios):
        raise click.UsageError(f"«{periodo}» no es el periodo de un plan; se escribe 2024, o 2024-2026.")
    return _escribir(raiz, lambda n: n.plan(_mesa(n, mesa), periodo))


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("institucion")
@click.argument("periodo", type=Periodo())
@_RAIZ
def avance(institucion: str, periodo: str, raiz: str | None) -> int:
    """Las cifras que a la INSTITUCION le toca informar de un PERIODO."""
    return _escribir(
        raiz, lambda n: n.avance(_una(n.expediente.instituciones, institucion, "institución"), periodo),
        f"«{institucion}» no responde por ningún indicador sin cifra en {periodo}.",
    )  # fmt: skip


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("sector")
@_RAIZ
def mesa(sector: str, raiz: str | None) -> int:
    """La mesa de un SECTOR que todavía no la tiene."""
    return _escribir(raiz, lambda n: n.mesa(_una(n.expediente.sectores, sector, "sector")))


@nuevo.command(options_metavar="[OPCIONES]")
@click.argument("sector")
@click.argument("institucion")
@_RAIZ
def miembro(sector: str, institucion: str, raiz: str | None) -> int:
    """Una acreditación de la INSTITUCION ante la mesa de un SECTOR."""

    def hacer(n: Nuevos) -> Nuevo:
        casas = n.expediente.instituciones
        return n.miembro(_una(n.expediente.sectores, sector, "sector"), _una(casas, institucion, "institución"))

    return _escribir(raiz, hacer)


def _mesa(nuevos: Nuevos, id: str) -> Any:
    return _una(nuevos.expediente.mesas, id, "mesa")


def _una(todas: Mapping[str, Any], id: str, que: str) -> Any:
    from mesgepret.diagnostico import sugerir

    if id not in todas:
        parecida = sugerir(id, todas)
        pista = f" ¿Quiso decir {parecida}?" if parecida else ""
        raise click.UsageError(f"no hay {'ningún' if que == 'sector' else 'ninguna'} {que} «{id}».{pista}")
    return todas[id]


def _escribir(raiz: str | None, hacer: Callable[[Nuevos], Nuevo | None], nada: str = "") -> int:
    """Escribe lo que se hace; si su archivo ya está, enseña lo que se le puede añadir, o dice que ya está."""
    from mesgepret import compilador, deposito
    from mesgepret.imprenta.nuevos import Nuevos

    carpeta, recursos = raiz_dicha(raiz), deposito.leer_recursos()
    expediente = compilador.revisar(deposito.leer_arbol(carpeta), recursos).expediente
    if expediente is None:
        decir("Hay errores que no dejan saber lo que ya hay: «mesgepret revisar» dice cuáles.", err=True)
        return 1
    hecho = hacer(Nuevos(expediente, recursos.plantillas))
    if hecho is None:
        raise click.UsageError(nada)
    destino = carpeta / hecho.archivo
    if destino.exists() and hecho.sigue:
        decir(f"# {corta(destino)} ya está: pegue esto al final, y complételo.", err=True)
        decir(hecho.sigue, nl=False)
        return 0
    deposito.poner(destino, hecho.texto, nuevo=True)
    decir(f"Se escribió {corta(destino)}. Complete lo que está vacío; «mesgepret revisar» dice lo que falte.")
    return 0
