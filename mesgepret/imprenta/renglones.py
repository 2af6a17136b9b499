"""De las filas de resultados a los renglones que explican cada número a una persona, sin que tenga que creerlo."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from mesgepret.evaluacion import METODOS
from mesgepret.imprenta import lengua

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.imprenta.resultados import Fila

_MIRA = {"cumplimiento": "el cumplimiento, en porcentaje", "razon": "el avance entre la meta: 1 es la meta"}
_AL_REDONDEAR = "Los porcentajes se redondean una sola vez, al escribirlos: a un decimal, y la mitad hacia arriba."


def en_texto(filas: list[Fila]) -> str:
    """Cada indicador con sus periodos, cada meta con sus partes y, al final, la cita de las tablas que dieron color."""
    if not filas:
        return "El archivo no tiene ninguna meta ni ningún indicador que calcular.\n"
    de_indicadores = [fila for fila in filas if "indicador" in fila]
    series = [list(suyas) for _, suyas in groupby(de_indicadores, key=lambda fila: fila["indicador"])]
    bloques = [_indicador(serie) for serie in series]
    bloques += [_meta(fila) for fila in filas if "meta" in fila]
    escritos = ["\n".join(renglones) for renglones in (*bloques, _al_pie(filas))]
    return "\n\n".join(escrito for escrito in escritos if escrito) + "\n"


def _indicador(filas: list[Fila]) -> Iterator[str]:
    una, ultima = filas[0], filas[-1]
    unidad = f", en {una['unidad']}" if una["unidad"] else ""
    yield f"{una['indicador']} · {una['nombre']}{unidad}"
    if una["metodo"] in METODOS:
        yield f"  método: {lengua.palabra(una['metodo'])} ({METODOS[una['metodo']].formula})"
    for fila in filas:
        yield f"  {lengua.periodo(fila['periodo'])}: {_dicho(fila)}"
        yield from (f"    {renglon}" for renglon in _periodo(fila))
    yield from (f"  {renglon}" for renglon in _hacia_donde_va(ultima))


def _dicho(fila: Fila) -> str:
    """Lo que da: el porcentaje con su luz, o el estado gris con su porqué."""
    if fila["publicado"] is None:
        motivo = f" ({fila['motivo']})" if fila["motivo"] else ""
        return f"{lengua.palabra(fila['estado'])}{motivo}"
    luz = fila["luz"]
    if luz is None:
        return f"{fila['publicado']} %"
    tabla = fila["semaforo"]["tabla"]
    return f"{fila['publicado']} %, {luz['nombre']} ({luz['color']}): {luz['regla']} en la tabla {tabla}"


def _periodo(fila: Fila) -> Iterator[str]:
    """Lo que se informó, lo que se esperaba, la cuenta entera y lo que la cambiaría."""
    if fila["avance"] is not None:
        meta = f"; meta: {_cifra(fila['meta_a_la_fecha'])}" if fila["meta_a_la_fecha"] is not None else ""
        yield f"avance: {_cifra(fila['avance'])}{meta}"
    entradas = fila["entradas"]
    if fila["meta_a_la_fecha"] is None and "minimo" in entradas and "maximo" in entradas:
        yield f"meta: de {_cifra(entradas['minimo'])} a {_cifra(entradas['maximo'])}"
    if "base" in entradas:
        yield f"línea base: {_cifra(entradas['base'])}"
    for cifra in fila["cifras"]:
        if cifra["uso"] != "cuenta":
            valor = _cifra(cifra["valor"]) if cifra["valor"] is not None else "sin dato"
            yield f"no cuenta {valor}, de {lengua.periodo(cifra['periodo'])}: {_NO_CUENTA[cifra['uso']]}"
        elif cifra["corrige"]:
            yield f"corrige la cifra anterior: {cifra['corrige']}"
    for paso in fila["pasos"]:
        yield f"cuenta: {paso}"
    if fila["publicado"] is not None:
        yield from _sensibilidad(fila)


_NO_CUENTA = {
    "corregida": "otra posterior la corrige",
    "de_otra_institucion": "la informa quien no responde por la meta",
}


def _sensibilidad(fila: Fila) -> Iterator[str]:
    otras = fila["sensibilidad"]
    if fila["semaforo"] is not None and not otras:
        yield "el color sería el mismo con los demás métodos y tablas que le sirven"
    for otra in otras:
        luz = otra["luz"]
        if otra["metodo"] != fila["metodo"]:
            con = f"el método {lengua.palabra(otra['metodo'])}: {otra['publicado']} %, {luz['nombre']}"
        else:
            con = f"la tabla {otra['semaforo']['tabla']}: {luz['nombre']}"
        yield f"el color sería otro con {con} ({luz['color']}), {luz['regla']}"


def _hacia_donde_va(fila: Fila) -> Iterator[str]:
    """El camino y la tendencia, en el último periodo; si no se calculan, por qué."""
    camino, tendencia = fila["camino"], fila["tendencia"]
    if camino["requerido"] is not None:
        como = {True: "; va a la par", False: "; va por detrás", None: ""}[camino["en_camino"]]
        hasta = lengua.periodo(camino["hasta"])
        yield f"camino: hacia la meta de {hasta}, aquí pedía {_cifra(camino['requerido'])}{como}"
    else:
        yield f"camino: no se calcula ({camino['motivo']})"
    if tendencia["proyeccion"] is None:
        yield f"tendencia: no se calcula ({tendencia['motivo']})"
        return
    llega = "llega" if tendencia["llega"] else "no llega"
    adonde = f"{_cifra(tendencia['proyeccion'])} en {lengua.periodo(tendencia['hasta'])}"
    yield (
        f"tendencia: por la {tendencia['metodo']} de sus {tendencia['k']} últimas cifras, {adonde}; "
        f"{llega} a {_cifra(tendencia['meta'])}"
    )


def _meta(fila: Fila) -> Iterator[str]:
    yield f"{fila['meta']} · {fila['resultado']}" if fila["resultado"] else fila["meta"]
    yield f"  al {lengua.dia(fila['corte'])}: {_dicho(fila)}"
    if fila["via"]:
        de = {"indicadores": "sus indicadores", "contribuyentes": "las metas que contribuyen a ella"}[fila["via"]]
        yield f"  método: promedio ponderado de {de}"
    for parte in fila["partes"]:
        peso = f", con peso {_cifra(parte['peso'])}" if parte["peso"] is not None else ", sin peso"
        yield f"  {parte['de']}{peso}: {_cumplimiento(parte['estado'], parte['publicado'])}"
    for paso in fila["pasos"]:
        yield f"  cuenta: {paso}"
    abajo = fila["contribuyentes"]
    if abajo:
        juntan = _cumplimiento(abajo["estado"], abajo["publicado"])
        yield f"  al lado, lo que juntan las que contribuyen a ella: {juntan}"
    yield from (f"  {_suma(suma)}" for suma in fila["sumas"])


def _cumplimiento(estado: str, publicado: str | None) -> str:
    return lengua.palabra(estado) if publicado is None else f"{publicado} %"


def _suma(suma: Fila) -> str:
    """Lo que se informa arriba junto a lo que suman los de abajo."""
    *primeros, ultimo = suma["sumandos"]
    de = f"{', '.join(primeros)} y {ultimo}" if primeros else ultimo
    if suma["casa"] is None:
        return f"{suma['indicador']} no puede compararse con lo que suman {de}: {suma['motivo']}"
    casa = "casan" if suma["casa"] else "no casan"
    arriba, abajo = _cifra(suma["informado"]), _cifra(suma["sumado"])
    con = f"con una tolerancia de {_cifra(suma['tolerancia'])} %"
    return f"{suma['indicador']} informa {arriba}, y {de} suman {abajo}: {casa}, {con}"


def _al_pie(filas: Iterable[Fila]) -> Iterator[str]:
    """Cómo se redondea, y de dónde sale cada tabla que dio color."""
    luces = {tabla: luz for fila in filas for tabla, luz in _luces(fila)}
    if luces:
        yield _AL_REDONDEAR
    for tabla, luz in luces.items():
        yield f"Tabla {tabla}, que mira {_MIRA[luz['base']]}. {luz['cita']}."


def _luces(fila: Fila) -> Iterator[tuple[str, Fila]]:
    for una in (fila, *fila.get("sensibilidad", ())):
        if una["luz"] is not None:
            yield una["semaforo"]["tabla"], una["luz"]


def _cifra(escrita: str) -> str:
    """Un número con sus miles separados; el que solo cabe con exponente, como está."""
    return escrita if "E" in escrita else lengua.cifra(Decimal(escrita))
