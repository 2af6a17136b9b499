"""De los hallazgos a anotaciones de GitHub, las que caben, y a un resumen con todos.

GitHub enseña hasta diez anotaciones de cada clase por paso; lo demás se perdería, así que va al resumen del paso.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.avisos.en_texto import contar_hallazgos
from mesgepret.avisos.informe import con_remedio
from mesgepret.diagnostico import Gravedad

if TYPE_CHECKING:
    from mesgepret.avisos.informe import Informe
    from mesgepret.diagnostico import Diagnostico

_CLASES = {Gravedad.ERROR: "error", Gravedad.INCUMPLIMIENTO: "warning", Gravedad.ALERTA: "notice"}
CABEN = 10
"""Anotaciones de cada clase que GitHub enseña por paso."""
_FILAS = 1000  # el resumen de un paso admite un mebibyte


def escribir(informe: Informe) -> str:
    """Una orden de anotación por renglón: los errores primero, y de cada gravedad antes lo que nadie explicó."""
    renglones = []
    for gravedad in Gravedad:
        suyos = sorted(
            (h for h in informe.hallazgos if h.gravedad is gravedad), key=lambda h: h.justificacion is not None
        )
        renglones += [_anotacion(informe, hallazgo) for hallazgo in suyos[:CABEN]]
    return "".join(f"{renglon}\n" for renglon in renglones)


def resumir(informe: Informe) -> str:
    """El resumen del paso, en Markdown: la cuenta y una tabla con todos los hallazgos."""
    partes = [f"### mesgepret: {contar_hallazgos(informe.hallazgos)}\n"]
    if informe.sin_juzgar:
        donde = "" if "" in informe.sin_juzgar else f" en {', '.join(informe.sin_juzgar)}"
        partes.append(f"Las reglas no se han mirado{donde}: primero hay que corregir los errores.\n")
    if informe.hallazgos:
        partes.append("| Gravedad | Código | Lugar | Qué |\n| --- | --- | --- | --- |")
        en_orden = sorted(informe.hallazgos, key=lambda h: (h.gravedad.orden, h.orden))
        partes += [_fila(informe, hallazgo) for hallazgo in en_orden[:_FILAS]]
        if len(en_orden) > _FILAS:
            partes.append(f"\nY {len(en_orden) - _FILAS} más, que `mesgepret revisar` enseña.")
    return "\n".join(partes) + "\n"


def _anotacion(informe: Informe, hallazgo: Diagnostico) -> str:
    lugar = hallazgo.ubicacion
    titulo = " ".join([hallazgo.codigo, informe.nombre(hallazgo.codigo)]).strip()
    propiedades = {
        "file": informe.ruta(lugar.archivo),
        "line": str(lugar.linea),
        "col": str(lugar.columna),
        "title": titulo,
    }
    escritas = ",".join(f"{clave}={_propiedad(valor)}" for clave, valor in propiedades.items())
    return f"::{_CLASES[hallazgo.gravedad]} {escritas}::{_dato(con_remedio(hallazgo))}"


def _fila(informe: Informe, hallazgo: Diagnostico) -> str:
    enlace = informe.enlace(hallazgo.codigo)
    codigo = f"[{hallazgo.codigo}]({enlace})" if enlace else hallazgo.codigo
    gravedad = hallazgo.gravedad.value + (" justificado" if hallazgo.justificacion else "")
    return f"| {gravedad} | {codigo} | `{_celda(str(hallazgo.ubicacion))}` | {_celda(con_remedio(hallazgo))} |"


def _celda(texto: str) -> str:
    """Un texto en una celda: ni parte la tabla ni se lee como HTML."""
    llano = " ".join(texto.split()).replace("`", "'")
    return llano.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")


def _dato(texto: str) -> str:
    return texto.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _propiedad(texto: str) -> str:
    return _dato(texto).replace(":", "%3A").replace(",", "%2C")
