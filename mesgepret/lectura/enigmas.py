"""De un tropiezo a su mensaje: el hecho, lo que se esperaba y cómo se arregla."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mesgepret.diagnostico import Diagnostico

if TYPE_CHECKING:
    from mesgepret.diagnostico import Ubicacion

_COMILLAS = 'ponga el texto entre comillas: tema: "MCR: revisión"'

# código: (mensaje, ayuda)
_TEXTOS: dict[str, tuple[str, str]] = {
    "L101": ("el documento no es YAML bien formado", "compare la sangría y los signos con un documento que funcione"),
    "L102": ("hay «: » dentro de un texto sin comillas, o una línea mal sangrada", _COMILLAS),
    "L103": ("la clave «{escrito}» está dos veces en el mismo lugar", "deje una sola; la otra se perdería"),
    "L104": ("hay un ancla «&» o un alias «*» de YAML", "escriba el valor completo, o ponga el texto entre comillas"),
    "L105": ("hay una etiqueta «!» de YAML", "quítela, o ponga el texto entre comillas"),
    "L106": ("el archivo no está en UTF-8 (octeto {octeto})", "guárdelo como UTF-8 en el editor"),
    "L107": ("hay un carácter invisible {caracter}", "bórrelo y vuelva a escribir ese trozo a mano"),
    "L108": ("el archivo mide {megas} MB y el máximo es 2 MB", "divídalo, o ponga lo largo en anexos/"),
    "L109": ("el documento anida más de 32 niveles", "ningún documento de la mesa lo necesita: revise la sangría"),
    "L110": ("el documento tiene más de 50 000 claves y valores", "divídalo en varios"),
    "L111": ("el archivo contiene más de un documento («---»)", "ponga cada documento en su archivo"),
    "L112": ("el archivo está vacío o solo tiene comentarios", "escriba el documento o borre el archivo"),
    "L113": ("hay un tabulador donde va la sangría", "la sangría se hace con espacios: cambie cada tabulador por dos"),
    "L114": ("«{escrito}» no tiene valor", "escriba el valor; si no lo hay, quite la línea"),
    "L115": ("«{escrito}» no sirve de clave: una clave es una palabra", "escriba «clave: valor»"),
    "L116": ("el número {escrito} tiene demasiadas cifras: caben 15", "si es un código, póngalo entre comillas"),
    "L117": (
        "lo que sigue a « #» en esta línea se perdería como comentario",
        "si es parte del texto, ponga todo el texto entre comillas; un comentario va en su propia línea",
    ),
    "L118": ("hay unas comillas, un corchete o una llave sin cerrar", "ciérrelos donde acaba el valor"),
    "L119": ("un texto sin comillas no puede empezar con ese signo", 'ponga el texto entre comillas: unidad: "%"'),
    "L120": ("es un enlace simbólico, y un documento ha de estar donde su nombre dice", "ponga aquí el archivo mismo"),
    "L121": ("no es un archivo, aunque su nombre acaba en .yaml", "bórrelo o cámbiele el nombre"),
    "L122": ("el nombre lleva un carácter que no se ve o no es texto", "cámbiele el nombre al archivo"),
    "L123": ("los documentos acaban en .yaml", "cámbiele el nombre a «{escrito}»"),
    "L124": ("no se puede leer: {escrito}", "revise sus permisos y el disco"),
    "L125": (
        "«{escrito}» no tiene valor: dentro de {{ }} y [ ] la coma separa",
        "los decimales llevan punto y los miles nada: {{valor: 2500}}; un texto con coma va entre comillas",
    ),
    "L126": ("la zona horaria «{escrito}» no existe", "escriba America/Tegucigalpa, o la que corresponda"),
}

# Lo que libyaml dice, en el orden en que se busca: (trozo, código, remedio propio).
EXPLICACIONES: list[tuple[str, str, str]] = [
    ("mapping values are not allowed", "L102", ""),
    ("could not find expected ':'", "L102", "falta «: » tras la clave, o el texto sigue en una línea sin sangría"),
    ("found unexpected end of stream", "L118", ""),
    ("unexpected document indicator", "L118", ""),
    ("did not find expected ',' or", "L118", "falta una coma entre valores, o el corchete o la llave que cierra"),
    ("while parsing a flow node", "L118", "sobra una coma, o falta un valor o el signo que cierra"),
    ("cannot start any token", "L119", ""),
    ("alphabetic or numeric character", "L119", ""),
    ("did not find expected node content", "L119", ""),
    ("undefined tag handle", "L105", ""),
    ("while scanning a tag", "L105", ""),
    ("while parsing a tag", "L105", ""),
    ("unknown escape character", "L101", "entre comillas dobles «\\» es especial: use comillas simples"),
    ("did not find expected hexdecimal", "L101", "entre comillas dobles «\\» es especial: use comillas simples"),
    ("did not find expected <document start>", "L101", "esta línea no sigue a lo anterior: revise su sangría"),
    ("block mapping", "L101", "esta línea no está alineada con las demás claves: revise su sangría"),
    ("block collection", "L101", "los elementos de una lista empiezan con «- » y van alineados: revise la sangría"),
    (
        "entries are not allowed",
        "L101",
        "una lista empieza en su propia línea; un texto que es un guion va entre comillas",
    ),
    ("block scalar", "L101", "después de «|» o «>» el texto va en las líneas siguientes, sangrado"),
]


def citar(escrito: str) -> str:
    """Lo escrito, como cabe en una frase: sin lo que no se ve y sin pasar de 60 caracteres."""
    visible = "".join(c if c.isprintable() else "·" for c in escrito[:61])
    return visible if len(visible) <= 60 else visible[:59] + "…"


def explicar(
    codigo: str, ubicacion: Ubicacion, *, ayuda: str = "", otras: tuple[Ubicacion, ...] = (), **hechos: Any
) -> Diagnostico:
    """El hallazgo de un código L, con sus hechos puestos en el mensaje; `ayuda` sustituye a la general."""
    mensaje, general = _TEXTOS[codigo]
    valores = {"escrito": "", "octeto": "", "caracter": "", "megas": "", **hechos}
    valores["escrito"] = citar(valores["escrito"])
    return Diagnostico(
        ubicacion,
        codigo,
        mensaje.format_map(valores),
        ayuda=ayuda or general.format_map(valores),
        otras=otras,
    )
