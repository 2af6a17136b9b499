"""De los argumentos a una orden, y de lo que pase a un código de salida: 0, 1, 2 o 3."""

from __future__ import annotations

import errno
import gc
import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mesgepret import __version__
from mesgepret.cli.argumentos import Dia, Periodo, ambito_elegido, comprobar_corte, comunes, de_un_ambito, raiz_dicha
from mesgepret.cli.comparacion import comparar
from mesgepret.cli.espanol import hablar_espanol
from mesgepret.cli.historia import cronica_de, sello, verificar
from mesgepret.cli.nuevo import nuevo
from mesgepret.cli.revisores import revisores
from mesgepret.cli.terminal import cierre, con_barra, corta, decir

if TYPE_CHECKING:
    from pathlib import Path

    from mesgepret.compilador import Revision

BIEN, CON_ERRORES, MAL_USO, DEFECTO = 0, 1, 2, 3
_DEL_ENTORNO = frozenset([errno.ENOSPC, errno.EIO, errno.EBADF, errno.EDQUOT])


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[OPCIONES]",
    subcommand_metavar="ORDEN [ARGUMENTOS]...",
)
@click.version_option(__version__, message="mesgepret %(version)s", help="Dice la versión y termina.")
def orden() -> None:
    """El compilador de las mesas sectoriales: revisa lo que acuerdan y publica su sitio."""


@orden.command(options_metavar="[OPCIONES]")
@comunes
@click.option(
    "--salida",
    metavar="CARPETA",
    help="Dónde escribir el sitio; sin decirlo, output/ en la raíz.",
)
@click.option("--sin-buscador", is_flag=True, help="No hace el índice de búsqueda: queda el índice por letras.")
def construir(salida: str | None, sin_buscador: bool, **opciones: Any) -> int:
    """Revisa el repositorio y, si no hay errores, escribe su sitio."""
    from functools import partial
    from pathlib import Path
    from time import monotonic

    from mesgepret import compilador, deposito

    comienzo = monotonic()
    raiz, revision, recursos = _revisar(**opciones)
    destino = (Path(salida) if salida else raiz / "output").absolute()
    if revision.falla(estricto=opciones["estricto"]):
        decir(cierre(revision, comienzo) + f"\nNo se escribió nada: {corta(destino)} queda como estaba.")
        return CON_ERRORES
    programa = "" if sin_buscador else deposito.programa_de_busqueda()
    cronica, sin_historia = cronica_de(raiz, revision)
    sitio = compilador.componer(revision, recursos, opciones["perfil"], cronica=cronica, con_buscador=bool(programa))
    paginas = con_barra(sitio.archivos, sitio.cuantos, "Escribiendo el sitio")
    archivos = deposito.publicar(destino, paginas, partial(deposito.indexar, programa=programa) if programa else None)
    decir(cierre(revision, comienzo))
    decir(
        f"{sitio.paginas} páginas, cada una en HTML y en Markdown ({archivos} archivos). "
        f"Ábralo en {corta(destino / 'index.html')}"
    )
    if sin_historia:
        decir(f"Sin historia en las páginas: {sin_historia}.")
    if not programa and not sin_buscador:
        decir("Sin buscador, que pide el paquete pagefind-bin (extra «buscador»): queda el índice por letras.")
    return BIEN


@orden.command(options_metavar="[OPCIONES]")
@comunes
@click.option(
    "--formato",
    type=click.Choice(["texto", "json", "github", "gitlab", "sarif", "junit"]),
    default="texto",
    show_default=True,
    help="Para quién se escribe: texto es para leer; los demás, para una máquina.",
)
def revisar(formato: str, **opciones: Any) -> int:
    """Revisa el repositorio y dice lo que halla, los errores al final; no escribe nada."""
    from time import monotonic

    comienzo = monotonic()
    raiz, revision, recursos = _revisar(enseguida=formato == "texto", **opciones)
    if formato != "texto":
        decir(_para_una_maquina(formato, raiz, revision, recursos), nl=False)
    decir(cierre(revision, comienzo), err=formato != "texto")
    return CON_ERRORES if revision.falla(estricto=opciones["estricto"]) else BIEN


@orden.command(options_metavar="[OPCIONES]")
@click.argument("archivo")
@click.option("--hoy", type=Dia(), help="El día en que se mira; sin decirlo, hoy o, si es posterior, el del corte.")
@click.option("--corte", type=Periodo(), help="El último periodo que se cuenta; sin decirlo, el último terminado.")
@click.option(
    "--formato",
    type=click.Choice(["texto", "json"]),
    default="texto",
    show_default=True,
    help="texto es para leer; json, para una máquina.",
)
def calcular(archivo: str, hoy: date | None, corte: str | None, formato: str) -> int:
    """Calcula las metas y las cifras de un archivo suelto, y dice cómo llega a cada número."""
    from pathlib import Path

    from mesgepret import compilador, deposito
    from mesgepret.avisos import Papel, escribir
    from mesgepret.expediente.periodos import fin_de
    from mesgepret.imprenta import renglones, resultados

    hasta = fin_de(corte) if corte else None
    dia = hoy or max(deposito.dia_de_hoy("America/Tegucigalpa") or date.min, hasta or date.min)
    comprobar_corte(corte, hasta, dia)
    revision = compilador.calcular(deposito.leer_suelto(Path(archivo)), deposito.leer_recursos(), dia, hasta)
    for bloque in escribir(revision.hallazgos, revision.documentos, Papel(color=False)):
        decir(bloque, err=True)
    if revision.expediente is not None:
        filas = resultados.filas(revision.expediente)
        decir(resultados.en_json(filas) if formato == "json" else renglones.en_texto(filas), nl=False)
    return CON_ERRORES if revision.falla() else BIEN


@orden.command(options_metavar="[OPCIONES]")
@comunes
@de_un_ambito
def informe(mesa: str | None, eje: str | None, institucion: str | None, pais: bool, **opciones: Any) -> int:
    """Escribe el informe de avance del país o, si se dice, de un eje, una mesa o una institución."""
    from mesgepret import compilador

    clase, cual = ambito_elegido(mesa=mesa, eje=eje, institucion=institucion, pais=pais)
    _, revision, recursos = _revisar(enseguida=False, **opciones)
    if revision.falla(estricto=opciones["estricto"]):
        decir("No se informa de lo que tiene errores: «mesgepret revisar» dice cuáles.", err=True)
        return CON_ERRORES
    texto, parecido = compilador.informe(revision, recursos, clase, cual, opciones["perfil"])
    if not texto:
        pista = f" ¿Quiso decir {parecido}?" if parecido else ""
        raise click.UsageError(f"no hay de qué informar: --{clase} «{cual}» no está, o no tiene metas.{pista}")
    decir(texto, nl=False)
    return BIEN


@orden.command(options_metavar="[OPCIONES]")
@click.argument("que", required=False)
@click.option("--lista", is_flag=True, help="Enumera todos los códigos.")
def explicar(que: str | None, lista: bool) -> int:
    """Explica un código (C102), el nombre de una regla (convocatoria-tardia) o un requisito (R81)."""
    from mesgepret import avisos, deposito

    recursos = deposito.leer_recursos()
    if lista:
        for pagina in recursos.paginas.values():
            decir(f"{pagina.codigo}  {pagina.gravedad.value:<14}  {pagina.nombre}")
        return BIEN
    if que is None:
        raise click.UsageError("diga un código, como C102, un requisito, como R81, o --lista.")
    hallado = avisos.explicar(que, recursos.paginas, recursos.requisitos)
    if not hallado.texto:
        pista = f" ¿Quiso decir {hallado.parecido}?" if hallado.parecido else ""
        raise click.UsageError(f"no hay ningún código, nombre ni requisito «{que}».{pista}")
    decir(hallado.texto, nl=False)
    return BIEN


@orden.command(options_metavar="[OPCIONES]")
@click.argument("anio", type=click.IntRange(2022, 2100))
@click.option("--raiz", metavar="CARPETA", help="El repositorio; sin decirlo, la carpeta más cercana hacia arriba.")
def feriados(anio: int, raiz: str | None) -> int:
    """Escribe en la terminal el borrador de los feriados de un año, para completarlo con el decreto."""
    from mesgepret import compilador, deposito
    from mesgepret.cli.feriados import borrador

    arbol = deposito.leer_arbol(raiz_dicha(raiz))
    expediente = compilador.revisar(arbol, deposito.leer_recursos()).expediente
    ya_estan = {feriado.fecha for feriado in expediente.feriados} if expediente else set()
    decir(borrador(anio, ya_estan), nl=False)
    return BIEN


for una in (comparar, nuevo, revisores, sello, verificar):
    orden.add_command(una)


def _para_una_maquina(formato: str, raiz: Path, revision: Revision, recursos: Any) -> str:
    """Los hallazgos en un formato; el de GitHub deja además el resumen del paso donde GitHub dice."""
    from mesgepret.avisos import DE_MAQUINA, Informe, resumir_paso
    from mesgepret.deposito import Impedimento, causa

    sitio = revision.expediente.repositorio.sitio if revision.expediente else None
    informe = Informe(
        revision.hallazgos,
        revision.documentos,
        recursos.paginas,
        revision.sin_juzgar,
        __version__,
        f"{sitio.url.rstrip('/')}/" if sitio and sitio.url else "",
        _desde_aqui(raiz),
    )
    if formato == "github" and (resumen := os.environ.get("GITHUB_STEP_SUMMARY")):
        try:
            with open(resumen, "a", encoding="utf-8") as hoja:
                hoja.write(resumir_paso(informe))
        except OSError as fallo:
            raise Impedimento(f"no se pudo escribir el resumen del paso en {resumen}: {causa(fallo)}") from fallo
    return DE_MAQUINA[formato](informe)


def _desde_aqui(raiz: Path) -> str:
    """La carpeta del repositorio desde donde se corre, con su barra final; vacía si es la misma o no cuelga de ella."""
    relativa = corta(raiz.resolve()).as_posix()
    return "" if relativa == "." or relativa.startswith("/") or ":" in relativa else f"{relativa}/"


def _revisar(
    *,
    raiz: str | None,
    hoy: date | None,
    corte: str | None,
    perfil: str,
    color: str,
    enseguida: bool = True,
    **_: Any,
) -> tuple[Path, Revision, Any]:
    """Lee, revisa y, `enseguida`, escribe los hallazgos en la terminal."""
    from mesgepret import compilador, deposito
    from mesgepret.avisos import Papel, escribir
    from mesgepret.expediente.periodos import fin_de
    from mesgepret.lectura import comprobar_entorno

    if impedimento := comprobar_entorno():
        raise deposito.Impedimento(impedimento)
    carpeta = raiz_dicha(raiz)
    gc.disable()  # el modelo vive hasta el final: rastrearlo mientras crece no libera nada
    recursos = deposito.leer_recursos()
    arbol = deposito.leer_arbol(carpeta, interno=perfil == "interno")
    hasta = fin_de(corte) if corte else None
    revision = compilador.revisar(arbol, recursos, hoy, hasta, lambda todos: con_barra(todos, len(todos), "Leyendo"))
    comprobar_corte(corte, hasta, revision.expediente.hoy if revision.expediente else None)
    gc.freeze()  # lo que viene (las páginas) sí deja basura: se recoge, sin volver a recorrer el modelo
    gc.enable()
    papel = Papel(
        color=color == "siempre" or (color == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    )
    peores_al_final = sorted(revision.hallazgos, key=lambda h: -h.gravedad.orden)
    for bloque in escribir(peores_al_final, revision.documentos, papel) if enseguida else ():
        decir(bloque, color=papel.color)
    return carpeta, revision, recursos


def main(argumentos: list[str] | None = None) -> None:
    """La puerta: ejecuta la orden y sale con 0 (bien), 1 (hay errores), 2 (mal uso o entorno) o 3 (defecto nuestro)."""
    if sys.stdout is None or sys.stderr is None:  # sin salida a donde escribir, se trabaja igual
        nada = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = sys.stdout or nada, sys.stderr or nada
    for flujo in (sys.stdout, sys.stderr):
        if hasattr(flujo, "reconfigure"):
            flujo.reconfigure(encoding="utf-8", errors="replace")
    hablar_espanol()
    sys.exit(_ejecutar(argumentos))


def _ejecutar(argumentos: list[str] | None) -> int:
    try:
        return int(orden.main(args=argumentos, prog_name="mesgepret", standalone_mode=False) or BIEN)
    except click.exceptions.Exit as salida:
        return salida.exit_code
    except click.ClickException as fallo:
        fallo.show()
        return MAL_USO
    except (click.Abort, KeyboardInterrupt):
        decir("Interrumpido: no se cambió nada.", err=True)
        return MAL_USO
    except Exception as fallo:
        return _tropezar(fallo)


def _tropezar(fallo: Exception) -> int:
    """Lo que no es culpa de los documentos: del entorno (2), o nuestra (3)."""
    from mesgepret.deposito import Impedimento, causa  # aquí y no arriba: la ayuda no ha de cargar el compilador

    if isinstance(fallo, Impedimento):
        decir(f"Error: {fallo}", err=True)
        return MAL_USO
    if isinstance(fallo, OSError) and fallo.errno in _DEL_ENTORNO:
        decir(f"Error: el sistema no deja seguir ({causa(fallo)}).", err=True)
        return MAL_USO
    import traceback

    traceback.print_exception(fallo)
    confesion = "Esto es un defecto de mesgepret, no de sus documentos. Por favor, denos el texto de arriba."
    decir(f"\n{confesion}", err=True)
    return DEFECTO
