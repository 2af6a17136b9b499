"""De los acreditados el día de la sesión a los que no recibieron la ayuda memoria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A109")
def destinatario_omitido(expediente: Expediente) -> Iterator[Hallado]:
    """Acreditado de cualquier nivel, vigente en la sesión, que no está entre los destinatarios de envío alguno (R94).

    Se juzga la ayuda memoria definitiva de la mesa que ya se distribuyó; se cuentan todos los envíos (T8).
    """
    for acta in expediente.actas:
        entregas = acta.entregas if acta.definitiva and acta.distribucion else []
        faltan = [miembro.nombre for miembro, entrega in entregas if entrega is None]
        if faltan:
            mensaje = (
                f"la ayuda memoria no se distribuyó a {len(faltan)} de los {len(entregas)} acreditados el día de la "
                f"sesión: «{'», «'.join(faltan)}»"
            )
            yield acta.en("distribucion"), mensaje, acta.sesion.id
