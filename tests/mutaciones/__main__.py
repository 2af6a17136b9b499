"""De un número a esa cantidad de repositorios estropeados: `python -m tests.mutaciones 20000 [desde]`."""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from time import monotonic

from tests.mutaciones.correr import acabar


def _acabar(semilla: int) -> tuple[int, str]:
    try:
        return acabar(semilla), ""
    except BaseException:
        return 3, f"semilla {semilla}\n{traceback.format_exc()}"


def main(cuantos: int, desde: int = 0) -> int:
    """Los corre en todos los núcleos y cuenta cómo acaban; 1 si alguno lanzó o no acabó."""
    comienzo = monotonic()
    with ProcessPoolExecutor() as obreros:
        hechos = list(obreros.map(_acabar, range(desde, desde + cuantos), chunksize=50))
    for _, traza in hechos:
        if traza:
            print(traza)
    cuenta = Counter(salida for salida, _ in hechos)
    print(
        f"{cuantos} repositorios estropeados en {monotonic() - comienzo:.0f} s: "
        f"{cuenta[0]} acaban con 0, {cuenta[1]} con 1 y {cuenta[3]} con 3"
    )
    return int(cuenta[3] > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
