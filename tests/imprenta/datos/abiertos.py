"""De la organización pequeña, con unos archivos puestos encima, a sus datos abiertos y nada más: sin hacer páginas."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from mesgepret import deposito
from mesgepret.imprenta.consultas import Consultas
from mesgepret.imprenta.datos import Abiertos, sigpret
from mesgepret.imprenta.hojas import hojas
from tests.conftest import leer_recursos, revisar_sobre_base


def octetos_de(cambios: dict[str, str | bytes | None]) -> dict[str, bytes]:
    """Los archivos de los datos abiertos, por su ruta en el sitio."""
    recursos = leer_recursos()
    revision = revisar_sobre_base(cambios)
    expediente = revision.expediente
    assert expediente is not None
    consultas = Consultas(expediente, revision.hallazgos, recursos.requisitos, interno=False)
    todas = list(hojas(expediente, recursos.paginas.values(), recursos.requisitos.values(), interno=False))
    zona = ZoneInfo(expediente.repositorio.zona)
    esquemas = {**recursos.esquemas, "resultados": recursos.resultados}
    envios = sigpret.envios(expediente)
    almacen = deposito.base_temporal
    return dict(Abiertos(consultas, todas, envios, esquemas=esquemas, zona=zona, almacen=almacen).archivos())


def datos_de(cambios: dict[str, str | bytes | None]) -> dict[str, str]:
    """Lo mismo en texto; de la base de datos, que no lo es, nada."""
    return {ruta: c.decode() for ruta, c in octetos_de(cambios).items() if not ruta.endswith(".sqlite")}
