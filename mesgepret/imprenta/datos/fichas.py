"""De una página a los mismos datos en JSON, a su lado: lo que dice su documento y lo que se sabe de él."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.expediente.campos import Hora, Palabras, Texto, Una, Varias
from mesgepret.imprenta.datos.paquete import licencia
from mesgepret.imprenta.datos.tablas import de_acuerdos as a
from mesgepret.imprenta.datos.tablas import de_mesas as m
from mesgepret.imprenta.datos.tablas import de_metas as r
from mesgepret.imprenta.datos.tablas import descripcion
from mesgepret.imprenta.resultados import de_la_meta, del_indicador

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mesgepret.expediente import Pieza
    from mesgepret.imprenta.consultas import Consultas
    from mesgepret.imprenta.datos.tablas import Tabla
    from mesgepret.imprenta.hoja import Hoja


class Ficha(NamedTuple):
    """Lo que va en el JSON de una clase de página, que se llama como su plantilla.

    `documento`: el esquema de lo escrito. `tabla`, `fila`: la que lo resume. `partes`: las filas de otras tablas que
    son suyas o, de un resultado, las que da `calcular`, y cómo se llaman en su esquema. `ademas`: lo que solo esa clase
    dice, con su esquema.
    """

    documento: str
    tabla: Tabla
    fila: Callable[[Any, Consultas], Any]
    partes: Mapping[str, tuple[Tabla | str, Callable[[Any, Consultas], Iterable[Any]]]]
    ademas: Mapping[str, tuple[Mapping[str, Any], Callable[[Any, Consultas], Any]]] = MappingProxyType({})


RESULTADOS = "resultados.json"
"""El esquema de lo que `calcular` escribe, que es lo mismo que las fichas dicen de una meta o de un indicador."""

_DE_META, _DE_INDICADOR = f"{RESULTADOS}#/$defs/de_meta", f"{RESULTADOS}#/$defs/de_indicador"

_DE_SELLO = {
    "type": ["string", "null"],
    "pattern": "^[0-9a-f]{64}$",
    "description": "La huella sha256 de lo que dice una ayuda memoria definitiva, salvo lo que puede crecer.",
}

FICHAS = {
    "mesa": Ficha("mesa.json", m.MESAS, lambda x, c: m.de_la_mesa(x, c.expediente.hoy), {
        "acreditaciones": (m.ACREDITACIONES, lambda x, c: m.acreditaciones_de(x)),
        "sesiones": (m.SESIONES, m.sesiones_de),
        "metas": (_DE_META, lambda x, c: (de_la_meta(meta, c.expediente) for meta in x.metas)),
    }),
    "acta": Ficha("acta.json", m.SESIONES, lambda x, c: m.de_la_sesion(x.sesion, c), {
        "acuerdos": (a.ACUERDOS, lambda x, c: (a.del_acuerdo(uno, c) for uno in x.acuerdos)),
    }, {"sello": (_DE_SELLO, lambda x, c: c.sello_de(x) if x.definitiva else None)}),
    "acuerdo": Ficha("acta.json#/properties/acuerdos/items", a.ACUERDOS, a.del_acuerdo, {
        "responsables": (a.RESPONSABLES, lambda x, c: a.responsables_de(x)),
        "seguimientos": (a.SEGUIMIENTOS, lambda x, c: (a.del_seguimiento(e, c) for e in c.situacion(x).entradas)),
    }),
    "plan": Ficha("plan.json", a.PLANES, a.del_plan, {
        "actividades": (a.ACTIVIDADES, lambda x, c: (a.de_la_actividad(una, c) for una in x.actividades)),
    }),
    "meta": Ficha("metas.json#/properties/metas/items", r.LA_META, lambda x, c: r.de_la_meta(x, c.expediente), {
        "indicadores": (r.SUS_INDICADORES, lambda x, c: r.indicadores_de(x, c.expediente)),
        "resultados": (_DE_INDICADOR, lambda x, c: (f for i in x.propios for f in del_indicador(i, c.expediente))),
        "cifras": (r.CIFRAS, lambda x, c: (f for i in x.propios for f in r.cifras_de(i, c.expediente))),
    }, {"resultado": ({"$ref": _DE_META}, lambda x, c: de_la_meta(x, c.expediente))}),
    "institucion": Ficha("instituciones.json#/properties/instituciones/items", m.INSTITUCIONES, lambda x, c: x, {
        "metas": (_DE_META, lambda x, c: (de_la_meta(meta, c.expediente) for meta in x.metas)),
        "acuerdos_abiertos": (a.ACUERDOS, lambda x, c: (a.del_acuerdo(uno, c) for uno in c.abiertos(c.acuerdos_de(x)))),
    }),
}  # fmt: skip
"""Las clases de página que la tienen."""


def ruta(hoja: Hoja) -> str:
    """Dónde está el JSON de una página; vacío si no lo tiene."""
    return f"{hoja.ruta}/{hoja.plantilla}.json" if hoja.plantilla in FICHAS else ""


def ficha(hoja: Hoja, c: Consultas) -> bytes:
    """El JSON de una página que lo tiene."""
    clase = hoja.plantilla
    cosa, suya = hoja.contexto[clase], FICHAS[clase]
    dicha = {
        "$schema": f"{'../' * (hoja.ruta.count('/') + 1)}datos/esquemas/{clase}.json",
        "clase": clase,
        "id": cosa.id,
        "pagina": hoja.ruta,
        "titulo": hoja.titulo,
        "corte": str(c.expediente.corte),
        "licencia": licencia(c.expediente),
        "muestra": hoja.muestra,
        "resumen": suya.tabla.ficha(suya.fila(cosa, c)),
        "documento": _escrito(cosa),
        **{nombre: dar(cosa, c) for nombre, (_, dar) in suya.ademas.items()},
        **{
            nombre: [f if isinstance(tabla, str) else tabla.ficha(f) for f in filas(cosa, c)]
            for nombre, (tabla, filas) in suya.partes.items()
        },
    }
    return (json.dumps(dicha, ensure_ascii=False) + "\n").encode()


def esquema(clase: str, propiedades: Mapping[str, Mapping[str, Any]]) -> bytes:
    """El JSON Schema de una clase de ficha; el documento que lleva dentro se describe en el suyo."""
    suya = FICHAS[clase]
    obligadas = {
        "$schema": {"type": "string", "description": "Dónde está este esquema."},
        "clase": {"const": clase},
        "id": {"type": "string", "description": "El mismo de siempre: no cambia ni se reutiliza."},
        "pagina": {"type": "string", "description": m.PAGINA.dice},
        "titulo": {"type": "string", "description": "El título de su página."},
        "corte": {"type": "string", "format": "date", "description": "Hasta qué día se cuenta."},
        "licencia": {"type": "string", "description": "Con qué licencia se publica; vacía si no se dice."},
        "muestra": {"type": "boolean", "description": "Si es de muestra y no es real."},
        "resumen": _de_fila(suya.tabla, propiedades),
        "documento": {"$ref": f"documento/{suya.documento}"},
        **{nombre: dicho for nombre, (dicho, _) in suya.ademas.items()},
        **{
            nombre: {"type": "array", "items": {"$ref": tabla}}
            if isinstance(tabla, str)
            else {"type": "array", "description": tabla.dice, "items": _de_fila(tabla, propiedades)}
            for nombre, (tabla, _) in suya.partes.items()
        },
    }
    hecho = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{clase}.json",
        "type": "object",
        "properties": obligadas,
        "required": list(obligadas),
        "additionalProperties": False,
    }
    return (json.dumps(hecho, ensure_ascii=False, indent=1) + "\n").encode()


def documentos() -> list[str]:
    """Los esquemas de los documentos que las fichas llevan dentro, y el que todos comparten."""
    return sorted({"comun.json", *(suya.documento.partition("#")[0] for suya in FICHAS.values())})


_TIPOS = {"texto": "string", "entero": "integer", "fecha": "string", "logico": "boolean"}


def _de_fila(tabla: Tabla, propiedades: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    campos: dict[str, Any] = {}
    for columna in tabla.columnas:
        dice = descripcion(columna, propiedades)
        if columna.tipo == "numero":
            campos[columna.nombre] = {"$ref": f"{RESULTADOS}#/$defs/numero", "description": dice}
            continue
        tipo = _TIPOS[columna.tipo]
        formato = {"format": "date"} if columna.tipo == "fecha" else {}
        campos[columna.nombre] = {
            "type": tipo if columna.nombre in tabla.clave else [tipo, "null"],
            **formato,
            "description": dice,
        }
    return {"type": "object", "properties": campos, "required": list(campos), "additionalProperties": False}


def _escrito(pieza: Pieza) -> dict[str, Any]:
    """Lo que el documento dice de la pieza, clave por clave; un texto es texto aunque parezca un número («1.10»)."""
    dicho = {}
    for clave, dato in pieza.datos.items():
        campo = pieza.CAMPOS.get(clave)
        if isinstance(campo, Texto | Hora) and not isinstance(dato, str):
            dicho[clave] = pieza.datos[clave] if clave == "id" else getattr(pieza, clave)
        elif isinstance(campo, Palabras) and not isinstance(dato, str):
            dicho[clave] = list(getattr(pieza, clave))
        elif isinstance(campo, Una) and isinstance(dato, dict):
            dicho[clave] = _escrito(getattr(pieza, clave))
        elif isinstance(campo, Varias) and isinstance(dato, list):
            dicho[clave] = [_escrito(una) for una in getattr(pieza, clave)]
        else:
            dicho[clave] = dato
    return dicho
