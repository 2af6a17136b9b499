"""De los catálogos y las mesas a sus tablas: ejes, sectores, instituciones, mesas, miembros y sesiones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.expediente import Institucion, Miembro
from mesgepret.imprenta.datos.tablas.columnas import Columna, Renglon, Tabla, id_de, id_en, nombres
from mesgepret.imprenta.direcciones import direccion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.expediente import Mesa, Sesion
    from mesgepret.imprenta.consultas import Consultas

PAGINA = Columna("pagina", dice="La carpeta de su página en este sitio.", valor=direccion)


def _ubicaciones(c: Consultas) -> Iterator[Renglon]:
    todas = ((eje, vertiente, sector) for eje in c.expediente.ejes for vertiente, sector in eje.ubicaciones)
    for lugar, (eje, vertiente, sector) in enumerate(todas, 1):
        yield Renglon(eje, lugar=lugar, eje=eje, vertiente=vertiente.id if vertiente else "", sector=sector)


def _vinculadas(c: Consultas) -> Iterator[Renglon]:
    for institucion in c.expediente.instituciones.values():
        for sector in dict.fromkeys(institucion.sectores):
            yield Renglon(institucion, institucion=institucion, sector=sector)


def de_la_mesa(mesa: Mesa, hoy: date) -> Renglon:
    """La fila de una mesa: quién la coordina en cada nivel el día en que se mira."""
    de = {nivel: [c.miembro for c in mesa.coordina(nivel, hoy) if c.miembro] for nivel in ("politico", "tecnico")}
    return Renglon(mesa, politico=nombres(de["politico"]), tecnico=nombres(de["tecnico"]))


def _miembros(c: Consultas) -> Iterator[Renglon]:
    for mesa in c.expediente.mesas.values():
        for miembro in mesa.miembros.values():
            yield Renglon(miembro.acreditaciones[0], mesa=mesa, id=miembro.id, nombre=miembro.nombre)


def acreditaciones_de(mesa: Mesa) -> Iterator[Renglon]:
    """Las filas de las acreditaciones de una mesa, numeradas en cada institución como están en su archivo."""
    for una in mesa.acreditaciones:
        oficio = una.oficio
        yield Renglon(
            una, mesa=mesa, miembro=una.id, orden=int(una.ruta[-1]) + 1, oficio_numero=oficio and oficio.numero,
            oficio_fecha=oficio and oficio.fecha, oficio_recibido=oficio and oficio.recibido,
        )  # fmt: skip


def sesiones_de(mesa: Mesa, c: Consultas) -> Iterator[Renglon]:
    """Las filas de las sesiones de una mesa."""
    return (de_la_sesion(sesion, c) for sesion in mesa.sesiones)


def de_la_sesion(sesion: Sesion, c: Consultas) -> Renglon:
    """La fila de una sesión; de la que está en borrador, que se celebró y lo que se convocó."""
    acta = sesion.acta if sesion.acta and c.se_publica(sesion.acta) else None
    dicho: Any = acta or sesion.convocatoria
    enviada = sesion.convocatoria and sesion.convocatoria.enviada
    return Renglon(
        sesion.documento, sesion=sesion, id=sesion.id, mesa=sesion.mesa, fecha=sesion.fecha, orden=sesion.orden,
        estado=estado_de_sesion(sesion, c.expediente.hoy), numero=acta and acta.numero_vigente,
        asistentes=acta and acta.asistentes, acuerdos=len(acta.acuerdos) if acta else None,
        grupo=id_de(dicho.grupo) if dicho else "", resumen=acta.resumen if acta else "",
        enviada=enviada and enviada.fecha, distribuida=acta and acta.entregada(),
        **{n: getattr(dicho, n) if dicho else "" for n in _DICHO},
    )  # fmt: skip


_DICHO = ("asunto", "tipo", "modalidad", "lugar", "hora_inicio", "hora_cierre")


def estado_de_sesion(sesion: Sesion, hoy: date) -> str:
    """celebrada, en_borrador (se celebró y su ayuda memoria no es definitiva), cancelada, reprogramada o convocada.

    `sin_acta`: se convocó para un día que ya pasó, y no consta qué fue de ella.
    """
    if sesion.acta:
        return "celebrada" if sesion.acta.definitiva else "en_borrador"
    if sesion.convocatoria is not None and sesion.convocatoria.tiene("cancelada"):
        return "cancelada"
    if sesion.reprogramada_por:
        return "reprogramada"
    return "convocada" if sesion.fecha >= hoy else "sin_acta"


QUIEN = (
    Columna("nombre", dice="El nombre de la persona, de la institución o del grupo."),
    Columna("institucion", dice="Id de la institución, o de la que acredita a la persona.", apunta="instituciones"),
    Columna("mesa", dice="Id de la mesa, si es miembro de ella."),
    Columna("miembro", dice="Id de la persona, si es miembro de la mesa."),
)
"""Las columnas de quien responde de algo, sea quien sea; juntas, `mesa` y `miembro` apuntan a `miembros`."""


def quien_es(quien: Any, dia: date) -> dict[str, str | None]:
    """Lo que dicen esas columnas; de un miembro, la institución que lo acreditaba ese día."""
    es_miembro = isinstance(quien, Miembro)
    suyas = quien.instituciones(dia) if es_miembro else []
    institucion = quien if isinstance(quien, Institucion) else next(iter(suyas), None)
    return {
        "nombre": quien.nombre, "institucion": id_de(institucion), "mesa": quien.mesa.id if es_miembro else None,
        "miembro": quien.id if es_miembro else None,
    }  # fmt: skip


EJES = Tabla(
    "ejes", "Los ejes estratégicos.", ("id",), lambda c: c.expediente.ejes,
    (
        Columna("id", de="ejes.ejes.id"), Columna("nombre", de="ejes.ejes.nombre"),
        Columna("certeza", de="ejes.ejes.certeza"),
    ),
)  # fmt: skip
SECTORES = Tabla(
    "sectores", "Los sectores de la acción pública: cada uno tiene una sola mesa.", ("id",),
    lambda c: c.expediente.sectores.values(),
    (
        Columna("id", de="sectores.sectores.id"), Columna("sigla", de="sectores.sectores.sigla"),
        Columna("nombre", de="sectores.sectores.nombre"),
    ),
    busca=("nombre",),
)  # fmt: skip
UBICACIONES = Tabla(
    "ubicaciones", "Cada lugar que un sector ocupa en un eje; un sector puede ocupar dos.", ("lugar",), _ubicaciones,
    (
        Columna("lugar", "entero", dice="El número del lugar, por el orden en que los ejes se publican."),
        Columna("eje", de="ejes.ejes.id", valor=id_en("eje"), apunta="ejes"),
        Columna("vertiente", de="ejes.ejes.vertientes.id"),
        Columna("sector", de="sectores.sectores.id", valor=id_en("sector"), apunta="sectores"),
    ),
)  # fmt: skip
INSTITUCIONES = Tabla(
    "instituciones", "Las instituciones del Estado, también las suprimidas.", ("id",),
    lambda c: c.expediente.instituciones.values(),
    (
        Columna("id", de="instituciones.instituciones.id"), Columna("sigla", de="instituciones.instituciones.sigla"),
        Columna("nombre", de="instituciones.instituciones.nombre"),
        Columna("upgret", de="instituciones.instituciones.upgret"),
        Columna("norma", de="instituciones.instituciones.norma"),
        Columna("desde", "fecha", de="instituciones.instituciones.vigencia.desde",
                valor=lambda i: i.vigencia and i.vigencia.desde),
        Columna("hasta", "fecha", de="instituciones.instituciones.vigencia.hasta",
                valor=lambda i: i.vigencia and i.vigencia.hasta),
        Columna("sucesora", de="instituciones.instituciones.vigencia.sucesora",
                valor=lambda i: id_de(i.vigencia.sucesora) if i.vigencia else None, apunta="instituciones"),
        Columna("certeza", de="instituciones.instituciones.certeza"),
        Columna("fuente", de="instituciones.instituciones.fuente"),
        Columna("sin_verificar", de="instituciones.instituciones.sin_verificar"),
        PAGINA,
    ),
    busca=("sigla", "nombre"),
)  # fmt: skip
SECTORES_DE_INSTITUCIONES = Tabla(
    "sectores_de_instituciones", "A qué sectores está vinculada cada institución.", ("institucion", "sector"),
    _vinculadas,
    (
        Columna("institucion", de="instituciones.instituciones.id", valor=id_en("institucion"), apunta="instituciones"),
        Columna("sector", de="sectores.sectores.id", valor=id_en("sector"), apunta="sectores"),
    ),
)  # fmt: skip
MESAS = Tabla(
    "mesas", "Las mesas que tienen documentos en el repositorio.", ("id",),
    lambda c: (de_la_mesa(mesa, c.expediente.hoy) for mesa in c.expediente.mesas.values()),
    (
        Columna("id", dice="Id de la mesa: el de su sector.", apunta="sectores"),
        Columna("nombre", de="sectores.sectores.nombre"),
        Columna("politico", dice="Quién coordina el Nivel Político el día del corte."),
        Columna("tecnico", dice="Quién coordina el Nivel Técnico-Operativo el día del corte."),
        Columna("pagina", dice=PAGINA.dice, valor=lambda f: direccion(f.pieza)),
    ),
    busca=("nombre",),
)  # fmt: skip
MIEMBROS = Tabla(
    "miembros", "Las personas acreditadas en cada mesa, sin sus datos de contacto.", ("mesa", "id"), _miembros,
    (
        Columna("mesa", dice="Id de la mesa.", valor=id_en("mesa"), apunta="mesas"),
        Columna("id", de="miembros.acreditaciones.id"),
        Columna("nombre", de="miembros.acreditaciones.nombre"),
    ),
)  # fmt: skip
ACREDITACIONES = Tabla(
    "acreditaciones", "Por quién, en qué nivel y entre qué días está acreditada cada persona.",
    ("mesa", "institucion", "orden"),
    lambda c: (fila for mesa in c.expediente.mesas.values() for fila in acreditaciones_de(mesa) if fila.institucion),
    (
        Columna("mesa", dice="Id de la mesa.", valor=id_en("mesa"), apunta="mesas"),
        Columna("institucion", dice="Id de la institución que acredita.", valor=id_en("institucion"),
                apunta="instituciones"),
        Columna("orden", "entero", dice="El lugar de la acreditación entre las de su institución en esa mesa."),
        Columna("miembro", de="miembros.acreditaciones.id"),
        Columna("nombre", de="miembros.acreditaciones.nombre"), Columna("cargo", de="miembros.acreditaciones.cargo"),
        Columna("nivel", de="miembros.acreditaciones.nivel"), Columna("papel", de="miembros.acreditaciones.papel"),
        Columna("calidad", de="miembros.acreditaciones.calidad"),
        Columna("oficio_numero", de="miembros.acreditaciones.oficio.numero"),
        Columna("oficio_fecha", "fecha", de="miembros.acreditaciones.oficio.fecha"),
        Columna("oficio_recibido", "fecha", de="miembros.acreditaciones.oficio.recibido"),
        Columna("desde", "fecha", de="miembros.acreditaciones.desde"),
        Columna("hasta", "fecha", de="miembros.acreditaciones.hasta"),
        Columna("sustituye_a", de="miembros.acreditaciones.sustituye_a", valor=id_en("sustituye_a")),
    ),
    apuntan=((("mesa", "miembro"), "miembros"),),
)  # fmt: skip
SESIONES = Tabla(
    "sesiones", "Las sesiones convocadas y celebradas. De la que está en borrador solo se dice que se celebró.",
    ("id",), lambda c: (fila for mesa in c.expediente.mesas.values() for fila in sesiones_de(mesa, c)),
    (
        Columna("id", dice="Id de la sesión: la sigla del sector y el día; si es la segunda del día, con «-2»."),
        Columna("mesa", dice="Id de la mesa.", valor=id_en("mesa"), apunta="mesas"),
        Columna("fecha", "fecha", dice="El día en que empezó, o para el que se convocó."),
        Columna("orden", "entero", dice="1 si es la primera de su mesa ese día; 2 si es la segunda."),
        Columna("estado", dice="celebrada; en_borrador: se celebró y su ayuda memoria aún no es definitiva; convocada; "
                "cancelada; reprogramada; sin_acta: el día pasó y no consta qué fue de ella."),
        Columna("nivel", de="acta.nivel", valor=lambda f: f.sesion.nivel), Columna("grupo", de="acta.grupo"),
        Columna("numero", "entero", de="acta.numero"),
        Columna("tipo", de="acta.tipo"), Columna("modalidad", de="acta.modalidad"),
        Columna("asunto", de="acta.asunto"), Columna("resumen", de="acta.resumen"),
        Columna("hora_inicio", de="acta.hora_inicio"), Columna("hora_cierre", de="acta.hora_cierre"),
        Columna("lugar", dice="Dónde se celebró, o para dónde se convocó."),
        Columna("enviada", "fecha", dice="El día en que se envió la convocatoria (R81)."),
        Columna("distribuida", "fecha", dice="El primer día en que se distribuyó a todos la ayuda memoria (R94, R95)."),
        Columna("asistentes", "entero", dice="Cuántas personas constan presentes; vacío si la lista no deja saberlo."),
        Columna("acuerdos", "entero", dice="Cuántos acuerdos se tomaron."),
        Columna("pagina", dice=PAGINA.dice, valor=lambda f: direccion(f.sesion)),
    ),
    busca=("asunto", "resumen"),
)  # fmt: skip

DE_MESAS = (
    EJES, SECTORES, UBICACIONES, INSTITUCIONES, SECTORES_DE_INSTITUCIONES, MESAS, MIEMBROS, ACREDITACIONES, SESIONES,
)  # fmt: skip
