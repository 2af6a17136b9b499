"""De cada falta de forma, lo que lee un funcionario: el hecho, lo que se esperaba y lo que quiso escribir."""

from __future__ import annotations

import pytest

from mesgepret.esquema import Esquemas
from mesgepret.lectura import leer
from tests.conftest import leer_recursos

ESQUEMAS = Esquemas(leer_recursos().esquemas)
ACTA = "estado: definitiva\nnivel: tecnico\n"

# lo escrito en la tercera línea de un acta → (línea:columna y código, mensaje, ayuda)
FALTAS: list[tuple[str, str, str, str]] = [
    ("fecha_cierre: 15/03/2024", "15 E105", "«fecha_cierre»: «15/03/2024» no es una fecha, como 2024-03-21",
     "escriba 2024-03-15: año, mes y día"),
    ("fecha_cierre: 03/15/2024", "15 E105", "«fecha_cierre»: «03/15/2024» no es una fecha, como 2024-03-21",
     "escriba 2024-03-15: año, mes y día"),
    ("fecha_cierre: 2024-3-5", "15 E105", "«fecha_cierre»: «2024-3-5» no es una fecha, como 2024-03-21",
     "escriba 2024-03-05: año, mes y día"),
    ("fecha_cierre: 1º de Abril del 2024", "15 E105",
     "«fecha_cierre»: «1º de Abril del 2024» no es una fecha, como 2024-03-21", "escriba 2024-04-01: año, mes y día"),
    ("fecha_cierre: 99/99/2024", "15 E105", "«fecha_cierre»: «99/99/2024» no es una fecha, como 2024-03-21",
     "día en que terminó, si duró varios días o pasó de la medianoche"),
    ("fecha_cierre: 20240321", "15 E103", "«fecha_cierre»: «20240321» no es una fecha, como 2024-03-21",
     "día en que terminó, si duró varios días o pasó de la medianoche"),
    ("fecha_cierre: 2023-02-29", "15 E106", "«fecha_cierre»: la fecha «2023-02-29» no existe",
     "revise el día y el mes en el calendario"),
    ("hora_cierre: 9:00 a.m.", "14 E105", "«hora_cierre»: «9:00 a.m.» no es una hora, como 09:30", "escriba «09:00»"),
    ("hora_cierre: 12:15 a. m.", "14 E105", "«hora_cierre»: «12:15 a. m.» no es una hora, como 09:30",
     "escriba «00:15»"),
    ("hora_cierre: 12:15 PM", "14 E105", "«hora_cierre»: «12:15 PM» no es una hora, como 09:30", "escriba «12:15»"),
    ("hora_cierre: 2 p.m.", "14 E105", "«hora_cierre»: «2 p.m.» no es una hora, como 09:30", "escriba «14:00»"),
    ("hora_cierre: 14:30 hrs", "14 E105", "«hora_cierre»: «14:30 hrs» no es una hora, como 09:30", "escriba «14:30»"),
    ("hora_cierre: 9.30", "14 E103", "«hora_cierre»: «9.30» no es una hora, como 09:30", "escriba «09:30»"),
    ("numero: 1.50", "9 E103", "«numero»: «1.50» no es un número entero, como 3",
     "No. de Acta de Acuerdos, número entero: una serie por Mesa, grupo y año. Por ejemplo 3 (R85)"),
    ("numero: '1,200'", "9 E105", "«numero»: «1,200» no es un número entero, como 3",
     "si es 1200, escríbalo así: los decimales con punto, sin comas, unidades ni comillas"),
    ("hora_cierre: 24:00", "14 E105", "«hora_cierre»: «24:00» no es una hora, como 09:30",
     "el día va de las 00:00 a las 23:59"),
    ("numero: tercera", "9 E105", "«numero»: «tercera» no es un número entero, como 3",
     "No. de Acta de Acuerdos, número entero: una serie por Mesa, grupo y año. Por ejemplo 3 (R85)"),
    ("numero: -1", "9 E107", "«numero»: «-1» es menos que 0", "revise la cifra"),
    ("lugar: true", "8 E103", "«lugar»: «true» no es un texto", "si es un texto, póngalo entre comillas"),
    ("lugar: {a: b}", "1 E103", "«lugar»: un grupo de claves no es un texto",
     "si es un texto que empieza por «[» o «{», póngalo entre comillas"),
    ("lugar: ''", "8 E109", "«lugar» es un texto vacío", "escríbalo, o quite la clave si no lo hay"),
    ("preside: []", "1 E108", "la lista «preside» está vacía", "añada lo que falta, o quite la clave si no lo hay"),
    ("preside: {a: b}", "1 E103", "«preside»: un grupo de claves no es una lista de palabras, como [ana-lopez, sesal]",
     "quiénes presidieron: ids de miembros, o nombres de quienes no lo son"),
    ("quorum: sí", "9 E103", "«quorum»: «sí» no es un grupo de claves con su valor",
     "escríbalo por claves, como «requerido: …»"),
    ("quorum: {comprobado: sí}", "22 E103", "«comprobado»: «sí» no es true o false", "escriba true"),
    ("quorum: {comprobado: NO}", "22 E103", "«comprobado»: «NO» no es true o false", "escriba false"),
    ("firmas: Ana López", "9 E103", "«firmas»: «Ana López» no es una lista",
     "ponga cada elemento en su línea, con «- » delante"),
    ("grupo: Vacunación", "8 E105", "«grupo»: «Vacunación» no es un id en minúsculas, como ana-lopez",
     "¿quiso decir «vacunacion»?"),
    ("anexos: [{titulo: x, url: ejemplo.hn}]", "27 E105",
     "«url»: «ejemplo.hn» no es una dirección web completa, como https://www.ejemplo.hn/informe.pdf",
     "dirección web donde está, si se publicó"),
    ("justificaciones: [{regla: m104, motivo: x, autor: y, fecha: 2024-01-01}]", "27 E105",
     "«regla»: «m104» no es un código de regla, como M104", "¿quiso decir «M104»?"),
    ("tipo: Ordinaria", "7 E104", "«tipo»: «Ordinaria» no está entre ordinaria y extraordinaria",
     "¿quiso decir «ordinaria»?"),
    ("tipo: 5", "7 E104", "«tipo»: «5» no está entre ordinaria y extraordinaria",
     "elija uno de los valores de la lista"),
    ("seguimiento: [{sobre: salud-2024-a1, estado: pendiente}]", "23 E105",
     "«sobre»: «salud-2024-a1» no es un id completo, como SALUD-2024-03-21-A2", "¿quiso decir «SALUD-2024-A1»?"),
    ("seguimiento: [{sobre_texto: x, estado: pendiente, avance: '50,5'}]", "59 E103",
     "«avance»: «50,5» no es un porcentaje de 0 a 100, como 75",
     "si es 50.5, escríbalo así: los decimales con punto, sin comas, unidades ni comillas"),
    ("seguimiento: [{sobre_texto: x, estado: pendiente, avance: 1000%}]", "59 E103",
     "«avance»: «1000%» no es un porcentaje de 0 a 100, como 75",
     "si es 1000, escríbalo así: los decimales con punto, sin comas, unidades ni comillas"),
    ("seguimiento: [{estado: pendiente}]", "15 E112",
     "en «seguimiento» falta al menos una de estas claves: «sobre» o «sobre_texto»", "añada la que corresponda"),
    ("participantes: [{cargo: x}]", "17 E112",
     "en «participantes» falta al menos una de estas claves: «miembro», «nombre» o «institucion»",
     "añada la que corresponda"),
    ("acuerdos: [{id: A1, texto: reservado}]", "28 E113",
     "«texto» no puede reservarse: sin ese dato el documento no se entiende",
     "reserve solo el dato protegido, y anótelo en «reservas»"),
    ("acuerdos: [{id: reservado, texto: x}]", "17 E113",
     "«id» no puede reservarse: sin ese dato el documento no se entiende",
     "reserve solo el dato protegido, y anótelo en «reservas»"),
    ("acuerdos: [{id: A1, texto: x, sin_plazo: y, plazo: 2024-06-30}]", "31 E114",
     "en «acuerdos» no caben a la vez «plazo» y «sin_plazo»", "deje la que diga la verdad y quite la otra"),
    ("acuerdos: [{id: a1, texto: x}]", "17 E105", "«id»: «a1» no es un id como A1", "¿quiso decir «A1»?"),
    ("acuerdos: [{id: A1, texot: x, texto: y}]", "21 E101", "la clave «texot» no existe en «acuerdos»",
     "¿quiso decir «texto»?"),
    ("quorum: {quiz: 5}", "10 E101", "la clave «quiz» no existe en «quorum»",
     "aquí se admiten: requerido, presentes, comprobado"),
    ("quorum: {presentes: 5, 'a\\b': 5}", "24 E101", "la clave «a\\b» no existe en «quorum»",
     "aquí se admiten: requerido, presentes, comprobado"),
]  # fmt: skip


@pytest.mark.parametrize(("escrito", "lugar", "mensaje", "ayuda"), FALTAS, ids=[e for e, *_ in FALTAS])
def test_cada_falta_se_cuenta_en_espanol_y_en_su_lugar(escrito: str, lugar: str, mensaje: str, ayuda: str) -> None:
    documento = leer("x.yaml", f"{ACTA}{escrito}\n".encode()).documento
    assert documento is not None
    (hallazgo,) = ESQUEMAS.validar("acta", documento)
    assert f"{hallazgo.ubicacion} {hallazgo.codigo}" == f"x.yaml:3:{lugar}"
    assert (hallazgo.mensaje, hallazgo.ayuda) == (mensaje, ayuda)


def test_lo_que_falta_en_un_indicador_depende_de_lo_que_lleva() -> None:
    yaml = "metas:\n  - id: M1\n    indicadores:\n      - {usa: SALUD-M1-I1}\n      - {id: I2}\n"
    yaml += "      - {id: I3, nombre: x, unidad: {}, metas_anuales: [{anio: 2024, valor: 1}]}\n"
    documento = leer("x.yaml", yaml.encode()).documento
    assert documento is not None
    assert [f"{h.ubicacion} {h.mensaje}" for h in ESQUEMAS.validar("metas", documento)] == [
        "x.yaml:5:9 falta la clave «nombre»",
        "x.yaml:5:9 falta la clave «unidad»",
        "x.yaml:6:9 falta la clave «sentido»",
        "x.yaml:6:9 falta la clave «avances_son»",
        "x.yaml:6:9 falta la clave «meta_anual_es»",
        "x.yaml:6:9 falta la clave «metodo_cumplimiento»",
    ]


def test_el_nombre_de_una_variable_se_juzga_en_su_clave() -> None:
    yaml = "avances:\n  - {indicador: SALUD-M1-I1, valor: 1, variables: {Nacidos vivos: 5, muertes: x}}\n"
    documento = leer("x.yaml", yaml.encode()).documento
    assert documento is not None
    assert sorted(f"{h.ubicacion} {h.mensaje}" for h in ESQUEMAS.validar("avances", documento)) == [
        "x.yaml:2:52 «variables»: «Nacidos vivos» no es un id de variable, como nacidos_vivos",
        "x.yaml:2:79 «muertes»: «x» no es un número, como 2500.5",
    ]


@pytest.mark.parametrize(
    ("yaml", "mensaje"),
    [
        ("- a\n", "el documento: una lista no es un grupo de claves con su valor"),
        ("hola\n", "el documento: «hola» no es un grupo de claves con su valor"),
        ("5\n", "el documento: «5» no es un grupo de claves con su valor"),
    ],
)
def test_un_documento_que_no_tiene_claves(yaml: str, mensaje: str) -> None:
    documento = leer("x.yaml", yaml.encode()).documento
    assert documento is not None
    assert [h.mensaje for h in ESQUEMAS.validar("acta", documento)] == [mensaje]


def test_lo_citado_sale_corto_y_sin_lo_que_no_se_ve() -> None:
    documento = leer("x.yaml", f"{ACTA}tipo: {'ñ' * 100_000}\n".encode()).documento
    assert documento is not None
    (hallazgo,) = ESQUEMAS.validar("acta", documento)
    assert hallazgo.mensaje == f"«tipo»: «{'ñ' * 57}…» no está entre ordinaria y extraordinaria"
