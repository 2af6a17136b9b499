"""De una propuesta aprobada a la sesión técnica que debió verla antes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente, Sesion
    from mesgepret.reglas.registro import Hallado


@regla("D104")
def propuesta_aprobada_sin_sesion_tecnica(expediente: Expediente) -> Iterator[Hallado]:
    """Aprobada en lo político, en firme, sin que antes se presentara ni se consensuara en una sesión técnica (R27).

    Cuenta la sesión de la mesa, no la de un grupo, en que tomó parte el nivel técnico: también la misma, si fue
    conjunta.
    """
    for mesa in expediente.mesas.values():
        for propuesta in mesa.propuestas:
            aprobacion = propuesta.aprobacion
            if aprobacion is None or aprobacion.provisional:
                continue
            if any(propuesta.reserva(clave) for clave in ("presentada_en", "consensuada_en")):
                continue
            politica = aprobacion.acuerdo.acta.sesion
            vistas = [sesion for sesion in (propuesta.presentada_en, propuesta.consensuada_en) if sesion]
            if not any(
                sesion.del_nivel("tecnico") and not sesion.de_grupo and sesion.momento <= politica.momento
                for sesion in vistas
            ):
                mensaje = f"el nivel político la aprobó el {politica.fecha} sin sesión técnica que antes la viera: "
                dichas = [f"«{sesion.id}» {_por_que_no(sesion, politica)}" for sesion in dict.fromkeys(vistas)]
                mensaje += "; ".join(dichas) or "no dice en cuál se presentó ni en cuál se consensuó"
                yield propuesta.en("presentada_en"), mensaje, propuesta.id, (aprobacion.en("resolucion"),)


def _por_que_no(sesion: Sesion, politica: Sesion) -> str:
    if sesion.momento > politica.momento:
        return f"es posterior, del {sesion.fecha}"
    return "es de un grupo de trabajo" if sesion.de_grupo else "es solo del nivel político"
