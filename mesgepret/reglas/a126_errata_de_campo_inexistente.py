"""De la clave que una fe de erratas corrige a las que el documento tiene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import sugerir
from mesgepret.expediente import Acta
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A126")
def errata_de_campo_inexistente(expediente: Expediente) -> Iterator[Hallado]:
    """Fe de erratas cuyo `campo` no es una clave de lo que corrige (R84); `fecha` corrige el día de una sesión."""
    for acta in expediente.actas:
        for errata in acta.fe_de_erratas:
            corregida = errata.corregida
            if corregida is None or (errata.campo == "fecha" and isinstance(corregida, Acta)):
                continue
            que = "una ayuda memoria" if isinstance(corregida, Acta) else "un acuerdo"
            clave = errata.campo.split(".")[0]
            if clave not in corregida.CAMPOS or clave == "id":
                parecida = sugerir(clave, corregida.CAMPOS)
                mensaje = f"la fe de erratas corrige la clave «{errata.campo}», que {que} no tiene"
                mensaje += f"; ¿será «{parecida}»?" if parecida else ""
                yield errata.en("campo"), mensaje, acta.sesion.id
