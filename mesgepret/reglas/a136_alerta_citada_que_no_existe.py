"""De las alertas que se citan a las de una clase que no existe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import sugerir
from mesgepret.evaluacion.alertas import CLASES, citas
from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("A136")
def alerta_citada_que_no_existe(expediente: Expediente) -> Iterator[Hallado]:
    """Id de alerta cuya clase no es ninguna de las que hay (R07); de la cosa de que trata responde V101."""
    for pieza, lugar, escrita in citas(expediente):
        clase = escrita.partition(":")[0]
        if clase not in CLASES:
            parecida = sugerir(clase, CLASES)
            quiso = f": la más parecida es «{parecida}»" if parecida else ""
            mensaje = f"la alerta «{escrita}» es de la clase «{clase}», que no existe{quiso}"
            yield pieza.en("alertas", lugar), mensaje, escrita
