"""De un documento a su forma canónica: lo que dice, sin cómo lo escribe, en los octetos que cualquiera puede repetir.

Es el JSON canónico de la RFC 8785. No cuentan los comentarios, el orden de las claves, las comillas, los finales de
línea ni el estilo de las listas; y de una ayuda memoria, tampoco lo que puede crecer.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mesgepret.expediente import RAICES
from mesgepret.expediente.campos import (
    Entero,
    Fecha,
    Hora,
    Logico,
    Numero,
    Numeros,
    Palabras,
    Ref,
    Refs,
    Texto,
    Una,
    Varias,
)

if TYPE_CHECKING:
    from mesgepret.expediente import Pieza
    from mesgepret.lectura import Documento
    from mesgepret.lectura.documento import Ruta

CRECEN = ("distribucion", "firmas", "justificaciones", "reservas")
"""Las claves que una ayuda memoria definitiva puede alargar, y nunca acortar (R84)."""


def datos_canonicos(documento: Documento, clase: str) -> Any:
    """Los datos de un documento, cada uno en la única forma que significa lo mismo.

    Un texto es texto aunque se escribiera sin comillas; un número, su valor exacto; una lista de palabras, lista aunque
    fuera una sola. `clase` dice qué es cada clave; de lo que no es de ninguna clase, lo escrito.
    """
    return _de_pieza(documento, (), documento.datos, RAICES.get(clase))


def canonica(datos: Any) -> bytes:
    """El JSON canónico de unos datos ya canónicos."""
    return _json(datos).encode()


def sello(documento: Documento, clase: str) -> str:
    """La huella sha256, en hexadecimal, de la forma canónica de un documento sin lo que puede crecer."""
    datos = datos_canonicos(documento, clase)
    fija = {clave: valor for clave, valor in datos.items() if clave not in CRECEN} if isinstance(datos, dict) else datos
    return hashlib.sha256(canonica(fija)).hexdigest()


def _de_pieza(documento: Documento, ruta: Ruta, dato: Any, clase: type[Pieza] | None) -> Any:
    if not isinstance(dato, dict) or clase is None:
        return _crudo(documento, ruta, dato)
    return {
        clave: _de_campo(documento, (*ruta, clave), valor, clase.CAMPOS.get(clave)) for clave, valor in dato.items()
    }


def _de_campo(documento: Documento, ruta: Ruta, dato: Any, campo: Any) -> Any:
    if isinstance(campo, Una):
        return _de_pieza(documento, ruta, dato, campo.clase)
    if isinstance(campo, Varias) and isinstance(dato, list):
        return [_de_pieza(documento, (*ruta, i), uno, campo.clase) for i, uno in enumerate(dato)]
    if isinstance(campo, (Palabras, Refs)):
        lista = [(ruta, dato)] if not isinstance(dato, list) else [((*ruta, i), uno) for i, uno in enumerate(dato)]
        return [_texto(documento, donde, uno) for donde, uno in lista]
    if isinstance(campo, Hora):
        return str(_texto(documento, ruta, dato)).rjust(5, "0")
    if isinstance(campo, (Texto, Fecha, Ref)):
        return _texto(documento, ruta, dato)
    if isinstance(campo, (Entero, Numero, Numeros, Logico)):
        return _crudo(documento, ruta, dato)
    return _crudo(documento, ruta, dato)


def _texto(documento: Documento, ruta: Ruta, dato: Any) -> Any:
    """Lo que se tecleó, con o sin comillas."""
    if isinstance(dato, (dict, list, str)):
        return _crudo(documento, ruta, dato)
    return documento.escritos.get(ruta, str(dato).lower() if isinstance(dato, bool) else str(dato))


def _crudo(documento: Documento, ruta: Ruta, dato: Any) -> Any:
    """Lo escrito, sin saber qué es: los números, por su valor exacto."""
    if isinstance(dato, dict):
        return {clave: _crudo(documento, (*ruta, clave), valor) for clave, valor in dato.items()}
    if isinstance(dato, list):
        return [_crudo(documento, (*ruta, i), uno) for i, uno in enumerate(dato)]
    if isinstance(dato, str):
        return dato.rstrip("\n")  # el estilo «|» deja un salto al final, y las comillas no
    if isinstance(dato, bool) or dato is None:
        return dato
    return Decimal(documento.escritos.get(ruta, str(dato)))


def _json(dato: Any) -> str:
    if isinstance(dato, dict):
        llanas = all(map(str.isascii, dato))  # casi siempre, y entonces el orden es el mismo
        claves = sorted(dato) if llanas else sorted(dato, key=lambda clave: clave.encode("utf-16-be"))
        return "{" + ",".join([f"{_cadena(clave)}:{_json(dato[clave])}" for clave in claves]) + "}"
    if isinstance(dato, list):
        return "[" + ",".join([_json(uno) for uno in dato]) + "]"
    return _numero(dato) if isinstance(dato, Decimal) else _cadena(dato)


_cadena = json.JSONEncoder(ensure_ascii=False).encode


def _numero(numero: Decimal) -> str:
    """Como lo escribe ECMAScript; el que no cabe exacto en un doble va como texto, para que ningún cambio se pierda."""
    doble = float(numero)
    if doble in (float("inf"), float("-inf")) or Decimal(repr(doble)) != numero:
        return _cadena(str(numero.normalize()))
    if doble == 0:
        return "0"
    signo, cifras, exponente = Decimal(repr(doble)).normalize().as_tuple()
    digitos = "".join(map(str, cifras))
    punto = len(digitos) + int(exponente)
    menos = "-" if signo else ""
    if len(digitos) <= punto <= 21:
        return menos + digitos + "0" * (punto - len(digitos))
    if 0 < punto <= 21:
        return f"{menos}{digitos[:punto]}.{digitos[punto:]}"
    if -6 < punto <= 0:
        return f"{menos}0.{'0' * -punto}{digitos}"
    mantisa = digitos[0] + (f".{digitos[1:]}" if len(digitos) > 1 else "")
    return f"{menos}{mantisa}e{'+' if punto > 0 else '-'}{abs(punto - 1)}"
