"""De las instituciones de una mesa a sus metas en el sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.reglas.registro import regla

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente import Expediente
    from mesgepret.reglas.registro import Hallado


@regla("I124")
def institucion_sin_meta(expediente: Expediente) -> Iterator[Hallado]:
    """Institución de la mesa, hoy, que no responde por meta del sector ni contribuye a ninguna (R100); una por mesa.

    De la que tiene una meta que no contribuye a ningún sector habla I104.
    """
    institucionales = list(expediente.metas_en_vigor("institucional"))
    sueltas = {m.institucion.id for m in institucionales if m.institucion and not m.superiores("sectorial")}
    for mesa in expediente.mesas.values():
        cadena = [m for suya in mesa.metas for m in suya.cadena if m.vigente(expediente.hoy)]
        con_meta = sueltas | {quien.id for m in cadena for quien in (m.responde, m.institucion) if quien}
        suyas = mesa.instituciones(expediente.hoy)
        faltan = [i for i in suyas if i.id not in con_meta]
        if faltan and not any(meta.reserva("responsable") for meta in mesa.metas):
            yield (
                mesa.en(),
                (
                    f"de las {len(suyas)} instituciones de la mesa «{mesa.nombre}», {len(faltan)} no "
                    f"{'tiene' if len(faltan) == 1 else 'tienen'} meta en el sector: "
                    f"{', '.join(f'«{i.sigla}»' for i in faltan)}"
                ),
                mesa.id,
                tuple(i.en("sectores") for i in faltan),
            )
