"""De los valores del modelo a palabras que se leen: fechas, números y nombres de estados en español."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

_ORDINALES = ("primer", "segundo", "tercer", "cuarto")
_ORDINALES_FEMENINOS = (
    "primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima",
)  # fmt: skip
_PERIODO = re.compile(r"([0-9]{4})-(?:S([12])|T([1-4])|(0[1-9]|1[0-2]))")

# Solo lo que no se obtiene cambiando «_» por un espacio.
_PALABRAS = {
    "tecnico": "Técnico-Operativo",
    "politico": "Político",
    "conjunta": "conjunta de los dos niveles",
    "hibrida": "híbrida",
    "con_correcciones": "aprobada con correcciones",
    "maxima_autoridad": "máxima autoridad",
    "direccion_upgret": "dirección de la UPGRET",
    "upgret": "UPGRET",
    "equipo_tecnico": "equipo técnico",
    "resolucion": "resolución",
    "votacion": "votación",
    "pais": "país",
    "institucion": "institución",
    "estrategico": "estratégico",
    "maximo": "máximo",
    "minimo": "mínimo",
    "limite": "límite",
    "ultimo": "el último",
    "peor": "el peor",
    "cada_periodo": "cada periodo por separado",
    "aun_no_exigible": "aún no exigible",
    "razon": "razón",
    "razon_invertida": "razón invertida",
    "razon_de_sumas": "razón de sumas",
    "indice": "índice",
    "economia": "economía",
    "presidencia": "la Presidencia",
    "instancia": "la instancia que la Presidencia define",
}


def palabra(valor: str) -> str:
    """El nombre legible de un valor del modelo: «en_proceso» → «en proceso»."""
    return _PALABRAS.get(valor, valor.replace("_", " "))


def fecha_larga(dia: date) -> str:
    """«21 de marzo de 2024»."""
    return f"{dia.day} de {_MESES[dia.month - 1]} de {dia.year}"


def mes(numero: int) -> str:
    """El nombre de un mes, de 1 a 12."""
    return _MESES[numero - 1]


def de_un_dia_a_otro(desde: date, hasta: date) -> str:
    """«del 15 de marzo al 15 de mayo de 2024»: el año se dice una vez si es el mismo."""
    comienzo = f"{desde.day} de {_MESES[desde.month - 1]}" if desde.year == hasta.year else fecha_larga(desde)
    return f"del {comienzo} al {fecha_larga(hasta)}"


def ordinal(cual: int) -> str:
    """«primera», «segunda»…; de la undécima en adelante, «11.ª»."""
    return _ORDINALES_FEMENINOS[cual - 1] if 0 < cual <= len(_ORDINALES_FEMENINOS) else f"{cual}.ª"


def en_una_linea(texto: str, cuanto: int) -> str:
    """El texto sin saltos de línea, cortado con «…» si pasa de tantos caracteres."""
    linea = " ".join(texto.split())
    return linea if len(linea) <= cuanto else linea[: cuanto - 1].rstrip() + "…"


def con_mayuscula(texto: str) -> str:
    """El texto con su primera letra en mayúscula, y lo demás como está."""
    return texto[:1].upper() + texto[1:]


def dia(escrito: str) -> str:
    """«2024-03-21» → «21 de marzo de 2024»; lo que no es un día, como se escribió."""
    try:
        return fecha_larga(date.fromisoformat(escrito)) if len(escrito) == 10 else escrito
    except ValueError:
        return escrito


def periodo(escrito: str) -> str:
    """«2024-T3» → «tercer trimestre de 2024»; lo que no es un periodo de la MCR, como se escribió."""
    hallado = _PERIODO.fullmatch(escrito)
    if hallado is None:
        return escrito
    anio, semestre, trimestre, mes = hallado.groups()
    if mes:
        return f"{_MESES[int(mes) - 1]} de {anio}"
    return f"{_ORDINALES[int(semestre or trimestre) - 1]} {'semestre' if semestre else 'trimestre'} de {anio}"


def cifra(numero: int | Decimal | float) -> str:
    """Un número con coma de miles y punto decimal, con las cifras que trae."""
    return f"{Decimal(str(numero)):,f}"


def contar(cuantos: int, uno: str, varios: str = "") -> str:
    """«1 acuerdo», «3 acuerdos»; el cero también se cuenta."""
    return f"{cuantos:,} {uno if cuantos == 1 else varios or uno + 's'}"


def peso(octetos: int) -> str:
    """Lo que ocupa un archivo: «1 KB», «34 KB», «2.1 MB»; lo que no llega a un kilobyte, uno."""
    if octetos < 999_500:
        return f"{max(1, round(octetos / 1000))} KB"
    return f"{octetos / 1_000_000:.1f} MB"


def peso_a_lo_sumo(octetos: int) -> str:
    """En megabytes enteros, lo que según la versión de quien lo escriba ocupa algo más o algo menos."""
    return f"menos de {octetos // 1_000_000 + 1} MB"


def enumerar(dichos: list[str]) -> str:
    """«1 acuerdo, 2 miembros y 3 metas»."""
    *primeros, ultimo = dichos
    return f"{', '.join(primeros)} y {ultimo}" if primeros else ultimo


def decir(valor: Any) -> str:
    """Cualquier valor del modelo como texto; None y lo que falta, vacío."""
    if type(valor) is str:  # lo que más se dice
        return valor
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, date):
        return fecha_larga(valor)
    if isinstance(valor, Decimal | float):
        return cifra(valor)
    if isinstance(valor, list | tuple):
        return ", ".join(decir(uno) for uno in valor)
    return str(valor)
