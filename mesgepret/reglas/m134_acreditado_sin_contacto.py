"""De un acreditado vigente a los números en que se le halla."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("M134")
def acreditado_sin_contacto(expediente: Expediente) -> Iterator[Hallado]:
    """Con contactos en el árbol (perfil interno), acreditado vigente hoy sin teléfono ni correo en ellos (R72)."""
    for mesa in expediente.mesas.values():
        if mesa.contactos is None:
            continue
        dados = {c.datos["miembro"]: c for c in mesa.contactos.contactos}
        con = {id for id, c in dados.items() if c.tiene("telefonos") or c.tiene("correos")}
        for acreditacion in {a.id: a for a in mesa.acreditados(expediente.hoy) if a.id not in con}.values():
            suyo = dados.get(acreditacion.id)
            yield (
                suyo.en("miembro") if suyo else mesa.contactos.en("contactos"),
                f"de «{acreditacion.nombre}» («{acreditacion.sigla}») no se guarda ningún teléfono ni correo",
                acreditacion.id,
                (acreditacion.en("nombre"),),
            )
