"""Del nombre de un formato a quien lo escribe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.avisos import en_github, en_gitlab, en_json, en_junit, en_sarif
from mesgepret.avisos.en_github import resumir as resumir_paso

if TYPE_CHECKING:
    from collections.abc import Callable

    from mesgepret.avisos.informe import Informe

DE_MAQUINA: dict[str, Callable[[Informe], str]] = {
    "json": en_json.escribir,
    "github": en_github.escribir,
    "gitlab": en_gitlab.escribir,
    "sarif": en_sarif.escribir,
    "junit": en_junit.escribir,
}
"""Los formatos que lee una máquina; el de la terminal es `en_texto`."""

__all__ = ["DE_MAQUINA", "resumir_paso"]
