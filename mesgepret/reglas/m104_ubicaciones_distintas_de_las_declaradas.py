"""De los sectores puestos en los ejes a cuántos lugares ocupan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M104")
def ubicaciones_distintas_de_las_declaradas(expediente: Expediente) -> Iterator[Hallado]:
    """Cuenta distinta de `universo.ubicaciones`, o sector en ningún eje; sin universo declarado, nada (R39, T11)."""
    universo = expediente.repositorio.universo
    if universo is None or universo.ubicaciones is None:
        return
    if expediente.ubicaciones != universo.ubicaciones:
        yield (
            universo.en("ubicaciones"),
            (
                f"las ubicaciones de los sectores en los ejes suman {expediente.ubicaciones}, y se declaran "
                f"«{universo.ubicaciones}»"
            ),
        )
    for sector in expediente.sectores.values() if expediente.ejes else ():
        if not sector.ubicaciones:
            yield sector.en("id"), f"el sector «{sector.nombre}» no está en ningún eje", sector.id
