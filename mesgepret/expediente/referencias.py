"""De cada id escrito a la pieza que nombra, una sola vez; el que no nombra a nadie se cuenta, con el más parecido."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.diagnostico import sugerir
from mesgepret.expediente.campos import RESERVADO
from mesgepret.expediente.mesa import Grupo
from mesgepret.expediente.modelo import mesa_de
from mesgepret.expediente.sesion import Sesion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mesgepret.expediente.campos import Referencia, Una, Varias
    from mesgepret.expediente.indice import Indice
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.pieza import Pieza
    from mesgepret.lectura import Ruta

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_SUELTO = re.compile(r"M[1-9][0-9]*(?:-I[1-9][0-9]*)?").fullmatch
_BASTANTES = 500
_CON_ARTICULO = {
    "Acuerdo": "un acuerdo", "Actividad": "una actividad", "Plan": "un plan", "Sesion": "una sesión",
    "Meta": "una meta", "Indicador": "un indicador", "Limitante": "una limitante", "Estrategia": "una estrategia",
    "Curso": "un curso de acción", "Propuesta": "una propuesta", "Informe": "un informe", "Sector": "un sector",
    "Institucion": "una institución", "Eje": "un eje", "Vertiente": "una vertiente", "Tema": "un tema transversal",
    "Objetivo": "un objetivo específico", "Producto": "un producto", "ActividadDeMesa": "una actividad de las mesas",
    "Instrumento": "un instrumento", "Eslabon": "un eslabón", "Semaforo": "un semáforo", "Grupo": "un grupo de trabajo",
    "Desafio": "un desafío",
}  # fmt: skip


class Externo(NamedTuple):
    """Quien actúa sin ser miembro ni institución de la mesa: solo se sabe su nombre."""

    nombre: str
    id: str = ""


def resolver(indice: Indice) -> None:
    """Pone en cada pieza aquello a lo que sus referencias apuntan, y cuenta las que no apuntan a nada."""
    for raiz in indice.raices:
        archivo = raiz.doc.archivo
        duenia = indice.duenias.get(archivo)
        if duenia is None and mesa_de(archivo):
            continue  # sin mesa no hay con quién enlazar: ya se dijo
        for pieza in _descendientes(raiz):
            datos = pieza.datos
            for campo in pieza.REFERENCIAS:
                dato = datos.get(campo.clave)
                if dato is not None and dato != RESERVADO:
                    setattr(pieza, campo.clave, _apuntados(indice, pieza, campo, dato, duenia))
            if "alertas" in datos:
                _comprobar_alertas(indice, pieza)


def _apuntados(indice: Indice, pieza: Pieza, campo: Referencia[Any], dato: Any, duenia: Mesa | None) -> Any:
    if not campo.varias:
        return _apuntado(indice, pieza, campo, str(dato), (campo.clave,), duenia)
    if not isinstance(dato, list):
        if dato == "todos":
            return ()
        dato = [dato]
    hallados = []
    for i, uno in enumerate(dato):
        hallado = _apuntado(indice, pieza, campo, str(uno), (campo.clave, i), duenia) if uno != RESERVADO else None
        if hallado is not None:
            hallados.append(hallado)
    return tuple(hallados)


def _apuntado(
    indice: Indice, pieza: Pieza, campo: Referencia[Any], escrito: str, ruta: Ruta, duenia: Mesa | None
) -> Any:
    if campo.de_quien:
        return _quien(indice, pieza, escrito, ruta, duenia)
    for clase in campo.clases:
        if clase == "Grupo":
            hallado = indice.personas[duenia.id].get(escrito) if duenia else None
            hallado = hallado if isinstance(hallado, Grupo) else None
        else:
            hallado = indice.piezas[clase].get(escrito)
        if hallado is not None:
            if isinstance(hallado, Sesion) and campo.clave != "reprograma":
                hallado.citas.append((pieza, ruta))
            return hallado
    if not campo.tolerante and (pieza.doc.archivo not in indice.ajenos or _de_casa(campo, escrito)):
        _roto(indice, pieza, campo.clases, escrito, ruta, duenia)
    return None


def _de_casa(campo: Referencia[Any], escrito: str) -> bool:
    """Si lo que un archivo suelto nombra tendría que estar en él: una meta o un indicador suyos, o un semáforo."""
    return "Semaforo" in campo.clases or _SUELTO(escrito) is not None or campo.clave == "indicador"


def _quien(indice: Indice, pieza: Pieza, escrito: str, ruta: Ruta, duenia: Mesa | None) -> Any:
    personas = indice.personas.get(duenia.id, {}) if duenia else {}
    hallado = personas.get(escrito) or indice.piezas["Institucion"].get(escrito)
    if hallado is not None:
        return hallado
    if not _SLUG(escrito):
        return Externo(escrito)
    if duenia is None or duenia.id not in indice.a_ciegas:
        parecido = _parecido(indice, escrito, [*personas, *indice.piezas["Institucion"]])
        indice.decir(
            pieza.en(*ruta), "V101", f"«{escrito}» no es miembro, grupo ni institución de la mesa",
            f"¿quiso decir «{parecido}»?"
            if parecido else "si no es miembro, escriba su nombre y su cargo como texto",
            escrito,
        )  # fmt: skip
    return None


def _roto(
    indice: Indice,
    pieza: Pieza,
    clases: tuple[str, ...],
    escrito: str,
    ruta: Ruta,
    duenia: Mesa | None,
) -> None:
    if indice.prefijos and any(escrito == p or escrito.startswith(p) for p in indice.prefijos):
        return
    if "Grupo" in clases and duenia and duenia.id in indice.a_ciegas:
        return
    *primeras, ultima = [_CON_ARTICULO[c] for c in clases]
    esperado = f"{', '.join(primeras)} o {ultima}" if primeras else ultima
    for clase, piezas in indice.piezas.items():
        if escrito in piezas:
            indice.decir(
                pieza.en(*ruta), "V105", f"«{escrito}» es {_CON_ARTICULO[clase]}, y «{ruta[0]}» espera {esperado}",
                "ponga el id de lo que corresponde", escrito,
            )  # fmt: skip
            return
    opciones: list[str] = []
    for clase in clases:
        opciones += (g.id for g in duenia.grupos) if clase == "Grupo" and duenia else indice.piezas[clase]
    parecido = _parecido(indice, escrito, opciones)
    indice.decir(
        pieza.en(*ruta), "V101", f"no existe {esperado} «{escrito}»",
        f"¿quiso decir «{parecido}»?" if parecido else "revise el id, o escriba primero aquello a lo que apunta",
        escrito,
    )  # fmt: skip


def _parecido(indice: Indice, escrito: str, opciones: list[str]) -> str:
    """El id más parecido; a quien tiene quinientas roturas no se le busca uno más, que se tarda."""
    return sugerir(escrito, _cercanos(escrito, opciones)) if len(indice.hallazgos) < _BASTANTES else ""


def _comprobar_alertas(indice: Indice, pieza: Pieza) -> None:
    """De una alerta citada solo ha de existir aquello de que trata: ella misma va y viene."""
    for i, alerta in enumerate(pieza.datos["alertas"] if isinstance(pieza.datos["alertas"], list) else []):
        cosa = alerta.split(":")[1] if ":" in alerta else ""
        existe = any(cosa in indice for indice in indice.piezas.values()) or cosa in indice.mesas
        if cosa and not existe and not any(cosa.startswith(p) for p in indice.prefijos):
            indice.decir(
                pieza.en("alertas", i), "V101", f"la alerta «{alerta}» trata de «{cosa}», que no existe",
                "copie el id de la alerta de la página de alertas", cosa,
            )  # fmt: skip


@cache
def _hijas_que_apuntan(clase: Any) -> tuple[Una[Any] | Varias[Any], ...]:
    """De una clase, sus campos con piezas que apuntan a otras, ellas o las que contienen; la última, primero."""
    return tuple(
        campo
        for campo in reversed(clase.HIJAS)
        if campo.clase.REFERENCIAS or "alertas" in campo.clase.CAMPOS or _hijas_que_apuntan(campo.clase)
    )


def _descendientes(raiz: Pieza) -> Iterator[Pieza]:
    """La pieza y todas las que contiene que pueden apuntar a otra, en orden de lectura."""
    pila = [raiz]
    while pila:
        pieza = pila.pop()
        yield pieza
        clase: Any = type(pieza)
        for campo in _hijas_que_apuntan(clase):
            if campo.clave in pieza.datos:
                hijas = getattr(pieza, campo.clave)
                if isinstance(hijas, tuple):
                    pila.extend(reversed(hijas))
                elif hijas is not None:
                    pila.append(hijas)


def _cercanos(escrito: str, opciones: list[str]) -> list[str]:
    """Con miles de ids, solo se compara con los que empiezan igual."""
    if len(opciones) < 1000:
        return opciones
    return [o for o in opciones if o[:3] == escrito[:3] and o[-2:] == escrito[-2:]][:1000]
