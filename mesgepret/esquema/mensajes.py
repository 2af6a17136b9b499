"""De una falta de forma a su hallazgo: el mensaje sale del tipo del error, nunca de un texto en inglés."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from mesgepret.diagnostico import Diagnostico, sugerir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.lectura import Documento, Ruta


@dataclass(frozen=True, slots=True)
class Falta:
    """Un error del validador.

    `razon` es la palabra clave de JSON Schema y `detalle`, su dato; `esquema`, el que la contiene; `propiedades`, las
    claves que admite el mapa en que está; `descripcion`, lo que el esquema dice del valor a quien lo escribe.
    """

    ruta: Ruta
    razon: str
    detalle: Any
    valor: Any
    esquema: Any
    propiedades: Mapping[str, Any]
    descripcion: str

    @property
    def clave(self) -> str:
        """La clave del valor, para nombrarlo: la última de la ruta que no es un índice."""
        return next((str(p) for p in reversed(self.ruta) if isinstance(p, str)), "")


def contar_falta(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    """Los hallazgos (códigos E) de una falta, cada uno en su lugar."""
    contar = _POR_RAZON.get(falta.razon, _forma)
    if falta.valor == "reservado" and falta.razon in _NO_RESERVABLE:
        contar = _no_reservable
    escrito = documento.escritos.get(falta.ruta)  # «9.30» se cita como se tecleó, no como 9.3
    return contar(replace(falta, valor=escrito) if escrito else falta, documento)


def _clave_desconocida(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    for clave in falta.detalle:
        parecida = sugerir(clave, falta.propiedades)
        ayuda = f"¿quiso decir «{parecida}»?" if parecida else f"aquí se admiten: {', '.join(falta.propiedades)}"
        donde = f" en «{falta.clave}»" if falta.clave else ""
        yield Diagnostico(
            documento.clave(*falta.ruta, clave), "E101", f"la clave {decir(clave)} no existe{donde}", ayuda=ayuda
        )


def _falta_clave(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    clave = falta.detalle
    descripcion = _frase(falta.propiedades[clave]["description"])
    yield Diagnostico(documento.en(*falta.ruta), "E102", f"falta la clave «{clave}»", ayuda=f"añádala: {descripcion}")


def _tipo(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    yield _no_es(falta, documento.en(*falta.ruta), "E103", falta.valor)


def _forma(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    codigo = "E103" if falta.detalle == "^reservado$" else "E105"
    yield _no_es(falta, documento.en(*falta.ruta), codigo, falta.valor)


def _nombre_de_clave(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    patron = re.compile(falta.esquema.get("pattern", ""))
    for clave in falta.valor:
        if not patron.search(clave):
            yield _no_es(falta, documento.clave(*falta.ruta, clave), "E105", clave)


def _no_es(falta: Falta, lugar: Ubicacion, codigo: str, valor: Any) -> Diagnostico:
    esperado, ejemplo = _esperado(falta.esquema)
    nombre = f"«{falta.clave}»" if falta.clave else "el documento"
    mensaje = f"{nombre}: {decir(valor)} no es {esperado}{ejemplo and f', como {ejemplo}'}"
    ayuda = _remedio(valor, esperado, falta.esquema) or _frase(falta.descripcion) or _MOLDE
    return Diagnostico(lugar, codigo, mensaje, ayuda=ayuda)


def _fuera_de_lista(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    opciones = [o for o in falta.esquema["enum"] if o != "reservado"]
    if opciones == [True]:
        mensaje = f"«{falta.clave}» solo admite true, que es decir sí, y aquí dice {decir(falta.valor)}"
        ayuda = f"escriba «{falta.clave}: true», o quite la clave si no es así"
        if falta.valor == "true":
            mensaje, ayuda = (
                f"«{falta.clave}»: «true» entre comillas es un texto, y no un sí",
                "escriba true sin comillas",
            )
        yield Diagnostico(documento.en(*falta.ruta), "E104", mensaje, ayuda=ayuda)
        return
    ayuda = "elija uno de los valores de la lista"
    if isinstance(falta.valor, str) and (parecida := sugerir(falta.valor, opciones)):
        ayuda = f"¿quiso decir «{parecida}»?"
    yield Diagnostico(
        documento.en(*falta.ruta), "E104", f"«{falta.clave}»: {decir(falta.valor)} no está entre {_enumerar(opciones)}",
        ayuda=ayuda,
    )  # fmt: skip


def _formato(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    yield Diagnostico(
        documento.en(*falta.ruta), "E106", f"«{falta.clave}»: la fecha {decir(falta.valor)} no existe",
        ayuda="revise el día y el mes en el calendario",
    )  # fmt: skip


def _limite(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    palabra = {"minimum": "es menos que", "maximum": "es más que"}[falta.razon]
    mensaje = f"«{falta.clave}»: {decir(falta.valor)} {palabra} {falta.esquema[falta.razon]}"
    yield Diagnostico(documento.en(*falta.ruta), "E107", mensaje, ayuda="revise la cifra")


def _pocos(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    yield Diagnostico(
        documento.en(*falta.ruta), "E108", f"la lista «{falta.clave}» está vacía",
        ayuda="añada lo que falta, o quite la clave si no lo hay",
    )  # fmt: skip


def _texto_vacio(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    yield Diagnostico(
        documento.en(*falta.ruta), "E109", f"«{falta.clave}» es un texto vacío",
        ayuda="escríbalo, o quite la clave si no lo hay",
    )  # fmt: skip


def _ninguna_de(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    grupos = [" y ".join(f"«{c}»" for c in opcion["required"]) for opcion in falta.esquema["anyOf"]]
    donde = f"en «{falta.clave}» " if falta.clave else ""
    yield Diagnostico(
        documento.en(*falta.ruta), "E112", f"{donde}falta al menos una de estas claves: {_enumerar(grupos, 'o')}",
        ayuda="añada la que corresponda",
    )  # fmt: skip


def _no_reservable(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    yield Diagnostico(
        documento.en(*falta.ruta), "E113",
        f"«{falta.clave}» no puede reservarse: sin ese dato el documento no se entiende",
        ayuda="reserve solo el dato protegido, y anótelo en «reservas»",
    )  # fmt: skip


def _se_excluyen(falta: Falta, documento: Documento) -> Iterator[Diagnostico]:
    if "required" not in falta.esquema["not"]:
        yield from _no_reservable(falta, documento)
        return
    *primeras, ultima = falta.esquema["not"]["required"]
    yield Diagnostico(
        documento.clave(*falta.ruta, ultima), "E114",
        f"en «{falta.clave}» no caben a la vez {_enumerar(f'«{clave}»' for clave in (*primeras, ultima))}",
        ayuda="deje la que diga la verdad y quite la otra",
    )  # fmt: skip


_POR_RAZON: dict[str, Callable[[Falta, Documento], Iterator[Diagnostico]]] = {
    "additionalProperties": _clave_desconocida,
    "required": _falta_clave,
    "type": _tipo,
    "pattern": _forma,
    "propertyNames": _nombre_de_clave,
    "enum": _fuera_de_lista,
    "format": _formato,
    "minimum": _limite,
    "maximum": _limite,
    "minItems": _pocos,
    "minLength": _texto_vacio,
    "anyOf": _ninguna_de,
    "not": _se_excluyen,
}
_NO_RESERVABLE = frozenset(["type", "pattern", "enum", "not"])
_MOLDE = "compárelo con un documento que funcione"
_TIPOS = {
    "array": "una lista",
    "object": "un grupo de claves con su valor",
    "number": "un número",
    "integer": "un número entero",
    "boolean": "true o false",
    "string": "un texto",
}


def _esperado(esquema: Any) -> tuple[str, str]:
    """Lo que se esperaba, con su artículo, y un ejemplo corto si el esquema lo da."""
    titulo = esquema.get("title", "")
    if titulo.startswith(("un ", "una ", "true ")):
        return titulo, _ejemplo(esquema.get("examples", [""])[0])
    tipos = esquema.get("type", [])
    sobra = "string" if esquema.get("pattern") == "^reservado$" else ""
    textos = [texto for tipo, texto in _TIPOS.items() if tipo in tipos and tipo != sobra]
    return " o ".join(textos) or "lo que se espera aquí", ""


def _ejemplo(muestra: Any) -> str:
    if isinstance(muestra, list):
        return f"[{', '.join(map(str, muestra))}]"
    escrito = "" if isinstance(muestra, bool) else str(muestra)
    return escrito if " " not in escrito and len(escrito) <= 50 else ""


def decir(valor: Any) -> str:
    """Un valor nombrado en una frase, corto y entre comillas."""
    if isinstance(valor, bool):
        return f"«{'true' if valor else 'false'}»"
    if isinstance(valor, dict):
        return "un grupo de claves"
    if isinstance(valor, list):
        return "una lista"
    texto = " ".join(str(valor)[:200].split())
    texto = "".join(c if c.isprintable() else "·" for c in texto)
    return f"«{texto if len(texto) <= 60 else texto[:57] + '…'}»"


def _enumerar(opciones: Iterable[object], nexo: str = "y") -> str:
    *primeras, ultima = [str(o) for o in opciones]
    return f"{', '.join(primeras)} {nexo} {ultima}" if primeras else ultima


def _frase(descripcion: str) -> str:
    """Una descripción del esquema como ayuda: sin punto final y en minúscula, salvo que empiece por una sigla."""
    frase = descripcion.rstrip(".")
    return frase if frase[1:2].isupper() or frase.startswith("No.") else frase[:1].lower() + frase[1:]


_FECHA_LATINA = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_FECHA_DICHA = re.compile(r"([0-9]{1,2})º? de ([a-záéíóú]+) del? ([0-9]{4})", re.IGNORECASE)
_FECHA_SIN_CEROS = re.compile(r"([0-9]{4})[/. -]([0-9]{1,2})[/. -]([0-9]{1,2})")
_MESES = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
_ENTERO = re.compile(r"-?[0-9]+")
_CIFRA = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CON_MILES = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_HORA_HABLADA = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(?:h(?:oras|rs)?\.?|([ap])\.?\s?m\.?)?", re.IGNORECASE)


def _remedio(valor: Any, esperado: str, esquema: Any) -> str:
    """Lo que se quiso escribir, cuando se adivina; si no, vacío."""
    if isinstance(valor, (dict, list)):
        return "si es un texto que empieza por «[» o «{», póngalo entre comillas" if esperado == "un texto" else ""
    if esperado == "una lista":
        return "ponga cada elemento en su línea, con «- » delante"
    if esperado.startswith("un grupo de claves"):
        return f"escríbalo por claves, como «{next(iter(esquema.get('properties', ['nombre'])))}: …»"
    escrito = "true" if valor is True else "false" if valor is False else str(valor).strip()
    if len(escrito) > 100:
        return ""
    if esperado == "un texto":
        return "si es un texto, póngalo entre comillas"
    if esperado == "una fecha" and (dia := _fecha(escrito)):
        return f"escriba {dia}: año, mes y día"
    if esperado == "una hora" and (hablada := _HORA_HABLADA.fullmatch(escrito)):
        hora = int(hablada[1])
        if hablada[3]:
            hora = hora % 12 + 12 * (hablada[3].lower() == "p")
        return f"escriba «{hora:02}:{hablada[2] or '00'}»" if hora < 24 else "el día va de las 00:00 a las 23:59"
    if "un número" in esperado or "porcentaje" in esperado:
        cifra = escrito.replace(" ", "").rstrip("%")
        cifra = cifra.replace(",", "") if _CON_MILES.fullmatch(cifra) else cifra.replace(",", ".")
        if isinstance(valor, str) and (_ENTERO if "entero" in esperado else _CIFRA).fullmatch(cifra):
            return f"si es {cifra}, escríbalo así: los decimales con punto, sin comas, unidades ni comillas"
    if esperado == "true o false" and escrito.lower() in ("sí", "si", "no"):
        return f"escriba {'false' if escrito.lower() == 'no' else 'true'}"
    parecido = next(
        (
            p
            for p in (_slug(escrito), escrito.upper() if re.search("[0-9]", escrito) else "")
            if re.search(esquema.get("pattern", "$^"), p)
        ),
        "",
    )
    return f"¿quiso decir «{parecido}»?" if parecido else ""


def _fecha(escrito: str) -> date | None:
    """El día que dice una fecha escrita de otra manera; None si no es un día."""
    if hallada := _FECHA_SIN_CEROS.fullmatch(escrito):
        anio, mes, dia = (int(n) for n in hallada.groups())
    elif hallada := _FECHA_LATINA.fullmatch(escrito):
        dia, mes, anio = (int(n) for n in hallada.groups())
        if mes > 12:
            dia, mes = mes, dia
    elif (hallada := _FECHA_DICHA.fullmatch(escrito)) and hallada[2][:3].lower() in _MESES:
        dia, mes, anio = int(hallada[1]), _MESES.index(hallada[2][:3].lower()) + 1, int(hallada[3])
    else:
        return None
    try:
        return date(anio, mes, dia)
    except ValueError:
        return None


def _slug(escrito: str) -> str:
    llano = "".join(c for c in normalize("NFD", escrito.lower()) if not combining(c))
    return re.sub(r"[^a-z0-9]+", "-", llano).strip("-")
