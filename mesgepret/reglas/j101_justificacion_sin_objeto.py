"""De una justificación al incumplimiento que debía explicar y no está."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad, sugerir
from mesgepret.reglas.registro import regla_de_cierre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.reglas.juicio import Juicio
    from mesgepret.reglas.registro import Hallado


@regla_de_cierre("J101")
def justificacion_sin_objeto(juicio: Juicio) -> Iterator[Hallado]:
    """Justificación que no tocó a ningún incumplimiento: su regla no existe, no los halla, o no halló ninguno ahí."""
    for raiz, una in juicio.sin_usar:
        pagina = juicio.paginas.get(una.regla)
        lugar = una.en("regla")
        if pagina is None:
            parecida = sugerir(una.regla, [c for c in juicio.paginas if c[:1] == una.regla[:1].upper()])
            mensaje = f"se justifica «{una.regla}», que no es ninguna regla" + (
                f"; ¿quiso decir «{parecida}»?" if parecida else ""
            )
        elif pagina.gravedad is not Gravedad.INCUMPLIMIENTO:
            mensaje = f"se justifica «{una.regla}», que no es un incumplimiento: es {_CLASE[pagina.gravedad]}"
        else:
            donde = f"sobre «{una.sobre}»" if una.sobre else f"en «{raiz.doc.archivo}»"
            mensaje = f"se justifica «{una.regla}», y no halla nada {donde}"
            if cerca := juicio.cerca(raiz, una)[:3]:
                mensaje += f"; sí lo halla sobre «{'», «'.join(cerca)}»"
            lugar = una.en("sobre")
        yield lugar, mensaje, una.sobre


_CLASE = {Gravedad.ERROR: "un error, y se corrige", Gravedad.ALERTA: "una alerta, y no hace falta"}
