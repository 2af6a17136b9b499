"""De `Expediente` a la lista de páginas del sitio: qué hay, dónde está y de qué trata."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mesgepret.imprenta.direcciones import direccion
from mesgepret.imprenta.hoja import INICIO, Hoja, en_paginas
from mesgepret.imprenta.hojas_de_informes import hojas_de_informes
from mesgepret.imprenta.lengua import fecha_larga

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mesgepret.cumplimiento import Requisito
    from mesgepret.expediente import Expediente, Mesa, Meta
    from mesgepret.reglas import Pagina


EN_CADA_PAGINA = 80
"""Cuántos acuerdos, o renglones de la matriz, caben en una página que no pase de cien mil octetos."""

_CERCA = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def hojas(
    expediente: Expediente, paginas: Iterable[Pagina], requisitos: Iterable[Requisito], *, interno: bool
) -> Iterator[Hoja]:
    """Todas las páginas, en orden fijo. En el perfil público, un borrador solo dice que hubo sesión."""
    muestra = expediente.repositorio.muestra
    yield Hoja("", "portada", expediente.repositorio.nombre, muestra=muestra)
    yield Hoja("mesas", "mesas", "Las mesas sectoriales", migas=INICIO, muestra=muestra)
    for mesa in expediente.mesas.values():
        yield from _de_la_mesa(mesa, interno=interno)
    yield Hoja("alertas", "alertas", "Las alertas", migas=INICIO, muestra=muestra)
    yield Hoja("acuerdos", "acuerdos", "Los acuerdos", migas=INICIO, muestra=muestra)
    en_los_acuerdos = (*INICIO, ("Los acuerdos", "acuerdos"))
    for mesa in expediente.mesas.values():
        publicados = (a for a in mesa.acuerdos if interno or a.acta.definitiva)
        for anio, suyos in groupby(publicados, key=lambda acuerdo: acuerdo.acta.fecha.year):
            titulo = f"Acuerdos de la Mesa de {mesa.nombre}, {anio}"
            todos = list(suyos)
            contexto = {"mesa": mesa, "anio": anio, "todos": todos}
            una = Hoja(f"acuerdos/{mesa.id}/{anio}", "acuerdos_de_mesa", titulo, contexto, en_los_acuerdos, "", muestra)
            yield from en_paginas(una, "suyos", todos, EN_CADA_PAGINA)
    for acuerdo in expediente.acuerdos.values():
        if interno or acuerdo.acta.definitiva:
            yield _hoja(
                acuerdo, "acuerdo", f"Acuerdo {acuerdo.id}", {"acuerdo": acuerdo},
                en_los_acuerdos, acuerdo.acta.muestra,
            )  # fmt: skip
    yield Hoja("mcr", "mcr", "Matriz de Consistencia de Resultados", migas=INICIO, muestra=muestra)
    en_la_matriz = (*INICIO, ("Matriz de Consistencia de Resultados", "mcr"))
    tabla = Hoja("mcr/tabla", "mcr_tabla", "La matriz, en tabla", {}, en_la_matriz, muestra=muestra)
    yield from en_paginas(tabla, "renglones", list(_renglones_de_la_matriz(expediente)), EN_CADA_PAGINA)
    for meta in expediente.metas.values():
        yield _hoja(meta, "meta", f"{meta.id}: {meta.resultado or 'meta sin resultado'}", {"meta": meta}, en_la_matriz,
                    bool(meta.padre.muestra))  # fmt: skip
    yield Hoja("instituciones", "instituciones", "Las instituciones", migas=INICIO, muestra=muestra)
    for institucion in expediente.instituciones.values():
        yield _hoja(institucion, "institucion", institucion.nombre, {"institucion": institucion},
                    (*INICIO, ("Las instituciones", "instituciones")), muestra)  # fmt: skip
    yield from hojas_de_informes(expediente)
    if not interno:
        yield Hoja("datos", "datos", "Datos abiertos", migas=INICIO, muestra=muestra)
    yield Hoja("cumplimiento", "cumplimiento", "Cómo se cumplen los Lineamientos", migas=INICIO, muestra=muestra)
    for requisito in requisitos:
        yield Hoja(
            f"cumplimiento/{requisito.id.lower()}", "requisito", f"{requisito.id}. {requisito.titulo}",
            {"requisito": requisito}, (*INICIO, ("Cómo se cumplen los Lineamientos", "cumplimiento")), muestra=muestra,
        )  # fmt: skip
    yield Hoja("componentes", "componentes", "Los componentes", migas=INICIO, muestra=True)
    todas = sorted(paginas, key=lambda p: p.codigo)
    yield Hoja("reglas", "reglas", "Las reglas", {"paginas": todas}, INICIO)
    en_las_reglas = (*INICIO, ("Las reglas", "reglas"))
    for letra, suyas in groupby(todas, key=lambda p: p.codigo[0]):
        contexto = {"letra": letra, "paginas": list(suyas)}
        yield Hoja(f"reglas/sala-{letra.lower()}", "reglas_de_sala", f"Las reglas {letra}", contexto, en_las_reglas)
    for pagina in todas:
        secciones = {titulo: _trozos(texto) for titulo, texto in pagina.secciones.items()}
        yield Hoja(
            f"reglas/{pagina.codigo.lower()}", "regla", f"{pagina.codigo} · {pagina.nombre}",
            {"pagina": pagina, "secciones": secciones}, en_las_reglas,
        )  # fmt: skip


def _renglones_de_la_matriz(expediente: Expediente) -> Iterator[tuple[Meta, Meta | None]]:
    """Cada meta presidencial, por eje, con cada una de las que contribuyen a ella; la que está sola, una vez."""
    for eje in (*expediente.ejes, None):
        for una in expediente.metas_de("presidencial"):
            if una.eje is eje:
                yield from ((una, media) for media in una.contribuyentes or (None,))


def _de_la_mesa(mesa: Mesa, *, interno: bool) -> Iterator[Hoja]:
    migas = (*INICIO, ("Las mesas sectoriales", "mesas"))
    nombre = f"Mesa de {mesa.nombre}"
    yield _hoja(mesa, "mesa", nombre, {"mesa": mesa}, migas, mesa.muestra)
    en_la_mesa = (*migas, (nombre, direccion(mesa)))
    base = direccion(mesa)
    yield Hoja(f"{base}/miembros", "miembros", f"Miembros de la {nombre}", {"mesa": mesa}, en_la_mesa, "", mesa.muestra)
    yield Hoja(
        f"{base}/cumplimiento", "cumplimiento_de_mesa", f"La {nombre} y los Lineamientos", {"mesa": mesa}, en_la_mesa,
        muestra=mesa.muestra,
    )  # fmt: skip
    yield Hoja(f"{base}/alertas", "alertas_de_mesa", f"Alertas de la {nombre}", {"mesa": mesa}, en_la_mesa,
               muestra=mesa.muestra)  # fmt: skip
    for plan in mesa.planes:
        yield _hoja(plan, "plan", f"Plan de Trabajo {plan.periodo}", {"plan": plan}, en_la_mesa, plan.muestra)
    if mesa.sesiones:
        todas = Hoja(f"{base}/sesiones", "sesiones", f"Sesiones de la {nombre}", {}, en_la_mesa, muestra=mesa.muestra)
        yield from en_paginas(todas, "sesiones", mesa.sesiones[::-1], EN_CADA_PAGINA)
    for sesion in mesa.sesiones:
        dia = fecha_larga(sesion.fecha) + (f" ({sesion.orden}.ª del día)" if sesion.orden > 1 else "")
        if sesion.convocatoria:
            yield _hoja(sesion.convocatoria, "convocatoria", f"Convocatoria a la reunión del {dia}",
                        {"convocatoria": sesion.convocatoria}, en_la_mesa, sesion.convocatoria.muestra)  # fmt: skip
        if sesion.acta:
            plantilla = "acta" if interno or sesion.acta.definitiva else "acta_en_borrador"
            yield _hoja(sesion.acta, plantilla, f"Ayuda Memoria de Acuerdos, {dia}", {"acta": sesion.acta}, en_la_mesa,
                        sesion.acta.muestra)  # fmt: skip
    for seguimiento in mesa.seguimientos:
        yield _hoja(seguimiento, "seguimiento", f"Seguimiento al {fecha_larga(seguimiento.fecha)}",
                    {"seguimiento": seguimiento}, en_la_mesa, seguimiento.muestra)  # fmt: skip
    if mesa.diagnostico:
        yield _hoja(mesa.diagnostico, "diagnostico", "Diagnóstico Sectorial", {"diagnostico": mesa.diagnostico},
                    en_la_mesa, mesa.diagnostico.muestra)  # fmt: skip
    limitantes = mesa.documento_limitantes
    if limitantes:
        yield _hoja(limitantes, "limitantes", "Limitantes y estrategias", {"limitantes": limitantes}, en_la_mesa,
                    limitantes.muestra)  # fmt: skip
    for propuesta in mesa.propuestas:
        yield _hoja(propuesta, "propuesta", propuesta.titulo, {"propuesta": propuesta}, en_la_mesa, propuesta.muestra)
    for poa in mesa.poas:
        yield _hoja(poa, "poa", f"POA {poa.anio}: {poa.institucion.sigla}", {"poa": poa}, en_la_mesa, poa.muestra)
    for informe in mesa.informes:
        yield _hoja(informe, "informe", f"Informe {informe.id}", {"informe": informe}, en_la_mesa, informe.muestra)


def _hoja(
    que: Any, plantilla: str, titulo: str, contexto: dict[str, Any], migas: tuple[tuple[str, str], ...], muestra: bool
) -> Hoja:
    return Hoja(direccion(que), plantilla, titulo, contexto, migas, que.doc.archivo, muestra)


def _trozos(texto: str) -> list[tuple[str, str]]:
    """La sección de una página de código, en prosa («», texto) y ejemplos (lengua, código), por orden."""
    prosa, *resto = _CERCA.split(texto)
    trozos = [("", prosa)]
    for lengua, codigo, siguiente in zip(resto[::3], resto[1::3], resto[2::3], strict=True):
        trozos += [(lengua or "text", codigo), ("", siguiente)]
    return [(lengua, trozo.strip("\n")) for lengua, trozo in trozos if trozo.strip()]
