"""De lo que dicen los catálogos a lo que el repositorio declara que hay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M117")
def universo_que_no_cuadra(expediente: Expediente) -> Iterator[Hallado]:
    """Ejes, sectores o instituciones en vigor hoy, en número distinto del que `universo` declara (R04, T11)."""
    universo, hoy = expediente.repositorio.universo, expediente.hoy
    if universo is None:
        return
    vigentes = [i for i in expediente.instituciones.values() if i.vigente(hoy)]
    for clave, cuales, contados in (
        ("ejes", "los ejes del catálogo", len(expediente.ejes)),
        ("sectores", "los sectores del catálogo", len(expediente.sectores)),
        ("instituciones", f"las instituciones del catálogo en vigor el {hoy}", len(vigentes)),
    ):
        declarados = getattr(universo, clave)
        if declarados is not None and declarados != contados:
            yield universo.en(clave), f"{cuales} suman {contados}, y se declaran «{declarados}»"
