"""De una comparación a lo que lee quien la revisa: renglones, Markdown para una solicitud de cambio, o JSON."""

from mesgepret.imprenta.cambios.en_json import en_json
from mesgepret.imprenta.cambios.en_md import en_md
from mesgepret.imprenta.cambios.en_texto import en_texto

__all__ = ["en_json", "en_md", "en_texto"]
