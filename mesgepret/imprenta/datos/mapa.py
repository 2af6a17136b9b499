"""De las páginas a `sitemap.xml`, para los buscadores: solo si se sabe dónde se publica el sitio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mesgepret.imprenta.hoja import Hoja

CABEN = 50_000
"""Las direcciones que admite un mapa; si hay más, `sitemap.xml` es el índice de varios."""

_ESPACIO = "http://www.sitemaps.org/schemas/sitemap/0.9"


def mapas(hojas: Sequence[Hoja], url: str) -> Iterator[tuple[str, bytes]]:
    """Los archivos, por su ruta. `url`: la del sitio, sin barra final."""
    direcciones = [f"{url}/{hoja.ruta}/index.html" if hoja.ruta else f"{url}/index.html" for hoja in hojas]
    if len(direcciones) <= CABEN:
        yield "sitemap.xml", _xml("urlset", "url", direcciones)
        return
    partes = [direcciones[i : i + CABEN] for i in range(0, len(direcciones), CABEN)]
    yield "sitemap.xml", _xml("sitemapindex", "sitemap", [f"{url}/sitemap-{n}.xml" for n in range(1, len(partes) + 1)])
    for n, parte in enumerate(partes, 1):
        yield f"sitemap-{n}.xml", _xml("urlset", "url", parte)


def _xml(raiz: str, hija: str, direcciones: list[str]) -> bytes:
    dentro = "".join(f"<{hija}><loc>{escape(d)}</loc></{hija}>\n" for d in direcciones)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{raiz} xmlns="{_ESPACIO}">\n{dentro}</{raiz}>\n'.encode()
