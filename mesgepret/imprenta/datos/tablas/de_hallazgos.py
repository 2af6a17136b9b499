"""De lo que dicen las reglas a sus tablas: los incumplimientos, con su justificación si la tienen, y las alertas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad
from mesgepret.expediente import dia_escrito
from mesgepret.imprenta.datos.tablas.columnas import Columna, Renglon, Tabla

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mesgepret.imprenta.consultas import Consultas


def _de(gravedad: Gravedad) -> Callable[[Consultas], Iterator[Renglon]]:
    def filas(c: Consultas) -> Iterator[Renglon]:
        for orden, hallazgo in enumerate((h for h in c.hallazgos if h.gravedad is gravedad), 1):
            archivo, porque = hallazgo.ubicacion.archivo, hallazgo.justificacion
            mesas = c.expediente.mesas_de(archivo)
            yield Renglon(
                c.documento_de(hallazgo), orden=orden, mesa=mesas[0].id if len(mesas) == 1 else None, archivo=archivo,
                linea=hallazgo.ubicacion.linea, justificacion=porque and porque.motivo, autor=porque and porque.autor,
                justificado_el=dia_escrito(porque and porque.fecha),
                **{n: getattr(hallazgo, n) for n in ("codigo", "sobre", "mensaje", "ayuda")},
            )  # fmt: skip

    return filas


_COLUMNAS = (
    Columna("orden", "entero", dice="Su lugar en la lista, por archivo y por línea; cambia de un corte a otro."),
    Columna("codigo", dice="El código de la regla; su página está en «reglas»."),
    Columna("mesa", dice="Id de la mesa; vacío si es de varias o de todo el país.", apunta="mesas"),
    Columna("sobre", dice="Id de aquello de que trata, si lo tiene."),
    Columna("mensaje", dice="Qué se halló."),
    Columna("ayuda", dice="Qué puede hacerse."),
    Columna("archivo", dice="El documento en que está."),
    Columna("linea", "entero", dice="La línea del documento."),
)
_PORQUE = (
    Columna("justificacion", dice="Por qué, según quien respondió de ello; el incumplimiento sigue siéndolo."),
    Columna("autor", dice="Quién lo justificó."),
    Columna("justificado_el", "fecha", dice="El día en que lo justificó."),
)

INCUMPLIMIENTOS = Tabla(
    "incumplimientos", "Los hechos ciertos que se apartan de los Lineamientos.", ("orden",),
    _de(Gravedad.INCUMPLIMIENTO), (*_COLUMNAS, *_PORQUE), busca=("mensaje",),
)  # fmt: skip
ALERTAS = Tabla(
    "alertas", "Lo que una persona debe mirar: no es una falta.", ("orden",),
    _de(Gravedad.ALERTA), _COLUMNAS, busca=("mensaje",),
)  # fmt: skip

DE_HALLAZGOS = (INCUMPLIMIENTOS, ALERTAS)
