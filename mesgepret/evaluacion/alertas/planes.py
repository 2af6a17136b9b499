"""De los planes de trabajo a lo que falta en ellos hoy: su aprobación, sus actividades y sus productos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.evaluacion.alertas.acuerdos import responsables_de
from mesgepret.evaluacion.alertas.alerta import Alerta
from mesgepret.evaluacion.alertas.mesas import coordinan
from mesgepret.evaluacion.productos import lo_entregado
from mesgepret.evaluacion.situacion import situacion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.expediente import Actividad, Expediente, Plan


def planes_sin_aprobar(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Plan que rige hoy sin aprobar, o aprobado sin la máxima autoridad de alguna institución de la mesa (R66).

    Se mira su versión, y un borrador no la aprueba todavía. Lo que aprobó quien no podía es de P109.
    """
    for plan in expediente.planes:
        hallado = _sin_aprobar(plan, borradores=borradores) if plan.vigente(expediente.hoy) else None
        if hallado is not None:
            desde, motivo, otras = hallado
            duenios = coordinan(plan.mesa, expediente.hoy)
            yield Alerta("plan-en-curso-sin-aprobar", plan, desde, plan.en("version"), motivo, otras, duenios)


def _sin_aprobar(plan: Plan, *, borradores: bool) -> tuple[date | None, str, tuple[Ubicacion, ...]] | None:
    dichas = [a for a in plan.aprobaciones if borradores or not a.provisional]
    lugares = tuple(a.en() for a in dichas)
    if plan.reserva("aprobacion") or (not dichas and plan.mesa.calla_resoluciones):
        return None
    if not dichas:
        return plan.desde, f"el plan rige y su versión «{plan.version}» no está aprobada", ()
    if all(a.provisional for a in dichas):
        return plan.desde, f"el plan rige y su versión «{plan.version}» solo está aprobada en un borrador", lugares
    if faltan := plan.sin_su_autoridad:
        siglas = ", ".join(f"«{institucion.sigla}»" for institucion in faltan)
        desde = max((a.fecha for a in dichas if a.fecha), default=plan.desde)
        return desde, f"la versión «{plan.version}» se aprobó sin la máxima autoridad de {siglas}", lugares
    return None


def actividades_tardias(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Actividad, del plan que rige hoy, que no consta cumplida y cuyo fin, o el que la mesa le puso, pasó (R65).

    Del plan cerrado habla P112.
    """
    for plan in (plan for plan in expediente.planes if plan.vigente(expediente.hoy)):
        for actividad in plan.actividades:
            vista = situacion(actividad, expediente.hoy, borradores=borradores)
            if vista.vencido:
                motivo = f"no consta cumplida «{actividad.actividad}», que era para el {vista.plazo}"
                lugar = actividad.en("fin")
                yield Alerta("actividad-tardia", actividad, vista.plazo, lugar, motivo, (), responsables_de(actividad))


def productos_sin_entregar(expediente: Expediente, *, borradores: bool) -> Iterator[Alerta]:
    """Producto que el plan que rige hoy da, cuyas actividades ya debieron acabar, y que no consta (R43–R48).

    Los informes de avance (PRO7) son a solicitud, y cada uno tiene su plazo. Lo que la mesa dejó sin efecto no se
    espera.
    """
    for plan in (plan for plan in expediente.planes if plan.vigente(expediente.hoy)):
        que_lo_dan: dict[str, list[Actividad]] = {}
        for actividad in plan.actividades:
            if actividad.producto is not None and actividad.producto.id != "PRO7":
                que_lo_dan.setdefault(actividad.producto.id, []).append(actividad)
        for producto, actividades in que_lo_dan.items():
            vistas = [(situacion(a, expediente.hoy, borradores=borradores), a) for a in actividades]
            plazos = [(vista.plazo, a) for vista, a in vistas if vista.plazo and vista.estado != "sin_efecto"]
            if len(plazos) < len(vistas) or lo_entregado(plan.mesa, producto):
                continue
            plazo, ultima = max(plazos, key=lambda par: (par[0], par[1].ruta))
            if plazo < expediente.hoy:
                motivo = f"el plan daba «{producto}» {ultima.producto.nombre} para el {plazo}, y en la mesa no consta"
                lugar, duenios = ultima.en("producto"), responsables_de(ultima)
                yield Alerta("producto-sin-entregar", ultima, plazo, lugar, motivo, (), duenios)
