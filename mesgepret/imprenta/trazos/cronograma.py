"""De un Plan de Trabajo a su cronograma: cada actividad en su sitio del calendario, y por dónde va el día de hoy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mesgepret.expediente.periodos import fin_de_mes
from mesgepret.imprenta import lengua
from mesgepret.imprenta.trazos.medida import ANCHO, CIEN, Escala, Franja, Rotulo, cortar, franja, punto, unir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mesgepret.evaluacion import Situacion
    from mesgepret.expediente import Actividad, Plan

CABEZA, FILA = 26, 44
_HOLGADO = 860
_PASOS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 120000)
_A_LA_VEZ = {1: 12}
_NOMBRES = {
    "cumplido": "cumplida", "en_proceso": "en proceso", "pendiente": "pendiente", "sin_efecto": "sin efecto",
    "vencido": "vencida",
}  # fmt: skip


class Suceso(NamedTuple):
    """Lo que un cronograma pone en una fila: de qué día a cuál, hasta dónde se prorrogó y cómo va.

    `clase`: cumplido, en_proceso, pendiente, sin_efecto o vencido; `avance`: lo hecho, en porcentaje.
    """

    nombre: str
    desde: date | None
    hasta: date | None
    prorroga: date | None = None
    clase: str = "pendiente"
    avance: Decimal | None = None


class Fila(NamedTuple):
    """Una actividad dibujada. `hecho`: lo que lleva; `prorroga`: lo que se le añadió; `tarde`: lo que se pasó."""

    y: int
    corto: str
    entero: str
    clase: str
    barra: Franja | None = None
    hecho: Franja | None = None
    prorroga: Franja | None = None
    tarde: Franja | None = None
    hito: str = ""


@dataclass(frozen=True, slots=True)
class Cronograma:
    """Las filas, las rayas de los meses con su nombre, y la de hoy si cae dentro."""

    titulo: str
    descripcion: str
    alto: int
    filas: tuple[Fila, ...]
    rayas: tuple[str, ...]
    rotulos: tuple[Rotulo, ...]
    hoy: str
    leyenda: tuple[tuple[str, str], ...]


def cronograma(plan: Plan, hoy: date, situacion: Callable[[Actividad], Situacion]) -> Cronograma | None:
    """El de un plan visto un día; None si no tiene actividades."""
    sucesos = [_suceso(una, situacion(una)) for una in plan.actividades]
    return dibujar(f"Cronograma del Plan de Trabajo {plan.periodo}", sucesos, hoy, plan.desde, plan.hasta)


def _suceso(una: Actividad, s: Situacion) -> Suceso:
    original = s.plazo_original or s.plazo
    prorroga = s.plazo if s.plazo and original and s.plazo > original else None
    clase = "vencido" if s.vencido else s.estado if s.estado in _NOMBRES else "pendiente"
    return Suceso(f"{una.datos['id']} · {una.actividad}", una.inicio, original, prorroga, clase, s.avance)


def dibujar(
    titulo: str, sucesos: Iterable[Suceso], hoy: date, desde: date | None = None, hasta: date | None = None
) -> Cronograma | None:
    """El cronograma de unos sucesos; su calendario abarca los días dados y los de todos ellos, en meses enteros."""
    todos = list(sucesos)
    if not todos:
        return None
    dias = [d for d in (desde, hasta, *(d for s in todos for d in (s.desde, s.hasta, s.prorroga))) if d is not None]
    primero, ultimo = (min(dias), max(dias)) if dias else (hoy, hoy)
    primero, ultimo = primero.replace(day=1), fin_de_mes(ultimo.year, ultimo.month)
    eje = Escala(Decimal(primero.toordinal()), Decimal(ultimo.toordinal() + 1))
    alto = CABEZA + FILA * len(todos) + 4
    rayas, rotulos = _meses(primero, ultimo, eje)
    dentro = primero <= hoy <= ultimo
    cuentas = Counter(s.clase for s in todos)
    dichas = ", ".join(f"{cuentas[c]} {nombre}{'s' if cuentas[c] > 1 and nombre[-1] == 'a' else ''}"
                       for c, nombre in _NOMBRES.items() if cuentas[c])  # fmt: skip
    return Cronograma(
        titulo=titulo,
        descripcion=unir((
            f"{lengua.contar(len(todos), 'actividad', 'actividades')}: {dichas}",
            f"del {lengua.fecha_larga(primero)} al {lengua.fecha_larga(ultimo)}",
            f"la raya vertical es el {lengua.fecha_larga(hoy)}" if dentro else "",
        )),
        alto=alto,
        filas=tuple(_fila(s, CABEZA + FILA * i, eje, hoy) for i, s in enumerate(todos)),
        rayas=rayas,
        rotulos=rotulos,
        hoy=punto(eje.en(Decimal(hoy.toordinal()) + Decimal("0.5"))) if dentro else "",
        leyenda=tuple((c, nombre.capitalize()) for c, nombre in _NOMBRES.items() if cuentas[c]),
    )  # fmt: skip


def _fila(s: Suceso, y: int, eje: Escala, hoy: date) -> Fila:
    def en(dia: date, *, al_final: bool = False) -> Decimal:
        return eje.en(Decimal(dia.toordinal() + al_final))

    corto, entero = cortar(s.nombre, ANCHO - 4, 13), cortar(s.nombre, _HOLGADO, 13)
    if s.desde is None and s.hasta is None:
        return Fila(y, corto, entero, f"{s.clase} sin-fechas")
    limite = s.prorroga or s.hasta
    tarde = (
        franja(en(limite, al_final=True), en(hoy, al_final=True))
        if s.clase == "vencido" and limite and hoy > limite
        else None
    )
    if s.desde is None or s.hasta is None or s.desde > s.hasta:
        suelto = s.hasta or s.desde or hoy
        return Fila(y, corto, entero, s.clase, tarde=tarde, hito=punto(en(suelto)))
    inicio, fin = en(s.desde), en(s.hasta, al_final=True)
    llegado = CIEN if s.clase == "cumplido" else min(CIEN, max(Decimal(0), s.avance or Decimal(0)))
    return Fila(
        y=y,
        corto=corto,
        entero=entero,
        clase=s.clase,
        barra=franja(inicio, fin),
        hecho=franja(inicio, inicio + (fin - inicio) * llegado / CIEN) if llegado else None,
        prorroga=franja(fin, en(s.prorroga, al_final=True)) if s.prorroga and s.prorroga > s.hasta else None,
        tarde=tarde,
    )


def _meses(primero: date, ultimo: date, eje: Escala) -> tuple[tuple[str, ...], tuple[Rotulo, ...]]:
    """Una raya donde empieza cada mes, trimestre, año o lo que haga falta para que los nombres quepan."""
    meses = 12 * (ultimo.year - primero.year) + ultimo.month - primero.month + 1
    paso = next((p for p in _PASOS if -(-meses // p) <= _A_LA_VEZ.get(p, 6)), _PASOS[-1])
    rayas, rotulos = [], []
    for n in range(0, meses, paso):
        anio, mes = primero.year + (primero.month - 1 + n) // 12, (primero.month - 1 + n) % 12 + 1
        x = eje.en(Decimal(date(anio, mes, 1).toordinal()))
        rayas.append(punto(x))
        if paso == 1:
            medio = (x + eje.en(Decimal(fin_de_mes(anio, mes).toordinal() + 1))) / 2
            rotulos.append(Rotulo(punto(medio), 14, lengua.mes(mes)[0].upper(), "middle", "corto"))
            rotulos.append(Rotulo(punto(medio), 14, lengua.mes(mes)[:3], "middle", "entero"))
        else:
            rotulos.append(Rotulo(punto(x), 14, str(anio) if paso >= 12 else f"{lengua.mes(mes)[:3]} {anio}"))
    return tuple(rayas), tuple(rotulos)
