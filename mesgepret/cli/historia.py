"""De la historia de Git a lo que se lee en la terminal: el sello de una ayuda memoria, y si alguien tocó alguna."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mesgepret.cli.argumentos import raiz_dicha
from mesgepret.cli.terminal import decir

if TYPE_CHECKING:
    from pathlib import Path

    from mesgepret.compilador import Revision
    from mesgepret.historia import Cronica, Verificacion, Vida

_RAIZ = click.option(
    "--raiz", metavar="CARPETA", help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba."
)


@click.command(options_metavar="[OPCIONES]")
@click.argument("acta")
@_RAIZ
def sello(acta: str, raiz: str | None) -> int:
    """Escribe el sello de una ayuda memoria: la huella sha256 de lo que dice. ACTA es su id o su archivo."""
    from mesgepret import deposito
    from mesgepret.historia import epoca, sellar

    hallado = sellar(epoca(deposito.leer_arbol(raiz_dicha(raiz)).archivos), acta)
    if not hallado.sello:
        pista = f" ¿Quiso decir {hallado.parecida}?" if hallado.parecida else ""
        raise click.UsageError(f"no hay ninguna ayuda memoria «{acta}» que se pueda leer.{pista}")
    decir(f"{hallado.sello}  {hallado.archivo}")
    return 0


@click.command(options_metavar="[OPCIONES]")
@click.option("--formato", type=click.Choice(["texto", "json"]), default="texto", show_default=True,
              help="texto es para leer; json, para una máquina.")  # fmt: skip
@_RAIZ
def verificar(formato: str, raiz: str | None) -> int:
    """Recorre la línea principal y dice, de cada ayuda memoria definitiva, desde cuándo lo es y si alguien la tocó."""
    from mesgepret import compilador, deposito

    hecha = compilador.verificar(deposito.Git(raiz_dicha(raiz)))
    decir(_en_json(hecha) if formato == "json" else "\n".join(_renglones(hecha)))
    return 0 if hecha.intacta else 1


def cronica_de(raiz: Path, revision: Revision) -> tuple[Cronica | None, str]:
    """La crónica de lo que se publica o, si no se puede leer, por qué."""
    from mesgepret import compilador, deposito

    try:
        return compilador.historiar(deposito.Git(raiz), revision), ""
    except deposito.Impedimento as impedimento:
        return None, str(impedimento)


def _renglones(hecha: Verificacion) -> list[str]:
    renglones = [f"Línea de {hecha.linea}, {len(hecha.pasos)} pasos{hecha.desde and f' desde {hecha.desde[:9]}'}."]
    for vida in hecha.vidas:
        renglones += ["", f"{vida.archivo}", f"  definitiva desde {_paso(vida.desde)}", f"  sello {vida.sello}"]
        renglones += [
            f"  se reservó «{r.campo}» en {_paso(r.paso)}; antes, sello {r.sello_antes}" for r in vida.reservas
        ]
        renglones += [f"  {f.codigo} {f.mensaje}, en {_paso(paso)}" for paso, f in vida.faltas]
        renglones += ["  nadie la ha tocado"] if vida.intacta else []
    tocadas = sum(not vida.intacta for vida in hecha.vidas)
    cuantas = (
        "1 ayuda memoria definitiva" if len(hecha.vidas) == 1 else f"{len(hecha.vidas)} ayudas memoria definitivas"
    )
    return [*renglones, "", f"{cuantas}: {f'{tocadas} con cambios' if tocadas else 'todas intactas'}."]


def _paso(paso: Any) -> str:
    return f"{paso.commit[:9]} ({paso.fecha[:10]}, {paso.autor})"


def _en_json(hecha: Verificacion) -> str:
    import json

    return json.dumps({"linea": hecha.linea, "desde": hecha.desde or None, "actas": [_vida(v) for v in hecha.vidas]},
                      ensure_ascii=False, indent=1)  # fmt: skip


def _vida(vida: Vida) -> dict[str, Any]:
    return {
        "archivo": vida.archivo,
        "sello": vida.sello,
        "intacta": vida.intacta,
        "definitiva_desde": {"commit": vida.desde.commit, "fecha": vida.desde.fecha, "autor": vida.desde.autor},
        "faltas": [
            {"codigo": f.codigo, "mensaje": f.mensaje, "commit": p.commit, "fecha": p.fecha, "autor": p.autor}
            for p, f in vida.faltas
        ],
        "reservas": [
            {"campo": r.campo, "commit": r.paso.commit, "fecha": r.paso.fecha, "autor": r.paso.autor,
             "sello_antes": r.sello_antes, "sello": r.sello}
            for r in vida.reservas
        ],
    }  # fmt: skip
