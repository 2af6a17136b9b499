"""De la organización pequeña a la rama de un trimestre: diez confirmaciones como las que hace una mesa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.historia.git import ACTA, CIFRAS, METAS

if TYPE_CHECKING:
    from tests.historia.git import Taller

ABRIL = "mesas/salud/actas/2024-04-18.yaml"
JUNIO = "mesas/salud/actas/2024-06-20.yaml"
DE_ARSA = "mesas/salud/miembros/arsa.yaml"
PLAN = "mesas/salud/planes/2024.yaml"

_CONVOCATORIA = """nivel: {nivel}
tipo: ordinaria
modalidad: presencial
hora_inicio: "09:00"
lugar: Sala de la SESAL
emite: luis-mejia
enviada: {{fecha: {enviada}, medio: correo electrónico}}
convocados: todos
agenda:
  - {{punto: 1, tema: Existencias de vacunas, responsables: [luis-mejia]}}
"""

_ABRIL = """estado: definitiva
numero: 3
nivel: tecnico
tipo: ordinaria
modalidad: presencial
hora_inicio: "09:00"
hora_cierre: "11:00"
lugar: Sala de la SESAL
preside: [luis-mejia]
levanta: [luis-mejia]
participantes:
  - {miembro: luis-mejia, asistencia: presente}
  - {miembro: juan-coto, asistencia: presente}
agenda:
  - {punto: 1, tema: Existencias de vacunas, responsables: [luis-mejia], actividad: ACT2, estado: tratado, conclusion: Faltan datos de dos regiones.}
acuerdos:
  - {id: A1, texto: Comprar dos cámaras frías para Gracias a Dios, clase: acuerdo, resultado: Las dos regiones conservan la vacuna, responsables: [sesal], plazo: 2024-06-15, metas: [SALUD-M1], punto: 1, decision: {forma: consenso}}
  - {id: A2, texto: "Abrir el registro sanitario los sábados | <b>urgente</b> @diger", clase: acuerdo, resultado: Los lotes salen en quince días, responsables: [arsa], plazo: 2024-08-31, requiere_aprobacion: politico, punto: 1, decision: {forma: consenso}}
seguimiento:
  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, avance: 20, fecha_corte: 2024-04-18, nuevo_plazo: 2024-07-31, motivo: Dos regiones no tienen inventario., comentario: Se levanta el de Gracias a Dios.}
distribucion:
  - {fecha: 2024-04-22, medio: correo electrónico, destinatarios: todos}
"""

_JUNIO = """estado: definitiva
numero: 4
nivel: conjunta
tipo: ordinaria
modalidad: presencial
hora_inicio: "09:00"
hora_cierre: "11:00"
lugar: Sala de la SESAL
preside: [ana-lopez]
levanta: [luis-mejia]
participantes:
  - {miembro: ana-lopez, asistencia: presente}
  - {miembro: luis-mejia, asistencia: presente}
  - {miembro: rosa-paz, asistencia: presente}
  - {miembro: eva-rios, asistencia: presente}
agenda:
  - {punto: 1, tema: Metas de 2025, responsables: [luis-mejia], actividad: ACT3, estado: tratado, conclusion: La meta de 2025 baja a lo que el presupuesto permite.}
acuerdos:
  - id: A1
    texto: Bajar a 88 % la meta de cobertura de 2025
    clase: resolucion
    resultado: La meta es la que el presupuesto permite
    responsables: [ana-lopez, rosa-paz]
    plazo: 2024-06-20
    metas: [SALUD-M1]
    punto: 1
    decision: {forma: consenso}
    resuelve: [{sobre: SALUD-M1, resolucion: aprobado}, {sobre: SALUD-2024-04-18-A2, resolucion: aprobado}]
seguimiento:
  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, avance: 60, fecha_corte: 2024-06-20, nuevo_plazo: 2024-09-30, motivo: El sistema logístico se muda en agosto.}
  - {sobre: SALUD-2024-04-18-A1, estado: cumplido, avance: 100, fecha_corte: 2024-06-20, comentario: Las dos cámaras funcionan., evidencia: [{titulo: Acta de recepción, url: "https://ejemplo.hn/camaras"}]}
distribucion:
  - {fecha: 2024-06-24, medio: correo electrónico, destinatarios: todos}
"""

_CIFRAS = """avances:
  - {indicador: SALUD-M1-I1, valor: 62, estado: definitivo, fecha_corte: 2024-06-30, fuente: Programa Ampliado de Inmunizaciones, evidencia: [{titulo: Boletín del trimestre, url: "https://ejemplo.hn/pai"}], causa_desvio: Faltó vacuna en mayo}
  - {indicador: SESAL-M1-I1, valor: 81, estado: definitivo, fecha_corte: 2024-06-30, fuente: Sistema logístico, evidencia: [{titulo: Existencias, url: "https://ejemplo.hn/logistica"}]}
"""

_MAYO = """registra: luis-mejia
seguimiento:
  - {sobre: SALUD-2024-04-18-A1, estado: en_proceso, avance: 40, fecha_corte: 2024-05-10, comentario: Se adjudicó la compra.}
"""

_RELEVO = """  - id: eva-rios
    nombre: Eva Ríos
    cargo: Directora de la UPGRET
    nivel: tecnico
    papel: direccion_upgret
    calidad: titular
    sustituye_a: juan-coto
    oficio: {numero: ARSA-14-2024, fecha: 2024-05-28, firmante: Rosa Paz, recibido: 2024-05-29}
    desde: 2024-06-01
"""

_CORRECCION = """  - indicador: SALUD-M1-I1
    valor: 79.1
    estado: definitivo
    fecha_corte: 2024-03-31
    fuente: Programa Ampliado de Inmunizaciones
    evidencia: [{titulo: Boletín corregido, url: "https://ejemplo.hn/pai"}]
    corrige: Se contó dos veces a quien se mudó de región
"""

_REAJUSTE = (
    "{periodo: 2025, valor: 88, desde: 2024-06-20, acuerdo: SALUD-2024-06-20-A1, "
    "motivo: El presupuesto de vacunas no alcanza}"
)

_PORQUE = "{regla: C102, motivo: El aviso del presupuesto llegó el 14 de junio, autor: Luis Mejía, fecha: 2024-06-24}"


def trimestre(t: Taller) -> None:
    """En la rama `junio`, diez confirmaciones desde `main`, que mientras tanto también avanza."""
    t.anadir("mesgepret.yaml", "sitio: {forja: https://github.com/organizacion/mesas}\n")
    t.anadir("mesas/salud/convocatorias/2024-04-18.yaml", _CONVOCATORIA.format(nivel="tecnico", enviada="2024-04-09"))
    t.anadir(ABRIL, _ABRIL)
    t.confirmar("Sesión de abril")
    t.git("checkout", "-q", "-b", "junio")

    t.anadir("mesas/salud/seguimiento/2024-05-10.yaml", _MAYO)
    t.confirmar("Seguimiento de mayo")
    (t.datos / DE_ARSA).write_text(t.leer(DE_ARSA).rstrip()[:-1] + ", hasta: 2024-05-31}\n" + _RELEVO, "utf-8")
    t.confirmar("Relevo en la UPGRET de la ARSA")
    t.anadir("mcr/avances/2024-T2/sesal.yaml", _CIFRAS)
    t.confirmar("Cifras del segundo trimestre")
    t.anadir(CIFRAS, _CORRECCION)
    t.confirmar("Una corrección del primero")
    t.anadir("mesas/salud/convocatorias/2024-06-20.yaml", _CONVOCATORIA.format(nivel="conjunta", enviada="2024-06-17"))
    t.confirmar("Convocatoria de junio")
    t.anadir(JUNIO, _JUNIO.replace("estado: definitiva", "estado: borrador"))
    t.confirmar("Borrador de la ayuda memoria de junio")
    t.cambiar(JUNIO, "estado: borrador", "estado: definitiva")
    t.confirmar("Se cierra la ayuda memoria de junio")
    t.cambiar(METAS, "        proyeccion:", f"        reajustes: [{_REAJUSTE}]\n        proyeccion:")
    t.confirmar("La meta de 2025, reajustada")
    t.anadir("mesas/salud/convocatorias/2024-06-20.yaml", f"justificaciones:\n  - {_PORQUE}\n")
    t.confirmar("Por qué se convocó tarde")
    t.cambiar(PLAN, "Elaborar el plan de trabajo y darlo a conocer", "Elaborar el Plan de Trabajo y darlo a conocer")
    t.cambiar(PLAN, "Celebrar el taller de registro nominal", "Celebrar dos talleres de registro nominal")
    t.cambiar("mesas/salud/mesa.yaml", "politico:", "# La coordinación política y la técnica\npolitico:")
    t.confirmar("Retoques")

    t.git("checkout", "-q", "main")
    t.cambiar(ACTA, "distribucion:", "# Esto pasó en main después, y no es de la rama\ndistribucion:")
    t.anadir("mesas/salud/convocatorias/2024-05-16.yaml", _CONVOCATORIA.format(nivel="tecnico", enviada="2024-05-07"))
    t.confirmar("Mientras tanto, en main")
    t.git("checkout", "-q", "junio")
