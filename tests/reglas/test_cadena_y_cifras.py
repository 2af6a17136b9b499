"""Los bordes de lo que ha de casar en una ficha y sus cifras: fórmulas, sentidos, cierres, acumulados y semáforos."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mesgepret.evaluacion import evaluar
from mesgepret.evaluacion.alertas import CLASES
from tests.conftest import cambiado, dichos, leer_base, leer_recursos, revisar_sobre_base
from tests.conftest import codigos as todos_los_codigos

Cambios = dict[str, str | bytes | None]

ARSA = "mcr/institucionales/arsa.yaml"
SESAL = "mcr/institucionales/sesal.yaml"
CIFRAS = "mcr/avances/2024-T1/arsa.yaml"
SEMAFOROS = "mcr/semaforos.yaml"
EXPRESION = "expresion: a_tiempo / recibidos * 100"
BASE = "linea_base: {anio: 2022, valor: 60, fuente: Registro sanitario}"
ANUALES = "metas_anuales: [{anio: 2024, valor: 80}, {anio: 2025, valor: 90}]"
CUARTO = "{periodo: 2024-T4, valor: 80}"
RESERVA = (
    "reservas: [{campo: metas, motivo: Secreto estadístico, documento: Oficio 3-2024, fecha: 2024-03-01}]\nmetas:\n"
)


DE_ALERTA = {codigo for codigo, pagina in leer_recursos().paginas.items() if pagina.nombre in CLASES}


def codigos(cambios: Cambios) -> list[str]:
    """Los de lo que no casa; cómo vaya la meta con esas cifras lo dicen las alertas, y aquí no se mira."""
    return [codigo for codigo in todos_los_codigos(cambios) if codigo not in DE_ALERTA]


def cifra(claves: str, archivo: str = CIFRAS) -> Cambios:
    """Una cifra de la ARSA en un periodo, preliminar y con su fuente."""
    return {
        archivo: f"avances:\n  - {{indicador: ARSA-M1-I1, {claves}, estado: preliminar, fuente: Registro sanitario}}\n"
    }


def reajuste(claves: str) -> tuple[str, str]:
    return f"{ANUALES}\n", f"{ANUALES}\n        reajustes: [{{{claves}, motivo: Otra máquina}}]\n"


@pytest.mark.parametrize("formula", ["a / b * 100 %", "a ^ 2", "año / 2", "(a + b", "1,5 * a", "__import__('os')"])
def test_lo_que_no_es_una_cuenta_se_dice_con_su_caracter_y_su_remedio(formula: str) -> None:
    (dicho,) = dichos(revisar_sobre_base(cambiado(ARSA, (EXPRESION, f'expresion: "{formula}"'))))
    assert " I135 " in dicho
    assert "en el carácter " in dicho
    assert "; " in dicho


def test_sin_lista_de_variables_la_formula_puede_pedir_cualquiera() -> None:
    assert codigos(cambiado(ARSA, (EXPRESION, "expresion: lotes / todos"))) == []
    reservada = f"{EXPRESION}, variables: reservado"
    assert codigos(cambiado(ARSA, (EXPRESION, reservada), ("metas:\n", RESERVA))) == []


def test_quedarse_en_la_linea_base_no_es_ir_contra_el_sentido() -> None:
    assert codigos(cambiado(ARSA, (BASE, BASE.replace("60", "90")))) == ["I139"]
    assert codigos(cambiado(ARSA, (BASE, BASE.replace("60", "80")))) == []
    assert codigos(cambiado(ARSA, (BASE, BASE.replace("60", "90.01")))) == ["I138"]


def test_lo_que_debe_bajar_no_puede_tener_una_meta_mayor_que_su_base() -> None:
    baja = (("sentido: ascendente", "sentido: descendente"), ("to: razon", "to: espejo"))
    assert codigos(cambiado(ARSA, *baja)) == ["I138"]


def test_lo_que_se_suma_cada_anio_empieza_de_cero_y_solo_se_avisa() -> None:
    suma = (("meta_anual_es: ultimo", "meta_anual_es: suma"), (BASE, BASE.replace("60", "400")))
    anio = (ANUALES, "metas_anuales: [{anio: 2024, valor: 290}, {anio: 2025, valor: 310}]")
    assert codigos(cambiado(ARSA, *suma, anio)) == ["I139"]


@pytest.mark.parametrize(
    ("como", "meta", "cierra"),
    [("suma", "290", True), ("suma", "289.9", False), ("ultimo", "80", True), ("ultimo", "75", False),
     ("promedio", "72.5", True), ("promedio", "73", True), ("promedio", "72", False), ("promedio", "72.6", False),
     ("cada_periodo", "80", False)],
)  # fmt: skip
def test_un_anio_cierra_segun_lo_que_es_su_meta(como: str, meta: str, cierra: bool) -> None:
    cambios = (("meta_anual_es: ultimo", f"meta_anual_es: {como}"), ("{anio: 2024, valor: 80}, {anio: 2025, valor: 90}",
               f"{{anio: 2024, valor: {meta}}}, {{anio: 2025, valor: 400}}"))  # fmt: skip
    assert codigos(cambiado(ARSA, *cambios)) == ([] if cierra else ["I140"])


def test_el_trimestre_en_que_nada_se_programo_no_cuenta_en_el_cierre() -> None:
    sin_cuarto = (CUARTO, "{periodo: 2024-T4, no_programado: true}")
    assert codigos(cambiado(ARSA, sin_cuarto)) == ["I140"]
    assert codigos(cambiado(ARSA, sin_cuarto, ("{anio: 2024, valor: 80}", "{anio: 2024, valor: 75}"))) == []


def test_un_anio_programado_en_parte_o_con_algo_reservado_no_se_cierra() -> None:
    assert codigos(cambiado(ARSA, (f", {CUARTO}", ""))) == ["I116"]
    assert "I140" not in codigos(
        cambiado(ARSA, (CUARTO, "{periodo: 2024-T4, valor: reservado}"), ("metas:\n", RESERVA))
    )


def test_la_meta_reajustada_pide_que_se_reajusten_sus_periodos() -> None:
    del_anio = "periodo: '2024', valor: 85, desde: 2024-03-01, acuerdo: SALUD-2024-02-15-A1"
    del_cuarto = del_anio.replace("'2024'", "2024-T4")
    (dicho,) = dichos(revisar_sobre_base(cambiado(ARSA, reajuste(del_anio))))
    assert "I140 con los reajustes que hoy rigen, la meta de «ARSA-M1-I1» en 2024 es 85" in dicho
    juntos = f"{del_anio}, motivo: Otra máquina}}, {{{del_cuarto}"
    assert codigos(cambiado(ARSA, reajuste(juntos))) == []
    assert codigos(cambiado(ARSA, reajuste(del_anio.replace("2024-03-01", "2024-05-01")))) == []


def test_un_semestre_y_dos_trimestres_reparten_el_anio_sin_pisarse_ni_dejar_hueco() -> None:
    primeros = "{periodo: 2024-T1, valor: 65}, {periodo: 2024-T2, valor: 70}"
    uno = (primeros, "{periodo: 2024-S1, valor: 70}")
    assert "I141" not in codigos(cambiado(ARSA, uno))
    assert "I142" not in codigos(cambiado(ARSA, uno))
    assert "I141" in codigos(cambiado(ARSA, (primeros, f"{{periodo: 2024-S1, valor: 70}}, {primeros}")))


def test_lo_que_falta_antes_de_que_la_meta_rija_no_es_un_hueco() -> None:
    tarde = (CUARTO, f"{CUARTO}, {{periodo: 2025-T3, valor: 88}}, {{periodo: 2025-T4, valor: 90}}")
    assert codigos(cambiado(ARSA, tarde)) == ["I142"]
    for anio, falta in (("2024-01-01, hasta: 2025-07-31", "2025-T1, 2025-T2"), ("2023-01-01", "2025-T1, 2025-T2")):
        vigencia = ("    prioritaria: true\n", f"    prioritaria: true\n    vigencia: {{desde: {anio}}}\n")
        assert falta in "".join(dichos(revisar_sobre_base(cambiado(ARSA, tarde, vigencia))))


def test_los_anios_y_los_periodos_desordenados_se_dicen() -> None:
    al_reves = (
        "[{anio: 2024, valor: 80}, {anio: 2025, valor: 90}]",
        "[{anio: 2025, valor: 90}, {anio: 2024, valor: 80}]",
    )
    (dicho,) = dichos(revisar_sobre_base(cambiado(ARSA, al_reves)))
    assert "I142 en «ARSA-M1-I1», 2024 está escrito después de 2025" in dicho


def test_la_dimension_se_reconoce_con_tilde_y_mayuscula() -> None:
    for dicha, esperado in (("Economía", []), ("equidad", ["I144"])):
        assert (
            codigos(cambiado(ARSA, ("eslabon: proceso\n", f"eslabon: proceso\n        dimension: {dicha}\n")))
            == esperado
        )


@pytest.mark.parametrize(
    ("cambios", "dicho"),
    [
        ([("to: razon", "to: limite")], "se hizo para el sentido maximo o minimo, y el suyo es ascendente"),
        ([("to: razon", "to: a_la_fecha")], "suma incrementos, y lo que se informa es un nivel"),
        (
            [("to: razon", "to: razon_de_sumas"), (EXPRESION, "expresion: 100 - recibidos")],
            "pide numerador y denominador",
        ),
        ([("to: razon", "to: razon_de_sumas")], ""),
    ],
)
def test_un_metodo_se_dice_si_no_le_va_al_indicador(cambios: list[tuple[str, str]], dicho: str) -> None:
    hallados = [d for d in dichos(revisar_sobre_base(cambiado(ARSA, *cambios))) if " I145 " in d]
    assert [dicho in d for d in hallados] == ([True] if dicho else [])


def test_del_metodo_que_no_le_va_no_se_dice_ademas_que_se_niegue() -> None:
    assert codigos(cambiado(ARSA, ("to: razon", "to: limite"))) == ["I145"]
    sin_base = (BASE, "linea_base: {sin_dato: No se medía}")
    assert codigos(cambiado(ARSA, ("to: razon", "to: brecha_cerrada"), sin_base)) == ["F115"]


TRAMO = "{{id: {}, nombre: N, color: rojo, forma: rombo{}}}"


@pytest.mark.parametrize(
    ("tramos", "dicho"),
    [
        ([("a", ", desde: 0, incluye_desde: true")], "lo menor que 0 no cae en ningún tramo"),
        ([("a", ", hasta: 100")], "lo mayor que 100 no cae en ningún tramo"),
        ([("a", ", hasta: 60"), ("b", ", desde: 60")], "60 no cae ni en «a» ni en «b»"),
        (
            [("a", ", hasta: 60, incluye_hasta: true"), ("b", ", desde: 60, incluye_desde: true")],
            "60 cae a la vez en «a» y en «b»",
        ),
        ([("a", ", hasta: 60, incluye_hasta: true"), ("b", ", desde: 50")], "«a» llega a 60 y «b» empieza en 50"),
        ([("a", ""), ("b", ", desde: 50")], "no se sabe dónde acaba «a» y empieza «b»"),
        ([("a", ", hasta: 60, incluye_hasta: true"), ("a", ", desde: 60")], "tiene dos tramos «a»"),
        ([("a", "")], ""),
    ],
)
def test_un_semaforo_da_una_luz_y_una_sola_a_cualquier_valor(tramos: list[tuple[str, str]], dicho: str) -> None:
    lista = ", ".join(TRAMO.format(*tramo) for tramo in tramos)
    tabla = f"semaforos:\n  - {{id: t, nombre: T, cita: C, por_defecto: true, base: cumplimiento, tramos: [{lista}]}}\n"
    hallados = dichos(revisar_sobre_base({SEMAFOROS: tabla}))
    assert [dicho in d for d in hallados if " I146 " in d] == ([True] if dicho else [])


def test_dos_tablas_por_defecto_se_contradicen() -> None:
    una = "  - {{id: {}, nombre: T, cita: C, por_defecto: true, base: cumplimiento, tramos: [{}]}}\n"
    dos = "semaforos:\n" + "".join(una.format(id, TRAMO.format("a", "")) for id in ("t1", "t2"))
    assert codigos({SEMAFOROS: dos}) == ["I147"]


def test_un_anio_cerrado_cambia_solo_con_un_acuerdo_y_su_falta_se_dice_una_vez() -> None:
    cerrada = ("[{anio: 2024,", "[{anio: 2023, valor: 70, cerrada: true}, {anio: 2024,")
    cambia = (f"{ANUALES}\n".replace("[{anio: 2024,", cerrada[1]),) * 2
    for claves, esperado in (
        (", motivo: M", ["I149"]),
        ("", ["I131", "I149"]),
        (", acuerdo: SALUD-2024-02-15-A1", ["I131"]),
    ):
        linea = f"        reajustes: [{{periodo: '2023', valor: 65, desde: 2024-02-15{claves}}}]\n"
        assert codigos(cambiado(ARSA, cerrada, (cambia[0], cambia[1] + linea))) == esperado


@pytest.mark.parametrize(
    ("claves", "esperado"),
    [
        ("valor: 66.7, variables: {a_tiempo: 2, recibidos: 3}", []),
        ("valor: 66.6, variables: {a_tiempo: 2, recibidos: 3}", ["F111"]),
        ("valor: 67, variables: {a_tiempo: 2, recibidos: 3}", []),
        ("valor: 0.13, variables: {a_tiempo: 1, recibidos: 800}", []),
        ("valor: 60, precision: redondeada, variables: {a_tiempo: 63, recibidos: 100}", []),
        ("valor: 60, precision: redondeada, variables: {a_tiempo: 66, recibidos: 100}", ["F111"]),
        ("valor: 60, precision: aproximada, variables: {a_tiempo: 66, recibidos: 100}", []),
        ("valor: 60, variables: {a_tiempo: 66, recibidos: 0}", []),
        ("valor: 1e-300, variables: {a_tiempo: 3, recibidos: 3}", ["F111"]),
        ("valor: reservado, variables: {a_tiempo: 66, recibidos: 100}", ["J104"]),
        ("variables: {a_tiempo: 66, recibidos: 100}", []),
    ],
)
def test_la_cifra_se_compara_con_sus_variables_tal_como_se_escribio(claves: str, esperado: list[str]) -> None:
    assert codigos(cifra(claves)) == esperado


def test_la_cifra_que_contradice_sus_variables_y_se_corrigio_ya_no_se_dice() -> None:
    una = "  - {{indicador: ARSA-M1-I1, valor: {}, variables: {{a_tiempo: 61, recibidos: 100}}{}}}\n"
    mala, buena = una.format(64, ""), una.format(61, ", corrige: Se copió la del mes")
    assert codigos({CIFRAS: f"avances:\n{mala}"}) == ["F111"]
    assert codigos({CIFRAS: f"avances:\n{mala}{buena}"}) == []


def test_un_acumulado_puede_volver_a_empezar_con_el_anio_y_bajar_si_corrige() -> None:
    avances = (
        "avances:\n  - {{indicador: SESAL-M1-I2, valor: {}{}, estado: preliminar, fecha_corte: {}, fuente: SIAFI}}\n"
    )
    assert codigos({"mcr/avances/2023-12/sesal.yaml": avances.format(90, "", "2023-12-31")}) == []
    enero = "mcr/avances/2024-01/sesal.yaml"
    assert codigos({enero: avances.format(90, "", "2024-01-31")}) == ["F112"]
    assert codigos({enero: avances.format(90, ", precision: minimo, texto_fuente: más de 90", "2024-01-31")}) == []
    corregido = avances.format(90, "", "2024-01-31") + avances.format(9, ", corrige: Un dedo de más", "2024-01-31")[9:]
    assert codigos({enero: corregido}) == []


def test_dos_cifras_repetidas_se_dicen_una_vez() -> None:
    dos: Cambios = {
        CIFRAS: "avances:\n  - {indicador: ARSA-M1-I1, valor: 64}\n  - {indicador: ARSA-M1-I1, valor: 65}\n"
    }
    assert codigos(dos) == ["F110"]
    ultima = cambiado(ARSA, ("        meta_anual_es", "        en_el_periodo: ultimo\n        meta_anual_es"))
    assert codigos(dos | ultima) == ["F115"]


def test_un_reajuste_cambia_una_cifra_que_esta() -> None:
    acuerdo = ", desde: 2024-03-01, acuerdo: SALUD-2024-02-15-A1"
    assert codigos(cambiado(ARSA, reajuste(f"periodo: 2025-T4, valor: 90{acuerdo}"))) == ["I151"]
    assert codigos(cambiado(ARSA, reajuste(f"periodo: '2025', valor: 92{acuerdo}"))) == []
    sin_programa = leer_base()[ARSA].decode().split("        programacion:")[1].splitlines()[0]
    cada = (("meta_anual_es: ultimo", "meta_anual_es: cada_periodo"), (f"        programacion:{sin_programa}\n", ""))
    assert codigos(cambiado(ARSA, *cada, reajuste(f"periodo: 2025-T4, valor: 92{acuerdo}"))) == []


def test_la_meta_que_es_la_de_cada_periodo_se_reajusta_tambien_por_su_anio() -> None:
    sin_programa = leer_base()[ARSA].decode().split("        programacion:")[1].splitlines()[0]
    cada = (("meta_anual_es: ultimo", "meta_anual_es: cada_periodo"), (f"        programacion:{sin_programa}\n", ""))
    cambia = reajuste("periodo: '2024', valor: 64, desde: 2024-03-01, acuerdo: SALUD-2024-02-15-A1")
    expediente = revisar_sobre_base(cambiado(ARSA, *cada, cambia)).expediente
    assert expediente is not None
    resultado = evaluar(expediente).indicador(expediente.indicadores["ARSA-M1-I1"])
    assert (resultado.periodo, resultado.cumplimiento) == ("2024-T1", Decimal(100))


def test_lo_redondeado_sin_sus_palabras_se_admite_si_da_sus_variables() -> None:
    assert codigos(cifra("valor: 64, precision: redondeada")) == ["F114"]
    assert codigos(cifra("valor: 64, precision: redondeada, variables: {a_tiempo: 64, recibidos: 100}")) == []
    assert codigos(cifra("valor: 64, precision: exacta")) == []


def test_de_dos_acumulados_sin_fecha_de_corte_el_mayor_es_el_ultimo() -> None:
    una = "  - {{indicador: SESAL-M1-I2, valor: {}, fuente: SIAFI{}}}\n"
    archivo = "mcr/avances/2024-01/sesal.yaml"
    assert codigos({archivo: "avances:\n" + una.format(3, "") + una.format(5, "")}) == []
    corte = ", fecha_corte: 2024-01-31"
    assert codigos({archivo: "avances:\n" + una.format(3, corte) + una.format(5, corte)}) == ["F110"]


@pytest.mark.parametrize(("como", "esperado"), [("suma", []), ("ultimo", ["F113"])])
def test_los_incrementos_se_comparan_con_la_meta_de_todos_los_anios_o_con_la_ultima(
    como: str, esperado: list[str]
) -> None:
    """Dos trimestres, de 60 y de 35, contra 80 y 90: 170 si las metas se suman, 90 si la última es la de todo."""
    ficha = cambiado(
        ARSA, ("son: nivel", "son: incremento"), ("ual_es: ultimo", f"ual_es: {como}"), ("to: razon", "to: a_la_fecha")
    )
    cifras = cifra("valor: 35") | cifra("valor: 60", "mcr/avances/2023-T4/arsa.yaml")
    assert [codigo for codigo in codigos(ficha | cifras) if codigo == "F113"] == esperado


def test_una_sola_cifra_por_encima_de_la_meta_final_no_es_una_suma() -> None:
    ficha = cambiado(ARSA, ("son: nivel", "son: incremento"), ("to: razon", "to: a_la_fecha"))
    assert "F113" not in codigos(ficha | cifra("valor: 95"))


def test_vincularse_a_otro_del_mismo_eslabon_se_admite() -> None:
    for eslabon, esperado in (("resultado", False), ("impacto", True)):
        hallados = codigos(cambiado(ARSA, ("eslabon: proceso", f"eslabon: {eslabon}")))
        assert ("I143" in hallados) is esperado
