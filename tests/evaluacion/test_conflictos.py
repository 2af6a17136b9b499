"""La cifra de la institución que responde cuenta; las de otras quedan a su lado, a la vista."""

from __future__ import annotations

from decimal import Decimal

from mesgepret.evaluacion import Resultado, evaluar
from tests.conftest import revisar_sobre_base

META = """metas:
  - id: M1
    resultado: Demostración
    indicadores:
      - {id: I1, nombre: Demostración, unidad: {codigo: cantidad}, fuente: X, frecuencia: trimestral, sentido: ascendente,
         avances_son: nivel, meta_anual_es: ultimo, metodo_cumplimiento: razon, programacion: [{periodo: 2024-T1, valor: 100}]}
"""


def cifra(valor: int) -> str:
    return f"avances:\n  - {{indicador: ARSA-M1-I1, valor: {valor}, fecha_corte: 2024-03-31, fuente: X}}\n"


def ver(**avances: str) -> Resultado:
    cambios: dict[str, str | bytes | None] = {"mcr/institucionales/arsa.yaml": META}
    cambios |= {f"mcr/avances/2024-T1/{casa}.yaml": None for casa in ("arsa", "sesal")}
    cambios |= {f"mcr/avances/2024-T1/{casa}.yaml": yaml for casa, yaml in avances.items()}
    expediente = revisar_sobre_base(cambios).expediente
    assert expediente is not None
    return evaluar(expediente).indicador(expediente.indicadores["ARSA-M1-I1"])


def test_cuenta_la_de_quien_responde_y_la_otra_se_guarda() -> None:
    r = ver(arsa=cifra(80), sesal=cifra(95))
    assert r.cumplimiento == 80
    assert [a.valor for a in r.cifra.ajenas] == [Decimal(95)]


def test_si_quien_responde_calla_cuenta_la_de_otro_y_consta_de_quien_es() -> None:
    r = ver(sesal=cifra(95))
    assert r.cumplimiento == 95
    assert [a.institucion and a.institucion.sigla for a in r.cifra.cuentan] == ["SESAL"]


def test_la_correccion_de_otro_no_corrige_la_de_quien_responde() -> None:
    ajena = cifra(95).replace("fuente: X", "fuente: X, corrige: Nos parece mal contada")
    r = ver(arsa=cifra(80), sesal=ajena)
    assert r.cumplimiento == 80
    assert r.cifra.corregidas == ()
