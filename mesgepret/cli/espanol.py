"""De los mensajes de click a los mismos en español, sea cual sea el idioma del sistema."""

from __future__ import annotations

import importlib

MENSAJES = {
    "Aborted!": "Interrumpido.",
    "Missing command.": "Falta la orden.",
    "Options": "Opciones",
    "Positional arguments": "Argumentos",
    "Commands": "Órdenes",
    "Usage:": "Uso:",
    "Got unexpected extra argument ({args})": "sobra un argumento ({args})",
    "Got unexpected extra arguments ({args})": "sobran argumentos ({args})",
    "Takes {nargs} values but 1 was given.": "pide {nargs} valores y se dio 1",
    "Takes {nargs} values but {len} were given.": "pide {nargs} valores y se dieron {len}",
    "default: {default}": "por omisión: {default}",
    "Show this message and exit.": "Enseña esta ayuda y termina.",
    "Did you mean {possibility}?": "¿Quiso decir {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(¿Quiso decir una de estas: {possibilities}?)",
    "Missing argument": "Falta el argumento",
    "Missing option": "Falta la opción",
    "Missing parameter": "Falta el parámetro",
    "Missing {param_type}": "Falta {param_type}",
    "Missing parameter: {param_name}": "Falta el parámetro {param_name}",
    "Invalid value for {param_hint}: {message}": "el valor de {param_hint} no sirve: {message}",
    "Invalid value: {message}": "ese valor no sirve: {message}",
    "Error: {message}": "Error: {message}",
    "Try '{command} {option}' for help.": "Pruebe «{command} {option}» para ver la ayuda.",
    "No such option {name!r}.": "no hay ninguna opción {name}.",
    "No such command {name!r}.": "no hay ninguna orden «{name}».",
    "Option {name!r} does not take a value.": "la opción {name} no lleva valor.",
    "Option {name!r} requires an argument.": "la opción {name} pide un valor.",
    "Option {name!r} requires {nargs} arguments.": "la opción {name} pide {nargs} valores.",
    "Choose from:\n\t{choices}": "Elija entre:\n\t{choices}",
    "{value!r} is not {choice}.": "«{value}» no es {choice}.",
    "{value!r} is not one of {choices}.": "«{value}» no está entre {choices}.",
    "{name} {filename!r} does not exist.": "{name} «{filename}» no existe.",
    "{name} {filename!r} is a file.": "{name} «{filename}» es un archivo.",
    "{name} {filename!r} is a directory.": "{name} «{filename}» es una carpeta.",
    "{name} {filename!r} is not readable.": "{name} «{filename}» no se puede leer.",
    "directory": "la carpeta",
    "file": "el archivo",
    "path": "la ruta",
}
MODULOS = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def traducir(mensaje: str) -> str:
    """El mensaje en español, o el mismo si no se conoce."""
    return MENSAJES.get(mensaje, mensaje)


def traducir_contando(uno: str, varios: str, cuantos: int) -> str:
    """Como `traducir`, según cuántos."""
    return traducir(uno if cuantos == 1 else varios)


def hablar_espanol() -> None:
    """Cambia en click las dos funciones con que pide sus mensajes: no depende de idiomas instalados en el sistema."""
    for nombre in MODULOS:
        modulo = importlib.import_module(f"click.{nombre}")
        if hasattr(modulo, "_"):
            vars(modulo)["_"] = traducir
        if hasattr(modulo, "ngettext"):
            vars(modulo)["ngettext"] = traducir_contando
