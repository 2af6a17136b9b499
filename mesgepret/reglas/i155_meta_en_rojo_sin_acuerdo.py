"""De las metas en rojo a las que ningún acuerdo atiende."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas import de_la_clase
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I155")
def meta_en_rojo_sin_acuerdo(expediente: Expediente) -> Iterator[Hallado]:
    """Meta en rojo en los dos últimos trimestres cerrados, sin acuerdo, abierto o posterior, que la atienda (R07)."""
    for alerta in de_la_clase(expediente, "meta-en-rojo-sin-acuerdo"):
        yield alerta.lugar, alerta.motivo, alerta.de.id, alerta.otras
