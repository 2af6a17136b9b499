"""De algo que no podía pasar a cómo se dice: su código, su lugar en las dos revisiones, y lo que fue y es."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.diagnostico import llano
from mesgepret.historia.diferencias import AUSENTE

if TYPE_CHECKING:
    from mesgepret.diagnostico import Ubicacion

RESERVADO = "reservado"
"""Lo que ocupa el sitio de un dato protegido por ley."""


class Falta(NamedTuple):
    """Algo que no podía pasar: su código, dónde, qué, sobre qué id, y dónde estaba antes."""

    codigo: str
    lugar: Ubicacion
    mensaje: str
    sobre: str = ""
    otras: tuple[Ubicacion, ...] = ()


def en_palabras(antes: Any, despues: Any) -> str:
    """Un cambio, dicho: lo que se añadió, se quitó o pasó a ser otra cosa."""
    if antes is AUSENTE:
        return f"se añadió {dicho(despues)}"
    if despues is AUSENTE:
        return f"se quitó {dicho(antes)}"
    return f"{dicho(antes)} pasó a ser {dicho(despues)}"


def dicho(valor: Any) -> str:
    """Un valor en una línea corta, entre «»; de un mapa o una lista, cuántas cosas trae."""
    if valor is AUSENTE:
        return "nada"
    if isinstance(valor, (dict, list)):
        return f"un grupo de {len(valor)}"
    texto = " ".join(str(valor).split())
    return f"«{texto if len(texto) <= 60 else texto[:57] + '…'}»"


def es_otra_cosa(antes: Any, despues: Any, clave: str, palabras: int = 2) -> bool:
    """Si un id pasó a otra cosa: lo que lo nombra no comparte con lo de antes tantas palabras, de las de peso."""
    era, es = (llano(str(x.get(clave, ""))) if isinstance(x, dict) else "" for x in (antes, despues))
    if not era or not es or era == es or RESERVADO in (era, es):
        return False
    suyas, otras = ({p for p in texto.split() if len(p) > 3} for texto in (era, es))
    return len(suyas & otras) < min(palabras, len(suyas), len(otras))


def mapas(lista: Any) -> list[tuple[int, dict[str, Any]]]:
    """Los mapas de una lista, con su índice; de lo que no es una lista, ninguno."""
    return [(i, uno) for i, uno in enumerate(lista_de(lista)) if isinstance(uno, dict)]


def lista_de(valor: Any) -> list[Any]:
    """El valor si es una lista; si no, una vacía."""
    return valor if isinstance(valor, list) else []


def por_id(lista: Any) -> dict[str, tuple[int, Any]]:
    """Los mapas de una lista por su id, con su índice."""
    return {str(uno.get("id")): (i, uno) for i, uno in mapas(lista)}
