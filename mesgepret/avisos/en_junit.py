"""De los hallazgos a JUnit, que casi todo servidor de integración sabe enseñar: cada documento es una prueba."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mesgepret.avisos.informe import con_remedio
from mesgepret.diagnostico import Gravedad

if TYPE_CHECKING:
    from mesgepret.avisos.informe import Informe
    from mesgepret.diagnostico import Diagnostico

_FUERA_DE_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escribir(informe: Informe) -> str:
    """Una prueba por documento sin hallazgos y una por hallazgo: el error es `error`; el incumplimiento, `failure`.

    Lo justificado y las alertas no hacen fallar nada: constan como `skipped`, con su texto.
    """
    suite = Element("testsuite", name="mesgepret")
    cuenta = {"error": 0, "failure": 0, "skipped": 0}
    con_hallazgos = {hallazgo.ubicacion.archivo for hallazgo in informe.hallazgos}
    for archivo in informe.archivos:
        if archivo not in con_hallazgos:
            SubElement(suite, "testcase", classname=_limpio(archivo), name="sin hallazgos")
    for hallazgo in informe.hallazgos:
        nombre = " ".join([hallazgo.codigo, informe.nombre(hallazgo.codigo)]).strip()
        caso = SubElement(
            suite,
            "testcase",
            classname=_limpio(hallazgo.ubicacion.archivo),
            name=_limpio(f"{nombre} ({hallazgo.sobre or hallazgo.ubicacion})"),
        )
        clase = _clase(hallazgo)
        cuenta[clase] += 1
        dicho = SubElement(caso, clase, message=_limpio(hallazgo.mensaje), type=hallazgo.gravedad.value)
        dicho.text = _limpio(f"{hallazgo.ubicacion}: {con_remedio(hallazgo)}")
    suite.set("tests", str(len(suite)))
    for atributo, clase in (("errors", "error"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(atributo, str(cuenta[clase]))
    indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"


def _clase(hallazgo: Diagnostico) -> str:
    if hallazgo.gravedad is Gravedad.ERROR:
        return "error"
    return "failure" if hallazgo.gravedad is Gravedad.INCUMPLIMIENTO and not hallazgo.justificacion else "skipped"


def _limpio(texto: str) -> str:
    """Sin los caracteres que un XML no puede llevar."""
    return _FUERA_DE_XML.sub("·", texto)
