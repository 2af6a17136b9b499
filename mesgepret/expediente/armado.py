"""De un índice vacío a las mesas armadas: cada pieza con su id, y cada documento en la mesa que su ruta dice."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from mesgepret.expediente.miembros import Miembro
from mesgepret.expediente.sesion import Sesion

if TYPE_CHECKING:
    from mesgepret.expediente.indice import Indice
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.metas import Meta
    from mesgepret.expediente.miembros import Acreditacion
    from mesgepret.expediente.pieza import Pieza, Raiz
    from mesgepret.expediente.productos import Limitantes


_PREFIJOS = {"plan": "P", "propuesta": "PR-", "informe": "IN-"}

_DE_MESA = (
    "miembros",
    "plan",
    "convocatoria",
    "acta",
    "seguimiento",
    "diagnostico",
    "limitantes",
    "propuesta",
    "poa",
    "informe",
)


def armar(indice: Indice) -> None:
    """Pone id a cada pieza y la registra; junta cada mesa con sus documentos."""
    _indexar_mcr(indice)
    _anotar_retenidos(indice)
    _indexar_metas(indice)
    _armar_mesas(indice)


def _indexar_mcr(indice: Indice) -> None:
    siglas: dict[str, Pieza] = {}
    for clase, campo, nombre in (
        ("sectores", "sectores", "Sector"),
        ("instituciones", "instituciones", "Institucion"),
        ("calculo", "semaforos", "Semaforo"),
        ("semaforos", "semaforos", "Semaforo"),
        ("ejes", "ejes", "Eje"),
        ("catalogos", "eslabones", "Eslabon"),
        ("catalogos", "instrumentos", "Instrumento"),
        ("catalogos", "objetivos", "Objetivo"),
        ("catalogos", "productos", "Producto"),
        ("catalogos", "actividades", "ActividadDeMesa"),
        ("catalogos", "temas", "Tema"),
    ):
        for raiz, _ in indice.por_clase[clase]:
            for pieza in getattr(raiz, campo):
                if clase == "semaforos" and indice.por_clase["calculo"] and pieza.id in indice.piezas[nombre]:
                    continue  # la del archivo que se calcula manda sobre la del programa
                indice.registrar(nombre, pieza.id, pieza)
                if nombre in ("Sector", "Institucion"):
                    antes = siglas.setdefault(pieza.sigla, pieza)
                    if antes is not pieza:
                        indice.repetido(pieza.sigla, pieza.en("sigla"), antes.en("sigla"), "la sigla")
    for eje in list(indice.piezas["Eje"].values()):
        for vertiente in eje.vertientes:
            indice.registrar("Vertiente", vertiente.id, vertiente)


def _anotar_retenidos(indice: Indice) -> None:
    """De qué ids no se puede saber si existen: los que vivirían en un documento retenido."""
    prefijos = []
    siglas = {id: sector.sigla for id, sector in indice.piezas["Sector"].items()}
    for _, clase, huecos in indice.retenidos:
        sigla = siglas.get(huecos.get("sector", ""), "")
        if not clase:
            prefijos.append("")
            indice.a_ciegas.update(indice.piezas["Sector"])
        elif clase == "metas":
            duenio = sigla or huecos.get("institucion", "").upper() or "PRES"
            prefijos.append(f"{duenio}-M")
        elif clase == "mesa":
            prefijos.append(f"{sigla}-")
            indice.a_ciegas.add(huecos["sector"])
        elif clase == "miembros":
            indice.a_ciegas.add(huecos["sector"])
        elif clase in ("acta", "convocatoria"):
            prefijos.append(f"{sigla}-{huecos['fecha']}")
        elif clase in ("limitantes", "diagnostico"):
            prefijos.append(f"{sigla}-{clase[0].upper()}")
        elif clase in _PREFIJOS:
            prefijos.append(f"{sigla}-{_PREFIJOS[clase]}{(huecos.get('periodo') or huecos['id']).upper()}")
    indice.prefijos += tuple(prefijos)


def _indexar_metas(indice: Indice) -> None:
    for raiz, huecos in indice.por_clase["metas"]:
        sector = institucion = None
        if "sector" in huecos:
            sector = indice.del_archivo(raiz, huecos, "sector")
            prefijo, nivel = (sector.sigla if sector else ""), "sectorial"
        elif "institucion" in huecos:
            institucion = indice.del_archivo(raiz, huecos, "institucion")
            prefijo, nivel = huecos["institucion"].upper(), "institucional"
        else:
            prefijo, nivel = "PRES", "presidencial"
        if not prefijo:
            continue
        for meta in raiz.metas:
            meta.nivel, meta.sector, meta.institucion = nivel, sector, institucion
            _registrar_meta(indice, meta, f"{prefijo}-{meta.datos['id']}")
    for raiz, _ in indice.por_clase["calculo"]:
        for meta in raiz.metas:
            _registrar_meta(indice, meta, meta.datos["id"])
    for raiz, huecos in indice.por_clase["avances"]:
        institucion = indice.del_archivo(raiz, huecos, "institucion")
        for avance in raiz.avances:
            avance.periodo, avance.institucion = huecos["periodo"], institucion


def _registrar_meta(indice: Indice, meta: Meta, id: str) -> None:
    meta.id = id
    indice.registrar("Meta", id, meta)
    for indicador in meta.indicadores:
        if "id" in indicador.datos:
            indicador.id = f"{id}-{indicador.datos['id']}"
            indice.registrar("Indicador", indicador.id, indicador)


def _armar_mesas(indice: Indice) -> None:
    for raiz, huecos in indice.por_clase["mesa"]:
        sector = indice.del_archivo(raiz, huecos, "sector")
        if sector is not None:
            raiz.id, raiz.sector, raiz.miembros = sector.id, sector, {}
            sector.mesa = raiz
            indice.mesas[sector.id] = indice.duenias[raiz.doc.archivo] = raiz
    sin_mesa: dict[str, Raiz] = {}
    retenidas = {huecos["sector"] for _, clase, huecos in indice.retenidos if clase == "mesa"}
    piezas: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for clase in _DE_MESA:
        for raiz, huecos in indice.por_clase[clase]:
            duenia = indice.mesas.get(huecos["sector"])
            if duenia is not None:
                raiz.mesa = indice.duenias[raiz.doc.archivo] = duenia
                piezas[duenia.id][clase].append((raiz, huecos))
            elif huecos["sector"] not in retenidas:
                primera = sin_mesa.setdefault(huecos["sector"], raiz)
                if raiz.doc.archivo < primera.doc.archivo:
                    sin_mesa[huecos["sector"]] = raiz
    con_yaml = {huecos["sector"] for _, huecos in indice.por_clase["mesa"]}
    for id, raiz in sorted(sin_mesa.items()):
        if id not in con_yaml and indice.del_archivo(raiz, {"sector": id}, "sector"):
            indice.dudar_de_todo()
            indice.decir(
                raiz.en(), "V104", f"hay documentos en mesas/{id}/ y no hay mesas/{id}/mesa.yaml",
                "escriba mesa.yaml, o mueva los documentos a la mesa a la que pertenecen",
            )  # fmt: skip
    for una in indice.mesas.values():
        _armar_mesa(indice, una, piezas[una.id])
    for raiz, huecos in indice.por_clase["contactos"]:
        if indice.del_archivo(raiz, huecos, "sector") is not None and huecos["sector"] in indice.mesas:
            indice.duenias[raiz.doc.archivo] = indice.mesas[huecos["sector"]]
            indice.mesas[huecos["sector"]].contactos = raiz


def _armar_mesa(indice: Indice, una: Mesa, piezas: dict[str, list[Any]]) -> None:
    sigla = una.sector.sigla
    acreditaciones = []
    por_persona: dict[str, list[Acreditacion]] = defaultdict(list)
    for raiz, huecos in piezas["miembros"]:
        institucion = indice.del_archivo(raiz, huecos, "institucion")
        for acreditacion in raiz.acreditaciones:
            acreditacion.institucion = institucion
            acreditaciones.append(acreditacion)
            por_persona[acreditacion.id].append(acreditacion)
    una.acreditaciones = tuple(acreditaciones)
    una.miembros = {id: Miembro(id, una, lista) for id, lista in sorted(por_persona.items())}
    personas: dict[str, Any] = dict(una.miembros)
    analistas = una.diger.analistas if una.diger else ()
    for pieza in (*analistas, *una.grupos):
        if personas.setdefault(pieza.id, pieza) is not pieza:
            indice.repetido(pieza.id, pieza.en("id"), personas[pieza.id].en("id"))
    for id, alguien in personas.items():
        if id in indice.piezas["Institucion"]:
            indice.repetido(id, alguien.en("id"), indice.piezas["Institucion"][id].en("id"))
    indice.personas[una.id] = personas
    _armar_sesiones(indice, una, piezas)
    for raiz, huecos in piezas["plan"]:
        raiz.id, raiz.periodo = f"{sigla}-P{huecos['periodo'].upper()}", huecos["periodo"]
        indice.registrar("Plan", raiz.id, raiz)
        for actividad in raiz.actividades:
            actividad.id = f"{raiz.id}-{actividad.datos['id']}"
            indice.registrar("Actividad", actividad.id, actividad)
    for raiz, huecos in piezas["seguimiento"]:
        raiz.fecha = date.fromisoformat(huecos["fecha"][:10])
        raiz.id = f"{sigla}-SEG-{huecos['fecha']}"
    for raiz, _ in piezas["diagnostico"]:
        una.diagnostico = raiz
        for desafio in raiz.desafios:
            desafio.id = f"{sigla}-{desafio.datos['id']}"
            indice.registrar("Desafio", desafio.id, desafio)
    for raiz, _ in piezas["limitantes"]:
        una.documento_limitantes = raiz
        _indexar_limitantes(indice, sigla, raiz)
    for clase, letra in (("propuesta", "PR"), ("informe", "IN")):
        for raiz, huecos in piezas[clase]:
            raiz.id = f"{sigla}-{letra}-{huecos['id'].upper()}"
            indice.piezas[clase.capitalize()][raiz.id] = raiz
    for raiz, huecos in piezas["poa"]:
        raiz.anio, raiz.institucion = huecos["anio"], indice.del_archivo(raiz, huecos, "institucion")
        raiz.id = f"{sigla}-POA-{huecos['anio']}-{huecos['institucion'].upper()}"
    una.planes = tuple(raiz for raiz, _ in piezas["plan"])
    una.seguimientos = tuple(raiz for raiz, _ in piezas["seguimiento"])
    una.propuestas = tuple(raiz for raiz, _ in piezas["propuesta"])
    una.informes = tuple(raiz for raiz, _ in piezas["informe"])
    una.poas = tuple(raiz for raiz, _ in piezas["poa"] if raiz.institucion is not None)


def _indexar_limitantes(indice: Indice, sigla: str, raiz: Limitantes) -> None:
    for limitante in raiz.limitantes:
        limitante.id = f"{sigla}-{limitante.datos['id']}"
        indice.registrar("Limitante", limitante.id, limitante)
        for estrategia in limitante.estrategias:
            estrategia.id = f"{limitante.id}-{estrategia.datos['id']}"
            indice.registrar("Estrategia", estrategia.id, estrategia)
            for curso in estrategia.cursos:
                curso.id = f"{estrategia.id}-{curso.datos['id']}"
                indice.registrar("Curso", curso.id, curso)


def _armar_sesiones(indice: Indice, una: Mesa, piezas: dict[str, list[Any]]) -> None:
    propias: dict[str, Sesion] = {}
    dias = indice.por_clase["mesgepret"][0][0].dias_distribucion
    for clase in ("convocatoria", "acta"):
        for raiz, huecos in piezas[clase]:
            fecha = huecos["fecha"]
            raiz.id = f"{una.sector.sigla}-{fecha}"
            if fecha not in propias:
                propias[fecha] = Sesion(raiz.id, una, date.fromisoformat(fecha[:10]), int(fecha[11:] or 1), dias)
            raiz.sesion = propias[fecha]
            setattr(propias[fecha], clase, raiz)
            if clase == "acta":
                for acuerdo in raiz.acuerdos:
                    acuerdo.id = f"{raiz.id}-{acuerdo.datos['id']}"
                    indice.registrar("Acuerdo", acuerdo.id, acuerdo)
    una.sesiones = tuple(sorted(propias.values(), key=lambda s: (s.fecha, s.orden)))
    indice.piezas["Sesion"].update((s.id, s) for s in una.sesiones)
