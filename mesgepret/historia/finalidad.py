"""De dos revisiones a lo que no podía pasar entre ellas: los Lineamientos hacen definitivo lo acordado (R84)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Diagnostico, ordenar
from mesgepret.historia.actas import de_las_actas
from mesgepret.historia.falta import Falta
from mesgepret.historia.metas import de_las_metas
from mesgepret.historia.registros import de_las_cifras, de_los_miembros
from mesgepret.historia.verificacion import vigencia_dicha

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mesgepret.historia.epoca import Epoca
    from mesgepret.reglas import Pagina


EsAnterior = Callable[[str, str], bool]


def _nadie_sabe(uno: str, otro: str) -> bool:
    return False


def faltas(antes: Epoca, despues: Epoca, es_anterior: EsAnterior = _nadie_sabe) -> Iterator[Falta]:
    """Todo lo que no podía pasar de una revisión a otra. `es_anterior`: si un commit está en el pasado de otro."""
    cambiadas = antes.sin_lo_igual(despues)
    yield from de_las_actas(cambiadas, antes, despues)
    yield from de_las_metas(cambiadas, antes, despues)
    yield from de_las_cifras(cambiadas, despues)
    yield from de_los_miembros(cambiadas, antes, despues)
    yield from _de_la_vigencia(cambiadas, despues, es_anterior)


def _de_la_vigencia(cambiadas: Epoca, despues: Epoca, es_anterior: EsAnterior) -> Iterator[Falta]:
    """El commit desde el que rige lo definitivo puede ir hacia atrás, y vigilar más; hacia delante, no (H111)."""
    for vieja in cambiadas.de_clase("mesgepret"):
        nueva = despues.hojas.get(vieja.archivo)
        era, es = vigencia_dicha(cambiadas)[1], vigencia_dicha(despues)[1]
        if era and era != es and not (es and es_anterior(es, era)):
            mensaje = (
                f"lo definitivo regía desde «{era}» y ahora {f'rige desde «{es}»' if es else 'no dice desde cuándo'}"
            )
            lugar = nueva.en("historia", "rige_desde") if nueva else vieja.en("historia", "rige_desde")
            yield Falta("H111", lugar, mensaje, era, (vieja.en("historia", "rige_desde"),))


def vigilar(
    antes: Epoca, despues: Epoca, paginas: Mapping[str, Pagina], es_anterior: EsAnterior = _nadie_sabe
) -> list[Diagnostico]:
    """Las mismas faltas, con la gravedad y el remedio de la página de su código."""
    return ordenar([_sellar(una, paginas[una.codigo]) for una in faltas(antes, despues, es_anterior)])


def _sellar(una: Falta, pagina: Pagina) -> Diagnostico:
    """Una falta como hallazgo."""
    return Diagnostico(una.lugar, una.codigo, una.mensaje, pagina.gravedad, pagina.remedio, una.sobre, una.otras)
