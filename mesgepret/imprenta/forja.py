"""De un archivo del repositorio a sus direcciones en la forja: donde se lee, se ve su historial y se corrige."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from mesgepret.expediente.repositorio import Repositorio

_GITHUB = ("blob/{rama}", "commits/{rama}", "edit/{rama}", "commit")
_GITLAB = ("-/blob/{rama}", "-/commits/{rama}", "-/edit/{rama}", "-/commit")
_GITEA = ("src/branch/{rama}", "commits/branch/{rama}", "_edit/{rama}", "commit")
_POR_NOMBRE = {"gitlab": _GITLAB, "gitea": _GITEA, "forgejo": _GITEA, "codeberg": _GITEA}


@dataclass(frozen=True, slots=True)
class Forja:
    """El repositorio en su forja: su dirección y su rama. Sin dirección, no hay enlaces.

    Las rutas son las de GitHub; las de GitLab y Gitea, si su nombre está en la dirección.
    """

    url: str = ""
    rama: str = "main"

    def fuente(self, archivo: str) -> str:
        """Donde se lee."""
        return self._direccion(0, archivo)

    def historial(self, archivo: str) -> str:
        """Donde se ven sus cambios, uno por uno."""
        return self._direccion(1, archivo)

    def correccion(self, archivo: str) -> str:
        """Donde se propone otro texto."""
        return self._direccion(2, archivo)

    def confirmacion(self, commit: str) -> str:
        """Donde se ve lo que cambió una confirmación (commit)."""
        return self._direccion(3, commit)

    def _direccion(self, cual: int, que: str) -> str:
        if not self.url or not que:
            return ""
        servidor = (urlsplit(self.url).hostname or "").lower()
        formas = next((suyas for nombre, suyas in _POR_NOMBRE.items() if nombre in servidor), _GITHUB)
        return f"{self.url.rstrip('/')}/{formas[cual].format(rama=quote(self.rama))}/{quote(que)}"


def forja_de(repositorio: Repositorio) -> Forja:
    """La que `mesgepret.yaml` declara; la rama, la que declara o main."""
    url = repositorio.sitio.forja if repositorio.sitio else ""
    rama = repositorio.historia.rama if repositorio.historia else ""
    return Forja(url, rama or "main")
