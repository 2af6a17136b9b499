"""De lo que dicen las reglas a sus tablas: los incumplimientos, con su justificación, y las alertas, con su dueño."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mesgepret.diagnostico import Gravedad
from mesgepret.expediente import dia_escrito
from mesgepret.imprenta.datos.alertas import de_la_alerta
from mesgepret.imprenta.datos.tablas.columnas import Columna, Renglon, Tabla
from mesgepret.imprenta.datos.tablas.de_mesas import PAGINA, QUIEN, quien_es

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.imprenta.consultas import Consultas


def _incumplimientos(c: Consultas) -> Iterator[Renglon]:
    for orden, hallazgo in enumerate((h for h in c.hallazgos if h.gravedad is Gravedad.INCUMPLIMIENTO), 1):
        archivo, porque = hallazgo.ubicacion.archivo, hallazgo.justificacion
        mesas = c.expediente.mesas_de(archivo)
        yield Renglon(
            c.documento_de(hallazgo), orden=orden, mesa=mesas[0].id if len(mesas) == 1 else None, archivo=archivo,
            linea=hallazgo.ubicacion.linea, justificacion=porque and porque.motivo, autor=porque and porque.autor,
            justificado_el=dia_escrito(porque and porque.fecha),
            **{n: getattr(hallazgo, n) for n in ("codigo", "sobre", "mensaje", "ayuda")},
        )  # fmt: skip


def _alertas(c: Consultas) -> Iterator[Renglon]:
    for alerta in c.alertas:
        dicha = de_la_alerta(alerta)
        dicha["a_cargo_de"] = [quien["nombre"] for quien in dicha["a_cargo_de"]]
        juntas = {n: tuple(dicha[n]) for n in ("a_cargo_de", "mesas", "citada_en")}
        yield Renglon(c.documento_en(alerta.lugar), **{**dicha, **juntas})


def _mesas_de_alertas(c: Consultas) -> Iterator[Renglon]:
    for alerta in c.alertas:
        for mesa in alerta.mesas:
            yield Renglon(c.documento_en(alerta.lugar), alerta=alerta.id, mesa=mesa.id)


def _a_cargo(c: Consultas) -> Iterator[Renglon]:
    for alerta in c.alertas:
        for orden, quien in enumerate(alerta.duenios, 1):
            yield Renglon(
                c.documento_en(alerta.lugar), alerta=alerta.id, orden=orden, **quien_es(quien, c.expediente.hoy)
            )


_ALERTA = Columna("alerta", dice="Id de la alerta.", apunta="alertas")

INCUMPLIMIENTOS = Tabla(
    "incumplimientos", "Los hechos ciertos que se apartan de los Lineamientos.", ("orden",), _incumplimientos,
    (
        Columna("orden", "entero", dice="Su lugar en la lista, por archivo y por línea; cambia de un corte a otro."),
        Columna("codigo", dice="El código de la regla; su página está en «reglas»."),
        Columna("mesa", dice="Id de la mesa; vacío si es de varias o de todo el país.", apunta="mesas"),
        Columna("sobre", dice="Id de aquello de que trata, si lo tiene."),
        Columna("mensaje", dice="Qué se halló."),
        Columna("ayuda", dice="Qué puede hacerse."),
        Columna("archivo", dice="El documento en que está."),
        Columna("linea", "entero", dice="La línea del documento."),
        Columna("justificacion", dice="Por qué, según quien respondió de ello; el incumplimiento sigue siéndolo."),
        Columna("autor", dice="Quién lo justificó."),
        Columna("justificado_el", "fecha", dice="El día en que lo justificó."),
    ),
    busca=("mensaje",),
)  # fmt: skip
ALERTAS = Tabla(
    "alertas", "Lo que alguien debe mirar el día del corte, por urgencia: no es una falta.", ("alerta",), _alertas,
    (
        Columna("alerta", dice="Id de la alerta, que una agenda o un acuerdo puede citar: mientras siga, es el mismo."),
        Columna("clase", dice="Qué clase de alerta es, que es también el nombre de su regla."),
        Columna("titulo", dice="La clase, en palabras."),
        Columna("de", dice="Id de aquello de que trata: un acuerdo, una meta, un indicador, una sesión, una mesa…"),
        Columna("desde", dice="El día, o el periodo de la MCR, desde el que pasa; vacío si no consta."),
        Columna("motivo", dice="Por qué, con sus cifras."),
        Columna("a_cargo_de", dice="Los nombres de aquellos a quienes les toca; uno por fila, en "
                "responsables_de_alertas."),
        Columna("mesas", dice="Los ids de las mesas a que toca; vacío si es de todo el país. Uno por fila, en "
                "mesas_de_alertas."),
        Columna("citada_en", dice="Las páginas de las agendas y de los acuerdos que la citan."),
        replace(PAGINA, valor=None, dice="La página de este sitio en que está, con su ancla."),
    ),
    busca=("motivo",),
)  # fmt: skip
MESAS_DE_ALERTAS = Tabla(
    "mesas_de_alertas", "A qué mesas toca cada alerta.", ("alerta", "mesa"), _mesas_de_alertas,
    (_ALERTA, Columna("mesa", dice="Id de la mesa.", apunta="mesas")),
)  # fmt: skip
RESPONSABLES_DE_ALERTAS = Tabla(
    "responsables_de_alertas", "A quiénes les toca cada alerta, uno por fila.", ("alerta", "orden"), _a_cargo,
    (_ALERTA, Columna("orden", "entero", dice="Su lugar entre los de la alerta."), *QUIEN),
    apuntan=((("mesa", "miembro"), "miembros"),),
)  # fmt: skip

DE_HALLAZGOS = (INCUMPLIMIENTOS, ALERTAS, MESAS_DE_ALERTAS, RESPONSABLES_DE_ALERTAS)
