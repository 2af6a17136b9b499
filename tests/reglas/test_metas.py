"""Los bordes de las reglas de metas y cifras que sus páginas no enseñan."""

from __future__ import annotations

from tests.conftest import cambiado, codigos, dichos, leer_base, revisar_sobre_base

Cambios = dict[str, str | bytes | None]

ARSA = "mcr/institucionales/arsa.yaml"
SESAL = "mcr/institucionales/sesal.yaml"
SALUD = "mcr/sectoriales/salud.yaml"
PRESIDENCIALES = "mcr/presidenciales.yaml"
CIFRAS = "mcr/avances/2024-T2/arsa.yaml"


def ponderada(ponderador: str) -> tuple[str, str]:
    return "{meta: SALUD-M1}", f"{{meta: SALUD-M1, ponderador: {ponderador}}}"


def test_los_ponderadores_que_no_suman_cien_se_dicen_con_su_cuenta() -> None:
    dicho = dichos(revisar_sobre_base(cambiado(ARSA, ponderada("40")) | cambiado(SESAL, ponderada("50.5"))))
    assert len(dicho) == 1
    assert "no suman 100: 40 («ARSA-M1») + 50.5 («SESAL-M1») = 90.5" in dicho[0]


def test_una_centesima_de_redondeo_en_los_ponderadores_se_admite() -> None:
    assert codigos(cambiado(ARSA, ponderada("33.33")) | cambiado(SESAL, ponderada("66.66"))) == []
    assert codigos(cambiado(ARSA, ponderada("33.33")) | cambiado(SESAL, ponderada("66.65"))) == ["I132"]


def test_un_ponderador_reservado_no_deja_sumar() -> None:
    reserva = "reservas: [{campo: metas, motivo: Secreto estadístico, documento: Oficio 3-2024, fecha: 2024-03-01}]\n"
    reservado = cambiado(ARSA, ponderada("reservado"), ("metas:\n", f"{reserva}metas:\n"))
    assert codigos(reservado | cambiado(SESAL, ponderada("50"))) == []


def test_una_meta_que_contribuye_a_si_misma_es_un_circulo_de_un_paso() -> None:
    dicho = dichos(revisar_sobre_base(cambiado(ARSA, ("{meta: SALUD-M1}", "{meta: SALUD-M1}, {meta: ARSA-M1}"))))
    assert [linea.split(": ", 1)[1] for linea in dicho] == ["«ARSA-M1» → «ARSA-M1»"]


def test_un_circulo_se_dice_una_vez_con_todos_sus_lugares() -> None:
    vuelta = ("    eje: EJE1\n", "    eje: EJE1\n    contribuye_a: [{meta: ARSA-M1}]\n")
    hallazgos = revisar_sobre_base(cambiado(PRESIDENCIALES, vuelta)).hallazgos
    assert [(h.codigo, [o.archivo for o in h.otras]) for h in hallazgos] == [("I114", [SALUD, PRESIDENCIALES])]


def test_la_base_de_un_semestre_del_primer_anio_se_admite_y_la_del_ultimo_trimestre_no() -> None:
    anio = "linea_base: {anio: 2022"
    assert codigos(cambiado(ARSA, (anio, "linea_base: {periodo: 2024-S1"))) == []
    assert codigos(cambiado(ARSA, (anio, "linea_base: {periodo: 2024-T4"))) == ["I130"]


def test_si_la_meta_del_anio_es_la_de_cada_periodo_no_hace_falta_repartirla() -> None:
    programa = leer_base()[ARSA].decode().split("        programacion:")[1].splitlines()[0]
    sin_programa = (f"        programacion:{programa}\n", "")
    assert codigos(cambiado(ARSA, sin_programa)) == ["I116"]
    assert codigos(cambiado(ARSA, sin_programa, ("meta_anual_es: ultimo", "meta_anual_es: cada_periodo"))) == []


def test_la_propuesta_que_la_cambia_y_lo_politico_aprueba_tambien_aprueba_la_meta() -> None:
    acta = "mesas/salud/actas/2024-02-15.yaml"
    propuesta = "mesas/salud/propuestas/vacunas.yaml"
    cambios = cambiado(acta, ("{sobre: SALUD-M1,", "{sobre: SALUD-PR-VACUNAS,"))
    cambios[propuesta] = (
        "titulo: Meta de vacunación\nmotivo: La serie de seis años\npresentada_en: SALUD-2024-02-15\n"
        "consensuada_en: SALUD-2024-02-15\n"
        "cambios: [{sobre: SALUD-M1-I1, campo: metas_anuales.2025, a: 90}]\n"
    )
    assert "I117" not in codigos(cambios)


def test_lo_que_se_aprobo_en_un_borrador_todavia_no_aprueba_la_meta() -> None:
    borrador = cambiado("mesas/salud/actas/2024-02-15.yaml", ("estado: definitiva", "estado: borrador"))
    assert "I117" in codigos(borrador)


def test_la_cifra_que_no_dice_su_dia_no_es_prematura() -> None:
    cifra = "avances:\n  - {{indicador: ARSA-M1-I1, valor: 67, estado: preliminar{}}}\n"
    assert codigos({CIFRAS: cifra.format("")}) == []
    assert codigos({CIFRAS: cifra.format(", fecha_reporte: 2024-04-10")}) == ["F104"]
    assert codigos({CIFRAS: cifra.format(", fecha_reporte: 2024-07-10")}) == []


def test_un_porcentaje_cuya_meta_pasa_de_cien_admite_cifras_que_pasan_de_cien() -> None:
    cifra: Cambios = {
        CIFRAS.replace("T2", "T1"): "avances:\n  - {indicador: ARSA-M1-I1, valor: 103, estado: preliminar}\n"
    }
    assert "F108" in codigos(cifra)
    assert "F108" not in codigos(cifra | cambiado(ARSA, ("{anio: 2025, valor: 90}", "{anio: 2025, valor: 110}")))


def test_dos_cifras_con_distinto_corte_o_que_la_ficha_junta_no_se_repiten() -> None:
    una = "  - {{indicador: ARSA-M1-I1, valor: {}, estado: preliminar, fecha_corte: {}}}\n"
    archivo = CIFRAS.replace("T2", "T1")
    mismas: Cambios = {archivo: "avances:\n" + una.format(60, "2024-03-31") + una.format(62, "2024-03-31")}
    assert codigos(mismas) == ["F110"]
    otro_corte: Cambios = {archivo: "avances:\n" + una.format(60, "2024-02-29") + una.format(62, "2024-03-31")}
    assert codigos(otro_corte) == ["F115"]  # no se repiten, y la ficha no dice cuál vale
    junta = cambiado(ARSA, ("        meta_anual_es:", "        en_el_periodo: suma\n        meta_anual_es:"))
    assert not {"F110", "F115"} & set(codigos(mismas | junta) + codigos(otro_corte | junta))


def test_un_indicador_vinculado_a_otro_de_su_nivel_se_dice() -> None:
    de_lado = ("vinculo: [SALUD-M1-I1]", "vinculo: [SALUD-M1-I1, SESAL-M1-I1]")
    (dicho,) = dichos(revisar_sobre_base(cambiado(ARSA, de_lado)))
    assert "I127 el indicador institucional «ARSA-M1-I1» se vincula a «SESAL-M1-I1», que es institucional" in dicho


def test_una_meta_sectorial_de_dos_semestres_cumple_y_solo_se_avisa_de_que_no_es_por_trimestres() -> None:
    trimestres = leer_base()[SALUD].decode().split("        programacion:")[1].splitlines()[0]
    semestres = " [{periodo: 2024-S1, valor: 81}, {periodo: 2024-S2, valor: 85}]"
    cambios = (trimestres, semestres), ("        frecuencia: trimestral", "        frecuencia: semestral")
    assert codigos(cambiado(SALUD, *cambios)) == ["I116"]


def test_el_eslabon_que_no_se_sabe_no_deja_decir_que_otro_esta_vacio() -> None:
    assert codigos(cambiado(ARSA, ("        eslabon: proceso\n", ""))) == ["I109"]
