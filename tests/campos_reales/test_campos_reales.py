"""Los cincuenta campos vistos en actas reales de la región: cada uno tiene su sitio en los documentos y se publica."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from mesgepret import compilador
from mesgepret.diagnostico import Gravedad, llano
from mesgepret.imprenta.lengua import fecha_larga
from mesgepret.lectura import leer
from tests.campos_reales.texto_llano import de_html, de_markdown
from tests.conftest import leer_recursos, revisar_sobre_base

if TYPE_CHECKING:
    from mesgepret.compilador import Revision

DOCUMENTOS = Path(__file__).parent / "documentos"
LENGUAS = ("html", "md")
OTROS_COMO_MUCHO = 8


class Caso(NamedTuple):
    """Un valor: su archivo bajo `mesas/salud/`, su ruta en él, lo que muestra su página, y cuál es si es otra."""

    archivo: str
    ruta: str
    texto: str
    otra_pagina: str = ""

    @property
    def pagina(self) -> str:
        return self.otra_pagina or f"mesas/salud/{self.archivo}"


class Fila(NamedTuple):
    """Un campo de los vistos: su número, qué es, los valores que lo muestran y, si va por `otros`, por qué."""

    numero: int
    campo: str
    casos: tuple[Caso, ...]
    por_otros: str = ""


MARZO = "actas/2024-03-21"
ABRIL = "actas/2024-04-18"
GRUPO = "actas/2024-04-18-2"
MAYO = "actas/2024-05-15"
VIRTUAL = "actas/2024-06-05"
JUNIO = "actas/2024-06-13"
BORRADOR = "actas/2024-06-26"
CANCELADA = "convocatorias/2024-04-11"
CITADA = "convocatorias/2024-04-18"
EXTRAORDINARIA = "convocatorias/2024-05-15"
ENTRE_SESIONES = "seguimiento/2024-05-31"
MIEMBROS = "mesas/salud/miembros"
EL_INVENTARIO = "acuerdos/salud-2024-04-18-a2"

TABLA = (
    Fila(1, "numeración anual, ordinal, histórica o por instancia", (
        Caso(ABRIL, "segun_documento.numero", "3 (impreso: 3/2024"),
        Caso(MAYO, "segun_documento.numero", "4 (impreso: Sesión cuarta"),
        Caso(JUNIO, "segun_documento.numero", "5 (impreso: folio 4731 del libro de actas de la SESAL"),
        Caso(VIRTUAL, "segun_documento.numero", "2 (impreso: GTV02-2024"),
    )),
    Fila(2, "sesión ordinaria o extraordinaria", (
        Caso(ABRIL, "tipo", "Tipo de sesión: ordinaria"),
        Caso(MAYO, "tipo", "Tipo de sesión: extraordinaria"),
    )),
    Fila(3, "estado del documento y cuándo se aprobó", (
        Caso(BORRADOR, "estado", "Todavía en borrador"),
        Caso(ABRIL, "estado", "Estado: definitiva"),
        Caso(MAYO, "agenda.0.actas_anteriores.0.resolucion", "ayuda memoria de SALUD-2024-04-18: aprobada"),
        Caso(MAYO, "agenda.0.actas_anteriores.0.resolucion", "15 de mayo de 2024: aprobada", f"mesas/salud/{ABRIL}"),
    )),
    Fila(4, "acta sin número", (
        Caso(GRUPO, "segun_documento.numero", "(impreso: s/n"),
    )),
    Fila(5, "hora de inicio y hora de cierre", (
        Caso(ABRIL, "hora_inicio", "18 de abril de 2024, de 09:25"),
        Caso(ABRIL, "hora_cierre", "de 09:25 a 12:40"),
    )),
    Fila(6, "sesión de varias jornadas", (
        Caso(MAYO, "fecha_cierre", "Terminó el: 16 de mayo de 2024"),
        Caso(MAYO, "agenda.0.hora_inicio", "08:30 a 16:45"),
        Caso(MAYO, "agenda.1.fecha", "16 de mayo de 2024"),
        Caso(MAYO, "agenda.1.hora_inicio", "09:10 a 13:15"),
    )),
    Fila(7, "varias sesiones el mismo día por instancias distintas", (
        Caso(ABRIL, "nivel", "Nivel: Técnico-Operativo"),
        Caso(GRUPO, "grupo", "Grupo de trabajo: Registro nominal de vacunas"),
        Caso(GRUPO, "hora_inicio", "18 de abril de 2024, de 14:00"),
    )),
    Fila(8, "modalidad a distancia, su enlace y la norma que la autoriza", (
        Caso(ABRIL, "modalidad", "Modalidad: híbrida"),
        Caso(VIRTUAL, "modalidad", "Modalidad: virtual"),
        Caso(ABRIL, "enlace", "Enlace: https://reuniones.ejemplo.hn/vacunas-abril"),
        Caso(ABRIL, "otros.0.contenido", "conforme al artículo 7 del Reglamento Interno de la Mesa"),
    ), por_otros="los Lineamientos no piden norma para reunirse a distancia, y pocas actas la citan"),
    Fila(9, "dirección además de lugar, con su país y su hora oficial", (
        Caso(ABRIL, "lugar", "Lugar: Biblioteca de la SESAL, planta baja"),
        Caso(ABRIL, "direccion", "Barrio El Centro, frente al Parque Valle, Tegucigalpa, Honduras"),
        Caso(ABRIL, "otros.1.contenido", "Las horas son de Honduras (UTC−6); la OPS se conectó desde Panamá"),
    ), por_otros="la zona es una para todo el repositorio; de quien se conecta desde otra solo cabe contarlo"),
    Fila(10, "quién convoca, instala, conduce y hace de secretaría", (
        Caso(EXTRAORDINARIA, "emite", "Secretaría General de Coordinación de Gobierno"),
        Caso(ABRIL, "agenda.0.expone", "Viceministra Dra. Elsa Murillo, que instala la sesión"),
        Caso(MAYO, "preside", "Preside: Ana López"),
        Caso(MAYO, "levanta", "Levanta: Luis Mejía"),
        Caso(MAYO, "apoyo", "Con el apoyo de: Nora Zúniga"),
    )),
    Fila(11, "agenda provisional o tentativa", (
        Caso(CITADA, "agenda.5.tema", "Visita al almacén de biológicos (por confirmar)"),
    )),
    Fila(12, "franja horaria y responsables de cada punto", (
        Caso(ABRIL, "agenda.3.hora_inicio", "Horario: 10:00"),
        Caso(ABRIL, "agenda.3.hora_cierre", "10:00 a 11:05"),
        Caso(ABRIL, "agenda.3.responsables", "A cargo de: ARSA, Nora Zúniga"),
        Caso(CITADA, "agenda.3.hora_cierre", "09:45 a 10:50"),
    )),
    Fila(13, "agenda modificada en la sesión y votada", (
        Caso(ABRIL, "agenda.6.tema", "7. Vacunas por vencer en la región del sur"),
        Caso(ABRIL, "acuerdos.0.texto", "Añadir a la agenda, como punto 7, las vacunas por vencer"),
        Caso(ABRIL, "acuerdos.0.decision", "votación: 5 a favor, 2 en contra"),
    )),
    Fila(14, "punto no tratado o pospuesto, y por qué", (
        Caso(ABRIL, "agenda.4.estado", "Estado: pospuesto"),
        Caso(ABRIL, "agenda.4.motivo", "Faltó el techo que comunica la Secretaría de Finanzas"),
        Caso(ABRIL, "agenda.5.estado", "Estado: no tratado"),
        Caso(ABRIL, "agenda.5.motivo", "No hubo transporte para once personas"),
    )),
    Fila(15, "reunión cancelada y reprogramada", (
        Caso(CANCELADA, "cancelada.fecha", "9 de abril de 2024"),
        Caso(CANCELADA, "cancelada.motivo", "El edificio quedó sin energía por los trabajos de la subestación"),
        Caso(CITADA, "reprograma", "SALUD-2024-04-11"),
    )),
    Fila(16, "quórum comprobado", (
        Caso(ABRIL, "quorum.requerido", "3 requeridos"),
        Caso(ABRIL, "quorum", "8 presentes; se comprobó"),
    )),
    Fila(17, "ausencia con su causa, justificada o con permiso", (
        Caso(ABRIL, "participantes.2.motivo", "excusado: Con permiso por cita médica"),
        Caso(ABRIL, "participantes.10.motivo", "ausente: Inasistencia justificada con la nota SEDH-88-2024"),
    )),
    Fila(18, "institución que no asistió, con nombre de persona o sin él", (
        Caso(ABRIL, "participantes.9.institucion", "sin nombre SEMUJER"),
        Caso(ABRIL, "participantes.9.motivo", "ausente: No respondió a la convocatoria"),
        Caso(ABRIL, "participantes.10.nombre", "Delia Maradiaga SEDH"),
    )),
    Fila(19, "propietario, suplente, delegado, subrogante o interino", (
        Caso(ABRIL, "participantes.0.calidad", "Director de la UPGRET titular presente"),
        Caso(ABRIL, "participantes.1.calidad", "Analista de la UPGRET suplente"),
        Caso(ABRIL, "participantes.1.en_lugar_de", "Nora Zúniga, en lugar de Jefatura de Epidemiología"),
        Caso(ABRIL, "participantes.3.calidad", "en trámite delegado"),
        Caso(ABRIL, "participantes.3.cargo", "Directora a. i. de la UPGRET"),
        Caso(ABRIL, "participantes.4.cargo", "Director de Sanidad Militar, subrogante"),
    )),
    Fila(20, "invitados, observadores, cooperantes, asesores, auditoría y ministra de fe", (
        Caso(ABRIL, "participantes.4.calidad", "subrogante invitado"),
        Caso(ABRIL, "participantes.5.calidad", "Asesora regional de inmunizaciones cooperante"),
        Caso(ABRIL, "participantes.6.calidad", "Auditor interno observador"),
        Caso(ABRIL, "participantes.7.calidad", "Bioestadístico asesor"),
        Caso(ABRIL, "participantes.8.cargo", "Secretaria General y ministra de fe"),
    )),
    Fila(21, "tratamiento o rango de la persona", (
        Caso(ABRIL, "participantes.4.nombre", "Cnel. Óscar Matute Hospital Militar"),
    )),
    Fila(22, "porcentaje de participación", (
        Caso(ABRIL, "otros.2.contenido", "Asistieron ocho de los once convocados, el 73 %"),
    ), por_otros="sale de contar la lista de participantes; el modelo no guarda lo que se puede contar"),
    Fila(23, "alta, baja o acreditación pendiente de un miembro", (
        Caso("miembros/arsa", "acreditaciones.1.hasta", "hasta el 3 de mayo de 2024", MIEMBROS),
        Caso("miembros/arsa", "acreditaciones.2.sustituye_a", "sustituye a Juan Coto", MIEMBROS),
        Caso("miembros/arsa", "acreditaciones.3.oficio", "firmado por Rosa Paz; no consta cuándo se recibió", MIEMBROS),
        Caso(ABRIL, "correspondencia.1.asunto", "Baja de Juan Coto y alta de Irma Fúnez"),
        Caso(ABRIL, "participantes.3.cargo", "con la acreditación en trámite"),
    )),
    Fila(24, "lista de asistencia como anexo", (
        Caso(ABRIL, "anexos.0.titulo", "Lista de asistencia firmada: contiene la lista de participantes"),
        Caso(ABRIL, "anexos.0.contiene", "contiene la lista de participantes"),
    )),
    Fila(25, "firma de cada asistente", (
        Caso(ABRIL, "firmas.0.cargo", "(SESAL), Coordinador a nivel técnico-operativo, 22 de abril de 2024"),
        Caso(ABRIL, "firmas.1.nombre", "Irma Fúnez, Por la ARSA, 22 de abril de 2024"),
        Caso(ABRIL, "firmas.2.cargo", "Yolanda Pineda, Con firma electrónica, 23 de abril de 2024"),
    )),
    Fila(26, "lectura de una o varias actas anteriores: aprobación, correcciones, aplazamiento", (
        Caso(ABRIL, "agenda.1.actas_anteriores.0.resolucion", "ayuda memoria de SALUD-2024-02-15: aprobada"),
        Caso(ABRIL, "agenda.1.actas_anteriores.1.resolucion", "con correcciones (La sesión cerró a las 11:50)"),
        Caso(ABRIL, "agenda.1.actas_anteriores.2.texto", "el acta 4698 del libro de la Comisión de Inmunizaciones"),
        Caso(ABRIL, "agenda.1.actas_anteriores.2.resolucion", "pospuesta (El libro sigue en auditoría)"),
    )),
    Fila(27, "correspondencia con su número, fecha, remitente y trámite", (
        Caso(ABRIL, "correspondencia.0.numero", "SEFIN-118-2024"),
        Caso(ABRIL, "correspondencia.0.fecha", "SEFIN-118-2024 3 de abril de 2024"),
        Caso(ABRIL, "correspondencia.0.de", "Secretaría de Finanzas Coordinación de la Mesa"),
        Caso(ABRIL, "correspondencia.0.asunto", "Techos de 2025"),
        Caso(ABRIL, "correspondencia.0.tramite", "Pasa a la UPGRET para respuesta"),
    )),
    Fila(28, "intervenciones con el nombre de quien habla", (
        Caso(ABRIL, "agenda.3.desarrollo", "Irma Fúnez sostuvo que la diferencia nace de los traslados sin guía"),
        Caso(ABRIL, "agenda.3.desarrollo", "Wilmer Oyuela replicó que con nueve días no se puede esperar"),
    )),
    Fila(29, "desarrollo jerárquico con incisos", (
        Caso(ABRIL, "agenda.3.desarrollo", "1.b El sur tiene nueve"),
    )),
    Fila(30, "quién expone y con qué presentación", (
        Caso(ABRIL, "agenda.3.expone", "Expone: Nora Zúniga"),
        Caso(ABRIL, "agenda.3.documentos.0.titulo", "Diapositivas «Cuarenta días de vacuna», No. UPGRET-14-2024"),
    )),
    Fila(31, "resumen ejecutivo", (
        Caso(ABRIL, "resumen", "Se ordena un inventario conjunto, se pide dinero para la cadena de frío"),
    )),
    Fila(32, "calendario de eventos que no son acuerdos", (
        Caso(ABRIL, "eventos.0.titulo", "Jornada de vacunación en los mercados"),
        Caso(ABRIL, "eventos.0.hora_cierre", "07:00 a 16:00"),
    )),
    Fila(33, "número propio del acuerdo y acta de la que viene", (
        Caso(ABRIL, "acuerdos.1.id", "A2. Levantar el inventario de las cámaras frías"),
        Caso(ABRIL, "acuerdos.1.id", "Acuerdo SALUD-2024-04-18-A2", EL_INVENTARIO),
        Caso(MAYO, "seguimiento.0.sobre", "SALUD-2024-04-18-A2"),
        Caso(ABRIL, "seguimiento.1.sobre_texto", "Acuerdo SO-2/2021 de la Comisión de Inmunizaciones"),
    )),
    Fila(34, "inicio y fin del acuerdo, con un calendario de pasos", (
        Caso(ABRIL, "acuerdos.1.inicio", "Desde: 22 de abril de 2024"),
        Caso(ABRIL, "acuerdos.1.plazo", "Plazo: 10 de mayo de 2024"),
        Caso(ABRIL, "acuerdos.1.hitos.0.que", "Formulario de conteo probado en Comayagua"),
        Caso(ABRIL, "acuerdos.1.hitos.1.plazo", "Conteo en las siete cámaras 29 de abril de 2024 8 de mayo de 2024"),
    )),
    Fila(35, "responsable institucional o colectivo, varios o ninguno", (
        Caso(ABRIL, "acuerdos.1.responsables", "Responsables: ARSA, Grupo de trabajo: Registro nominal de vacunas"),
        Caso(ABRIL, "acuerdos.1.responsables", "Colegio de Químicos Farmacéuticos"),
        Caso(ABRIL, "acuerdos.3.texto", "A4. Mantener abierta la consulta telefónica con las regiones"),
    )),
    Fila(36, "votos a favor, en contra y abstenciones; consenso; resultado mixto", (
        Caso(ABRIL, "acuerdos.0.decision", "votación: 5 a favor, 2 en contra, 1 abstención"),
        Caso(ABRIL, "acuerdos.1.decision.forma", "Cómo se decidió: consenso. Hubo"),
        Caso(ABRIL, "acuerdos.1.decision.como", "Hubo consenso en el inventario y mayoría de seis a dos en el orden"),
    )),
    Fila(37, "tipo de acción", (
        Caso(ABRIL, "acuerdos.0.clase", "Clase: resolución"),
        Caso(ABRIL, "acuerdos.1.clase", "Clase: acuerdo Resultado relevante: Se sabe cuánta vacuna hay"),
    )),
    Fila(38, "condición o aprobación de un tercero", (
        Caso(ABRIL, "acuerdos.2.condicion", "Condición: Siempre que la Secretaría de Finanzas dictamine a favor"),
        Caso(ABRIL, "acuerdos.2.requiere_aprobacion", "Requiere aprobación: del Nivel Político"),
        Caso(MAYO, "acuerdos.0.resuelve.0.resolucion", "Resuelve sobre SALUD-2024-04-18-A3: aprobado"),
    )),
    Fila(39, "acuerdo sin fecha", (
        Caso(ABRIL, "acuerdos.3.sin_plazo", "porque: Dura mientras haya una región con menos de treinta días"),
    )),
    Fila(40, "acuerdos de sesiones previas con estado, comentario y fecha de corte", (
        Caso(ABRIL, "seguimiento.0.estado", "SALUD-2024-03-21-A1 en proceso 35 %"),
        Caso(ABRIL, "seguimiento.0.comentario", "Publican cuatro regiones; las otras tres no tienen quien capture"),
        Caso(ABRIL, "seguimiento.0.fecha_corte", "15 de abril de 2024 Publican cuatro regiones"),
        Caso(ENTRE_SESIONES, "seguimiento.0.comentario", "Contada la cámara de Juticalpa"),
    )),
    Fila(41, "reprogramaciones: la fecha original y las nuevas", (
        Caso(ABRIL, "acuerdos.1.plazo", "10 de mayo de 2024", EL_INVENTARIO),
        Caso(MAYO, "seguimiento.0.nuevo_plazo", "31 de mayo de 2024: La carretera de Olancho estuvo", EL_INVENTARIO),
        Caso(JUNIO, "seguimiento.0.nuevo_plazo", "12 de julio de 2024: A Gracias a Dios solo se", EL_INVENTARIO),
    )),
    Fila(42, "evidencia del cumplimiento", (
        Caso(ABRIL, "seguimiento.0.evidencia.0.titulo", "Captura del portal del 15 de abril"),
        Caso(ENTRE_SESIONES, "seguimiento.0.evidencia.0.titulo", "Hoja de conteo de Juticalpa"),
    )),
    Fila(43, "próxima reunión: fecha, hora y lugar", (
        Caso(ABRIL, "proxima_sesion.fecha", "Fecha: 15 de mayo de 2024"),
        Caso(ABRIL, "proxima_sesion.hora_inicio", "Hora: 08:30"),
        Caso(ABRIL, "proxima_sesion.lugar", "Lugar: Centro de capacitación de la ARSA"),
    )),
    Fila(44, "anexos numerados que son parte del documento", (
        Caso(ABRIL, "anexos.0.titulo", "Lista de asistencia firmada"),
        Caso(ABRIL, "anexos.1.titulo", "Cuadro de existencias"),
    )),
    Fila(45, "firmas de cierre y quien da fe", (
        Caso(ABRIL, "firmas.3.cargo", "Carmen Bulnes, Secretaria General, que da fe de lo actuado"),
        Caso(ABRIL, "firmas.3.fecha", "da fe de lo actuado, 23 de abril de 2024"),
    )),
    Fila(46, "rectificación o complemento de un acta anterior", (
        Caso(ABRIL, "fe_de_erratas.0.debe_decir", "hora_cierre 11:30 11:50 Se anotó la hora del receso"),
        Caso(ABRIL, "fe_de_erratas.0.debe_decir", "debe decir «11:50»", f"mesas/salud/{MARZO}"),
        Caso(ABRIL, "acuerdos.4.rectifica", "Rectifica: SALUD-2024-03-21-A1"),
    )),
    Fila(47, "distribución: a quiénes, cuándo y por qué medio", (
        Caso(ABRIL, "distribucion.0.fecha", "23 de abril de 2024, por correo electrónico: a todos"),
        Caso(ABRIL, "distribucion.1.destinatarios", "Yolanda Pineda, Oficina Regional de Choluteca"),
        Caso(ABRIL, "distribucion.1.medio", "24 de abril de 2024, por nota impresa"),
    )),
    Fila(48, "publicación o boletín", (
        Caso(ABRIL, "distribucion.2.medio", "por Boletín de Inmunizaciones n.º 18: Público en general"),
    )),
    Fila(49, "lo convocado y lo celebrado, cuando difieren", (
        Caso(CITADA, "lugar", "Salón del segundo piso de la SESAL"),
        Caso(ABRIL, "lugar", "Biblioteca de la SESAL, planta baja"),
        Caso(CITADA, "hora_inicio", "18 de abril de 2024, de 09:00 a 12:00"),
        Caso(ABRIL, "segun_documento.fecha", "(impreso: 3/2024, 19 de abril de 2024, formato"),
    )),
    Fila(50, "versión del formato", (
        Caso(ABRIL, "segun_documento.formato", "formato F-GD-07 versión 3"),
    )),
)  # fmt: skip

CALLADOS = {
    "un acta puede no llevar número": (GRUPO, "numero"),
    "un acuerdo puede no tener responsable": (ABRIL, "acuerdos.3.responsables"),
    "un acuerdo puede no tener fecha": (ABRIL, "acuerdos.3.plazo"),
}


@cache
def leer_documentos() -> dict[str, bytes]:
    """Los documentos de esta carpeta, por su ruta en el repositorio."""
    return {p.relative_to(DOCUMENTOS).as_posix(): p.read_bytes() for p in sorted(DOCUMENTOS.rglob("*.yaml"))}


@cache
def revisar_documentos() -> Revision:
    return revisar_sobre_base(dict(leer_documentos()))


@cache
def componer() -> dict[str, str]:
    """Las páginas que la tabla nombra, en texto llano, por ruta de archivo; se compone hasta la última de ellas."""
    faltan = {f"{caso.pagina}/index.{lengua}" for fila in TABLA for caso in fila.casos for lengua in LENGUAS}
    paginas: dict[str, str] = {}
    for ruta, octetos in compilador.componer(revisar_documentos(), leer_recursos()).archivos:
        if ruta in faltan:
            faltan.remove(ruta)
            paginas[ruta] = (de_html if ruta.endswith("html") else de_markdown)(octetos.decode())
        if not faltan:
            break
    return paginas


def en(archivo: str, ruta: str) -> Any:
    """El valor que hay en una ruta de un documento; KeyError o IndexError si no hay ninguno."""
    nombre = f"mesas/salud/{archivo}.yaml"
    documento, _ = leer(nombre, leer_documentos()[nombre])
    assert documento is not None
    valor: Any = documento.datos
    for paso in ruta.split("."):
        valor = valor[int(paso)] if isinstance(valor, list) else valor[paso]
    return valor


def dichos_de(valor: Any) -> set[str]:
    """Las maneras en que una página puede decir un valor, o cualquiera de los que contiene."""
    if isinstance(valor, dict | list):
        return {dicho for uno in (valor.values() if isinstance(valor, dict) else valor) for dicho in dichos_de(uno)}
    escrito = de_markdown(str(valor))
    formas = {llano(escrito), llano(escrito.replace("_", " ").replace("-", " "))}
    with suppress(ValueError):
        formas.add(fecha_larga(date.fromisoformat(escrito)))
    return formas


def _titulo(fila: Fila) -> str:
    return f"{fila.numero} {llano(fila.campo)}"


CASOS = [
    pytest.param(caso, id=f"{_titulo(fila)} en {caso.archivo} {caso.ruta}") for fila in TABLA for caso in fila.casos
]


def test_la_tabla_tiene_los_campos_del_1_al_50() -> None:
    assert [fila.numero for fila in TABLA] == list(range(1, 51))
    assert all(fila.casos for fila in TABLA)


def test_los_documentos_no_dan_ningun_error() -> None:
    revision = revisar_documentos()
    assert [str(h) for h in revision.hallazgos if h.gravedad is Gravedad.ERROR or h.codigo[0] in "LEV"] == []
    assert revision.expediente is not None


def test_van_por_otros_ocho_campos_como_mucho() -> None:
    assert len([fila for fila in TABLA if fila.por_otros]) <= OTROS_COMO_MUCHO


@pytest.mark.parametrize("fila", TABLA, ids=_titulo)
def test_va_por_otros_solo_lo_que_la_tabla_dice_y_por_que(fila: Fila) -> None:
    assert any(caso.ruta.startswith("otros.") for caso in fila.casos) is bool(fila.por_otros)


@pytest.mark.parametrize("caso", CASOS)
def test_el_campo_tiene_su_ruta_y_el_texto_sale_de_ella(caso: Caso) -> None:
    texto = llano(caso.texto)
    assert any(dicho in texto or texto in dicho for dicho in dichos_de(en(caso.archivo, caso.ruta)) if dicho)


@pytest.mark.parametrize(("archivo", "ruta"), CALLADOS.values(), ids=map(llano, CALLADOS))
def test_nadie_obliga_a_inventar_lo_que_falto(archivo: str, ruta: str) -> None:
    with pytest.raises(KeyError):
        en(archivo, ruta)


@pytest.mark.parametrize("lengua", LENGUAS)
@pytest.mark.parametrize("caso", CASOS)
def test_la_pagina_muestra_el_campo(caso: Caso, lengua: str) -> None:
    assert caso.texto in componer()[f"{caso.pagina}/index.{lengua}"]
