"""De una mesa de ejemplo, que viaja con las plantillas, a lo que la página de los componentes enseña."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mesgepret.esquema import Lugar, situar
from mesgepret.evaluacion import evaluar
from mesgepret.expediente import Expediente, Situado, enlazar
from mesgepret.expediente.mcr import Semaforos
from mesgepret.imprenta.consultas import ESTADOS, Cuenta
from mesgepret.lectura import leer

if TYPE_CHECKING:
    from collections.abc import Mapping

_CARPETA = "muestrario/"
_DIA = date(2024, 10, 15)


def muestrario(plantillas: Mapping[str, str], expediente: Expediente) -> dict[str, Any]:
    """Resultados de cada clase, dos series, unas cuentas, unas metas, un plan y una mesa, vistos siempre el mismo día.

    Los semáforos son los del repositorio que se compila: así se ve cómo pintan los suyos.
    """
    ejemplo = _expediente(plantillas, [r for r in expediente.raices if isinstance(r, Semaforos)])
    mesa, evaluacion = ejemplo.mesas["ejemplo"], evaluar(ejemplo)
    return {
        "dia": _DIA,
        "evaluacion": evaluacion,
        "resultados": [evaluacion.indicador(i) for i in ejemplo.indicadores.values() if i.meta.nivel == "sectorial"],
        "series": [evaluacion.serie(ejemplo.indicadores[f"EJEMPLO-M{n}-I1"]) for n in (1, 3)],
        "cuentas": [Cuenta(estado, 3 * n + 1, n % 3) for n, estado in enumerate(ESTADOS)],
        "metas": mesa.metas,
        "mesa": mesa,
        "plan": mesa.planes[0],
    }


def _expediente(plantillas: Mapping[str, str], semaforos: list[Semaforos]) -> Expediente:
    situados = [Situado(raiz.doc, "semaforos", {}, propio=False) for raiz in semaforos]
    for ruta in (r.removeprefix(_CARPETA) for r in plantillas if r.startswith(_CARPETA)):
        documento, lugar = leer(ruta, plantillas[_CARPETA + ruta].encode())[0], situar(ruta)
        if documento is not None and isinstance(lugar, Lugar):
            situados.append(Situado(documento, lugar.clase, lugar.huecos))
    return enlazar(situados, [], _DIA).expediente
