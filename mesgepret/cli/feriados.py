"""De un año al borrador de sus feriados, para que una persona lo complete con el decreto."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.deposito import Impedimento

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


def borrador(anio: int, ya_estan: Collection[date | None]) -> str:
    """Los feriados de Honduras de un año que no están en el calendario, en YAML, sin verificar (T6).

    Los calcula el paquete `holidays`, un extra que comprobar no necesita. Lanza `Impedimento` si no está.
    """
    try:
        import holidays
        from holidays.version import __version__ as edicion
    except ImportError as fallo:
        raise Impedimento(
            "falta el paquete holidays; instálelo con: python -m pip install 'mesgepret[feriados]'"
        ) from fallo
    calculados = holidays.country_holidays("HN", years=anio, language="es")
    nuevos = [(dia, nombre) for dia, nombre in sorted(calculados.items()) if dia not in ya_estan]
    renglones = [
        f"# Borrador de {anio}, calculado por holidays {edicion}: péguelo al final de `feriados` en",
        "# calendario/feriados.yaml. Compruebe cada día con el Código del Trabajo y con el decreto del año (la Semana",
        "# Morazánica y los asuetos), ponga la norma en `fuente` y borre lo que no sea.",
    ]
    if not nuevos:
        renglones.append(f"# No falta ninguno: los {len(calculados)} calculados ya están.")
    for dia, nombre in nuevos:
        renglones += [
            f"  - fecha: {dia}",
            f"    nombre: {nombre}",
            f"    fuente: sin verificar; calculado por holidays {edicion}",
        ]
    return "\n".join(renglones) + "\n"
