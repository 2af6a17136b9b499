"""Las tablas: una declaración, y de ella CSV y paquete que otro programa lee y comprueba."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package

from mesgepret.esquema import propiedades
from mesgepret.imprenta import lengua, resultados
from mesgepret.imprenta.datos.en_csv import EnCsv
from mesgepret.imprenta.datos.tablas import TABLAS, TIPOS, Columna, Tabla
from mesgepret.imprenta.datos.tablas.columnas import Renglon
from tests.conftest import leer_base, leer_recursos, revisar_sobre_base
from tests.imprenta.datos.abiertos import datos_de
from tests.imprenta.sitio import archivos

if TYPE_CHECKING:
    from pathlib import Path

MARCA = "\ufeff"
DESCRITAS = propiedades(
    {n: json.loads(t) for n, t in {**leer_recursos().esquemas, "resultados": leer_recursos().resultados}.items()}
)
ACTA = "mesas/salud/actas/2024-03-21.yaml"


def _filas(contenido: str | bytes) -> list[dict[str, str]]:
    texto = contenido if isinstance(contenido, str) else contenido.decode()
    assert texto[0] == MARCA
    texto = texto[1:]
    return list(csv.DictReader(io.StringIO(texto, newline=""), strict=True))


def _con_texto(texto: str) -> str:
    """La ayuda memoria, con otro texto en su acuerdo."""
    acta = leer_base()[ACTA].decode()
    return acta.replace("Publicar cada mes las existencias de vacunas por región", json.dumps(texto))


def _validar(sitio: dict[str, bytes], carpeta: Path) -> list[Any]:
    """Lo que frictionless halla mal en el paquete, puesto en una carpeta."""
    for ruta, contenido in sitio.items():
        if ruta.startswith("datos/") and not ruta.startswith("datos/esquemas/"):
            (carpeta / ruta.removeprefix("datos/")).parent.mkdir(exist_ok=True)
            (carpeta / ruta.removeprefix("datos/")).write_bytes(contenido)
    informe = Package(str(carpeta / "datapackage.json")).validate()
    errores: list[Any] = informe.flatten(["taskName", "rowNumber", "fieldName", "type", "note"])
    return [*informe.errors, *errores]


@pytest.mark.parametrize("tabla", TABLAS, ids=lambda t: t.nombre)
def test_cada_tabla_se_declara_entera(tabla: Any) -> None:
    nombres = [c.nombre for c in tabla.columnas]
    assert len(nombres) == len(set(nombres))
    assert set(tabla.clave) <= set(nombres)
    for columna in tabla.columnas:
        assert columna.nombre.isascii()
        assert columna.tipo in TIPOS
        assert bool(columna.de) != bool(columna.dice), f"{columna.nombre}: o la describe el esquema, o se describe aquí"
        assert not columna.de or DESCRITAS[columna.de]["description"]
    claves = {otra.nombre: otra for otra in TABLAS}
    for columnas, otra in tabla.ajenas:
        assert len(claves[otra].clave) == len(columnas)
        assert set(columnas) <= set(nombres)


def test_ninguna_columna_repite_lo_que_ya_dice_un_esquema() -> None:
    dichas = {str(v.get("description")) for v in DESCRITAS.values()}
    assert [c.nombre for tabla in TABLAS for c in tabla.columnas if c.dice in dichas] == []


@pytest.mark.parametrize("nombre", ["base", "salud"])
def test_el_paquete_es_valido_para_frictionless(nombre: str, tmp_path: Path) -> None:
    assert _validar(archivos(nombre), tmp_path) == []


@pytest.mark.parametrize(
    ("tabla", "antes", "despues", "clase"),
    [
        ("acuerdos", b"SALUD-2024-03-21-A1,SALUD-2024-03-21,", b"SALUD-2024-03-21-A1,SALUD-2024-03-29,", "foreign-key"),
        ("sesiones", b"SALUD-2024-03-21,salud", b"SALUD-2024-02-15,salud", "primary-key"),
        ("acuerdos", b"2024-06-30", b"30/06/2024", "type-error"),
    ],
    ids=["un acuerdo de una sesión que no está", "dos sesiones con un mismo id", "un día que no lo es"],
)
def test_frictionless_si_se_da_cuenta_de_lo_que_esta_mal(
    tabla: str, antes: bytes, despues: bytes, clase: str, tmp_path: Path
) -> None:
    sitio = dict(archivos("base"))
    roto = sitio[f"datos/{tabla}.csv"].replace(antes, despues)
    assert roto != sitio[f"datos/{tabla}.csv"]
    sitio[f"datos/{tabla}.csv"] = roto
    assert clase in str(_validar(sitio, tmp_path))


def test_el_paquete_dice_licencia_corte_y_muestra() -> None:
    de_verdad = json.loads(archivos("salud")["datos/datapackage.json"])
    assert de_verdad["licenses"][0]["name"] == "CC-BY-4.0"
    assert de_verdad["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert (de_verdad["corte"], de_verdad["muestra"]) == ("2024-12-31", True)
    inicio = leer_base()["mesgepret.yaml"].decode()
    otra = datos_de({"mesgepret.yaml": f"{inicio}sitio: {{licencia: La de siempre}}\n".replace("muestra: true\n", "")})
    dicho = json.loads(otra["datos/datapackage.json"])
    assert (dicho["licencia"], dicho["muestra"]) == ("La de siempre", False)
    assert "licenses" not in dicho


def test_cada_csv_trae_las_columnas_que_declara_y_lineas_del_rfc_4180() -> None:
    for tabla in TABLAS:
        contenido = archivos("salud")[f"datos/{tabla.nombre}.csv"]
        assert contenido.split(b"\r\n", 1)[0].decode("utf-8-sig") == ",".join(c.nombre for c in tabla.columnas)
        assert contenido.endswith(b"\r\n")
        assert all(None not in fila and None not in fila.values() for fila in _filas(contenido))


def test_un_texto_con_comillas_comas_y_saltos_vuelve_igual() -> None:
    texto = 'Dice «hola», "adiós";\ny sigue, en otra línea'
    filas = _filas(datos_de({ACTA: _con_texto(texto)})["datos/acuerdos.csv"])
    assert texto in [fila["texto"] for fila in filas]


def test_un_texto_que_parece_formula_no_llega_como_formula() -> None:
    sitio = datos_de({ACTA: _con_texto("=HYPERLINK(1)")})
    assert "'=HYPERLINK(1)" in [fila["texto"] for fila in _filas(sitio["datos/acuerdos.csv"])]
    assert json.loads(sitio["acuerdos/salud-2024-03-21-a1/acuerdo.json"])["resumen"]["texto"] == "=HYPERLINK(1)"


def test_cada_acuerdo_publicado_tiene_su_fila_con_su_estado() -> None:
    filas = {fila["id"]: fila for fila in _filas(archivos("base")["datos/acuerdos.csv"])}
    paginas = {r.split("/")[1] for r in archivos("base") if r.startswith("acuerdos/salud-")}
    assert {id.lower() for id in filas} == paginas
    assert filas["SALUD-2024-02-15-A1"]["estado"] == "cumplido"
    assert filas["SALUD-2024-03-21-A1"]["estado"] == "pendiente"
    assert filas["SALUD-2024-03-21-A1"]["plazo"] == "2024-06-30"


def test_de_cada_fila_se_sabe_si_es_de_muestra() -> None:
    acta = leer_base()[ACTA].decode()
    filas = _filas(datos_de({ACTA: f"muestra: true\n{acta}"})["datos/acuerdos.csv"])
    assert {fila["id"]: fila["muestra"] for fila in filas}["SALUD-2024-03-21-A1"] == "true"
    otras = _filas(datos_de({})["datos/acuerdos.csv"])
    assert {fila["id"]: fila["muestra"] for fila in otras}["SALUD-2024-03-21-A1"] == "false"


def test_un_borrador_solo_deja_dicho_que_hubo_sesion() -> None:
    acta = leer_base()[ACTA].decode().replace("estado: definitiva", "estado: borrador").replace(
        "lugar: Sala de la SESAL", "lugar: Un lugar que nadie sabe")  # fmt: skip
    sitio = datos_de({ACTA: acta})
    sesion = {f["id"]: f for f in _filas(sitio["datos/sesiones.csv"])}["SALUD-2024-03-21"]
    assert (sesion["estado"], sesion["acuerdos"], sesion["resumen"]) == ("en_borrador", "", "")
    assert "SALUD-2024-03-21-A1" not in sitio["datos/acuerdos.csv"]
    assert "SALUD-2024-03-21," not in sitio["datos/seguimientos.csv"]
    assert "acuerdos/salud-2024-03-21-a1/acuerdo.json" not in sitio
    assert "mesas/salud/actas/2024-03-21/acta.json" not in sitio
    assert not [r for r, t in sitio.items() if "Un lugar que nadie sabe" in t]


def test_una_cifra_corregida_y_su_correccion_estan_las_dos_y_solo_una_vale() -> None:
    avances = """avances:
  - {indicador: SALUD-M1-I1, valor: 1, fecha_corte: 2024-03-31, fecha_reporte: 2024-04-02, fuente: El registro}
  - {indicador: SALUD-M1-I1, valor: 2.50, fecha_corte: 2024-03-31, fecha_reporte: 2024-04-05, fuente: El registro, corrige: Se contó dos veces}
"""
    suyas = [
        fila
        for fila in _filas(datos_de({"mcr/avances/2024-T1/sesal.yaml": avances})["datos/cifras.csv"])
        if (fila["indicador"], fila["tipo"], fila["periodo"]) == ("SALUD-M1-I1", "avance", "2024-T1")
    ]
    assert [(f["orden"], f["valor"], f["vale"]) for f in suyas] == [("1", "1", "false"), ("2", "2.5", "true")]
    assert suyas[1]["nota"] == "Se contó dos veces"


def test_las_cifras_del_pais_son_de_los_cuatro_tipos_y_ninguna_se_inventa() -> None:
    filas = _filas(archivos("salud")["datos/cifras.csv"])
    assert {fila["tipo"] for fila in filas} == {"base", "meta", "avance", "tendencia"}
    assert all(f["estado"] in ("sin_dato", "no_programado", "reservado") or f["valor"] or f["minimo"] or f["maximo"]
               for f in filas), [f for f in filas if not f["valor"]]  # fmt: skip


def test_los_incumplimientos_son_los_hallazgos_que_se_publican() -> None:
    incumplidos = _filas(archivos("salud")["datos/incumplimientos.csv"])
    assert len([f for f in incumplidos if f["justificacion"]]) > 5
    assert all(f["autor"] and f["justificado_el"] for f in incumplidos if f["justificacion"])
    assert not [f for f in incumplidos if f["archivo"].startswith("privado/")]


def test_las_alertas_son_las_de_su_pagina_con_su_id_y_aquellos_a_quienes_les_toca() -> None:
    sitio = archivos("salud")
    filas = {f["alerta"]: f for f in _filas(sitio["datos/alertas.csv"])}
    dichas = json.loads(sitio["alertas/alertas.json"])
    assert [*filas] == [d["alerta"] for d in dichas]
    a_cargo, en_mesas = _filas(sitio["datos/responsables_de_alertas.csv"]), _filas(sitio["datos/mesas_de_alertas.csv"])
    for dicha in dichas:
        fila, quienes = filas[dicha["alerta"]], [q["nombre"] for q in dicha["a_cargo_de"]]
        assert [fila[n] for n in ("clase", "de", "desde", "motivo", "pagina")] == [
            dicha[n] or "" for n in ("clase", "de", "desde", "motivo", "pagina")
        ]
        assert fila["a_cargo_de"] == "; ".join(quienes)
        assert quienes == [f["nombre"] for f in a_cargo if f["alerta"] == dicha["alerta"]]
        assert dicha["mesas"] == [f["mesa"] for f in en_mesas if f["alerta"] == dicha["alerta"]]


def test_de_una_alerta_de_muestra_se_dice_que_lo_es_sea_de_un_acuerdo_o_de_una_sesion() -> None:
    vencido = leer_base()[ACTA].decode().replace("plazo: 2024-06-30", "plazo: 2024-04-01")
    sin_repartir = vencido.partition("distribucion:")[0]
    for muestra, dicho in (("muestra: true\n", "true"), ("", "false")):
        sitio = datos_de({ACTA: f"{muestra}{sin_repartir}"})
        filas = {
            f["clase"]: f["muestra"] for f in _filas(sitio["datos/alertas.csv"]) if ":SALUD-2024-03-21" in f["alerta"]
        }
        assert filas == {"acuerdo-vencido": dicho, "distribucion-pendiente": dicho}


def test_una_alerta_que_sale_de_un_borrador_no_esta_en_los_datos() -> None:
    marzo, abril = leer_base()[ACTA].decode().replace("plazo: 2024-06-30", "plazo: 2024-04-01"), "2024-04-07"
    borrador = (
        "estado: borrador\nnivel: tecnico\nacuerdos: []\nseguimiento:\n"
        f"  - {{sobre: SALUD-2024-03-21-A1, estado: en_proceso, nuevo_plazo: {abril}, motivo: Lluvia}}\n"
    )
    sitio = datos_de({ACTA: marzo, "mesas/salud/actas/2024-04-02.yaml": borrador})
    filas = {f["alerta"] for f in _filas(sitio["datos/alertas.csv"])}
    assert "acuerdo-vencido:SALUD-2024-03-21-A1:2024-04-01" in filas
    assert [ruta for ruta, texto in sitio.items() if abril in texto] == []


def test_los_resultados_de_las_tablas_son_los_de_la_pagina_y_los_de_calcular() -> None:
    sitio = archivos("base")
    ficha = json.loads(sitio["mcr/metas/salud-m1/meta.json"])
    expediente = revisar_sobre_base({}).expediente
    assert expediente is not None
    dichas = resultados.filas(expediente)
    assert ficha["resultado"] in dichas
    assert [f for f in ficha["resultados"] if f in dichas] == ficha["resultados"] != []
    (fila,) = [f for f in _filas(sitio["datos/metas.csv"]) if f["id"] == "SALUD-M1"]
    (suya,) = [f for f in json.loads(sitio["mesas/salud/mesa.json"])["metas"] if f["meta"] == "SALUD-M1"]
    assert suya == ficha["resultado"]
    assert fila["cumplimiento"] == suya["cumplimiento"]
    assert (fila["semaforo_tramo"], fila["luz_color"]) == (suya["semaforo"]["tramo"], suya["luz"]["color"])
    en_tabla = {(f["indicador"], f["periodo"]): f for f in _filas(sitio["datos/resultados.csv"])}
    for una in ficha["resultados"]:
        fila = en_tabla[una["indicador"], una["periodo"]]
        assert {n: fila[n] or None for n in ("estado", "avance", "cumplimiento", "publicado", "metodo", "motivo")} == {
            n: una[n] for n in ("estado", "avance", "cumplimiento", "publicado", "metodo", "motivo")
        }


def test_la_tendencia_de_una_cifra_es_la_que_evaluacion_calcula() -> None:
    sitio = archivos("salud")
    dichas = {
        f["indicador"]: f["tendencia"]["proyeccion"]
        for ruta, texto in sitio.items()
        if ruta.endswith("/meta.json") and ruta.startswith("mcr/")
        for f in json.loads(texto)["resultados"]
    }
    de_tendencia = [f for f in _filas(sitio["datos/cifras.csv"]) if f["tipo"] == "tendencia"]
    assert de_tendencia
    assert all(f["valor"] in dichas.values() for f in de_tendencia)


@pytest.mark.parametrize(
    ("tipo", "dato", "escrito"),
    [
        ("texto", "=1+1", "'=1+1"), ("texto", "-1", "'-1"), ("texto", "@SUM(A1)", "'@SUM(A1)"),
        ("texto", ("=1", "b"), "'=1; b"), ("numero", "-27.4", "-27.4"), ("numero", Decimal("-3.50"), "-3.5"),
        ("numero", 4, "4"), ("numero", None, ""), ("entero", -3, "-3"), ("logico", False, "false"),
    ],
    ids=["una fórmula", "un texto con guion", "una función", "una lista", "un número escrito", "un número exacto",
         "un número entero", "nada", "un entero", "un no"],
)  # fmt: skip
def test_cada_dato_se_escribe_segun_su_columna(tipo: str, dato: Any, escrito: str) -> None:
    tabla = Tabla("una", "Una.", ("dato",), lambda c: (), (Columna("dato", tipo, dice="Un dato."),))
    hoja = EnCsv(tabla)
    hoja.escribir([Renglon(None, dato=dato)])
    (fila,) = _filas(hoja.octetos())
    assert fila["dato"] == escrito
    assert hoja.filas == 1


def test_en_excel_se_leen_las_tildes_y_otros_programas_saltan_la_marca() -> None:
    for ruta, contenido in archivos("salud").items():
        if ruta.endswith(".csv"):
            assert contenido.startswith(b"\xef\xbb\xbf"), ruta
            assert contenido.count(b"\xef\xbb\xbf") == 1, ruta


def test_los_csv_del_sigpret_estan_en_el_paquete_y_en_la_pagina() -> None:
    sitio = archivos("salud")
    recursos = {r["path"]: r for r in json.loads(sitio["datos/datapackage.json"])["resources"]}
    suyos = [r.removeprefix("datos/") for r in sitio if r.startswith("datos/sigpret/") and r.endswith(".csv")]
    assert len(suyos) > 4
    for ruta in suyos:
        assert recursos[ruta]["bytes"] == len(sitio[f"datos/{ruta}"])
        assert recursos[ruta]["schema"]["foreignKeys"][0]["reference"]["resource"] == "metas"
        assert f"../datos/{ruta}" in sitio["datos/index.html"].decode()
    assert {r.removeprefix("datos/") for r in sitio if r.endswith(".csv")} == set(recursos)


def test_la_pagina_dice_cuantas_filas_trae_y_cuanto_pesa_cada_tabla() -> None:
    sitio = archivos("salud")
    pagina = sitio["datos/index.md"].decode()
    for tabla in TABLAS:
        contenido = sitio[f"datos/{tabla.ruta}"]
        (renglon,) = [
            linea for linea in pagina.splitlines() if linea.startswith(f"| [{tabla.nombre}.csv]".replace("_", "\\_"))
        ]
        assert f"| {len(_filas(contenido))} | {lengua.peso(len(contenido))} |" in renglon


def test_el_diccionario_dice_cada_columna_de_cada_tabla() -> None:
    pagina = archivos("base")["datos/index.md"].decode()
    for tabla in TABLAS:
        trozo = pagina.partition(f"### {tabla.nombre.replace('_', chr(92) + '_')}\n")[2].partition("\n### ")[0]
        assert [f"| `{c.nombre}` |" in trozo for c in tabla.columnas[:-1]].count(False) == 0, tabla.nombre
    assert "La última columna de toda tabla es `muestra`" in pagina


def test_el_sitio_interno_no_lleva_datos_abiertos() -> None:
    rutas = archivos("base", "interno")
    propias = [r for r in rutas if not r.startswith("datos/sigpret/")]
    assert not [r for r in propias if r.startswith("datos/") or r.endswith((".atom", ".ics", "acuerdo.json"))]
    assert b"datos/index.html" not in rutas["index.html"]
