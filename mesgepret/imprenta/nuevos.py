"""De lo que se sabe al documento siguiente: su ruta y su YAML, con lo que falta vacío y a su lado qué se espera.

Un hueco es una clave sin valor, que la lectura rechaza: nada a medio rellenar puede publicarse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import DictLoader, Environment, StrictUndefined

from mesgepret.evaluacion import feriados_de, situacion, ultimo_envio
from mesgepret.evaluacion.alertas import alertas
from mesgepret.evaluacion.esperado import esperado, se_mide_en
from mesgepret.evaluacion.situacion import EN_ESPERA
from mesgepret.expediente.periodos import fin_de, inicio_de
from mesgepret.imprenta import lengua
from mesgepret.lectura import leer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mesgepret.expediente import Expediente, Indicador, Institucion, Mesa, Sector

_ANCHO = 110
"""Hasta dónde llega un texto en un comentario."""


class Nuevo(NamedTuple):
    """Un documento por escribir; `sigue`: si su archivo ya está, lo que se le puede añadir."""

    archivo: str
    texto: str
    sigue: str = ""


class Nuevos:
    """Los documentos que se pueden empezar con lo que un expediente sabe."""

    def __init__(self, expediente: Expediente, plantillas: Mapping[str, str]) -> None:
        self.expediente = expediente
        self._entorno = Environment(
            loader=DictLoader(dict(plantillas)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._entorno.filters |= {
            "decir": lengua.decir,
            "periodo": lengua.periodo,
            "una_linea": lambda texto: lengua.en_una_linea(texto, _ANCHO),
            "escrito": escrito,
            "o_hueco": lambda texto: escrito(texto) if texto else "",
            "lista": lambda ids: f"[{', '.join(escrito(id) for id in ids)}]" if ids else "",
        }

    def acta(self, mesa: Mesa, fecha: date, nombre: str, nivel: str = "") -> Nuevo:
        """La ayuda memoria de un día, con lo que dijo su convocatoria, quién está acreditado y qué sigue abierto."""
        sesion = self.expediente.sesiones.get(f"{mesa.sector.sigla}-{nombre}")
        convocatoria = sesion.convocatoria if sesion else None
        nivel = nivel or (convocatoria.nivel if convocatoria else "") or "tecnico"
        acreditados = mesa.acreditados(fecha, "" if nivel == "conjunta" else nivel)
        dichos = {clave: getattr(convocatoria, clave, "") for clave in ("tipo", "modalidad", "hora_inicio", "lugar")}
        return Nuevo(
            f"mesas/{mesa.sector.id}/actas/{nombre}.yaml",
            self._componer(
                "acta", mesa=mesa, fecha=fecha, nivel=nivel, numero=_numero(mesa, fecha), **dichos,
                preside=_coordina(mesa, nivel, fecha), levanta=_de_apoyo(mesa, fecha),
                participantes=[
                    {"id": a.id, "nombre": a.nombre, "de": a.sigla or a.cargo}
                    for a in {a.id: a for a in acreditados}.values()
                ],
                agenda=[
                    {"punto": p.punto, "tema": p.tema, "responsables": p.escritos("responsables")}
                    for p in (convocatoria.agenda if convocatoria else ())
                ],
                seguimiento=[*_abiertos(mesa, fecha)], alertas=self._alertas(mesa),
            ),
        )  # fmt: skip

    def convocatoria(self, mesa: Mesa, fecha: date, nombre: str, nivel: str = "") -> Nuevo:
        """La convocatoria de un día, con lo que la última sesión dejó anunciado."""
        nivel = nivel or "tecnico"
        repositorio = self.expediente.repositorio
        feriados = feriados_de(self.expediente) if repositorio.en_dias_habiles else None
        anteriores = [acta for acta in mesa.celebradas if acta.fecha < fecha]
        anunciada = anteriores[-1].proxima_sesion if anteriores else None
        return Nuevo(
            f"mesas/{mesa.sector.id}/convocatorias/{nombre}.yaml",
            self._componer(
                "convocatoria", mesa=mesa, fecha=fecha, nivel=nivel, emite="".join(_coordina(mesa, nivel, fecha)[:1]),
                limite=ultimo_envio(fecha, repositorio.dias_convocatoria, feriados),
                temas=list(anunciada.agenda) if anunciada else [],
                seguimiento=[*_abiertos(mesa, fecha)], alertas=self._alertas(mesa),
            ),
        )  # fmt: skip

    def seguimiento(self, mesa: Mesa, fecha: date, nombre: str) -> Nuevo | None:
        """El seguimiento de un día entre sesiones; None si no hay nada abierto a que darlo."""
        abiertos = [*_abiertos(mesa, fecha)]
        registra = "".join(_de_apoyo(mesa, fecha)[:1])
        texto = self._componer("seguimiento", mesa=mesa, fecha=fecha, registra=registra, seguimiento=abiertos)
        return Nuevo(f"mesas/{mesa.sector.id}/seguimiento/{nombre}.yaml", texto) if abiertos else None

    def plan(self, mesa: Mesa, periodo: str) -> Nuevo:
        """El plan de un año o de los años que van de uno a otro, con las actividades que toda mesa realiza."""
        primero, _, ultimo = periodo.partition("-")
        texto = self._componer(
            "plan", mesa=mesa, periodo=periodo, desde=inicio_de(primero), hasta=fin_de(ultimo or primero),
            actividades=self.expediente.catalogos.actividades,
        )  # fmt: skip
        return Nuevo(f"mesas/{mesa.sector.id}/planes/{periodo}.yaml", texto)

    def avance(self, institucion: Institucion, periodo: str) -> Nuevo | None:
        """Las cifras de un periodo que a una institución le toca informar; None si ninguna."""
        suyos = [
            i for i in self.expediente.indicadores_en_vigor()
            if i.meta.responde is institucion and se_mide_en(i, periodo) and not _informado(i, periodo)
        ]  # fmt: skip
        fichas = [self._ficha(indicador, periodo) for indicador in suyos]
        texto = self._componer(
            "avance", institucion=institucion, periodo=periodo, fin=fin_de(periodo), indicadores=fichas
        )
        sigue = texto.partition("avances:\n")[2]
        return Nuevo(f"mcr/avances/{periodo}/{institucion.id}.yaml", texto, sigue) if suyos else None

    def mesa(self, sector: Sector) -> Nuevo:
        """La mesa de un sector que todavía no la tiene."""
        texto = self._componer("mesa", sector=sector, temas=self.expediente.catalogos.temas)
        return Nuevo(f"mesas/{sector.id}/mesa.yaml", texto)

    def miembro(self, sector: Sector, institucion: Institucion) -> Nuevo:
        """Una acreditación de una institución; si ya tiene otras, lo que se añade a su archivo."""
        texto = self._componer("miembro", sector=sector, institucion=institucion)
        return Nuevo(f"mesas/{sector.id}/miembros/{institucion.id}.yaml", texto, self._componer("acreditacion"))

    def _componer(self, plantilla: str, **contexto: Any) -> str:
        texto = self._entorno.get_template(f"nuevo/{plantilla}.yaml.j2").render(**contexto)
        return "".join(linea.rstrip() + "\n" for linea in texto.splitlines())

    def _alertas(self, mesa: Mesa) -> list[Any]:
        return [alerta for alerta in alertas(self.expediente) if mesa in alerta.mesas]

    def _ficha(self, indicador: Indicador, periodo: str) -> dict[str, str]:
        meta = esperado(indicador, periodo, self.expediente.hoy).valor
        return {
            "id": indicador.id,
            "nombre": indicador.nombre,
            "fuente": indicador.fuente,
            "unidad": f", en {indicador.unidad.texto}" if indicador.unidad and indicador.unidad.texto else "",
            "meta": f"; la meta es {lengua.cifra(meta)}" if meta is not None else "",
        }


def escrito(texto: str) -> str:
    """Un texto como se escribe en YAML: tal cual si se lee igual; si no, entre comillas."""
    leido = leer("texto.yaml", f"- {{clave: {texto}}}\n".encode()).documento
    if leido is not None and leido.datos == [{"clave": texto}]:
        return texto
    return '"' + texto.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _numero(mesa: Mesa, fecha: date) -> int:
    """El que sigue en la serie de la mesa ese año (R85)."""
    dichos = [acta.numero_vigente for acta in mesa.series.get(("", fecha.year), [])]
    return max((numero for numero in dichos if numero is not None), default=0) + 1


def _coordina(mesa: Mesa, nivel: str, fecha: date) -> list[str]:
    """Los ids de quienes ese día coordinan en ese nivel; en una sesión conjunta, en el político."""
    cual = "tecnico" if nivel == "tecnico" else "politico"
    return [c.miembro.id for c in mesa.coordina(cual, fecha) if c.miembro is not None]


def _de_apoyo(mesa: Mesa, fecha: date) -> list[str]:
    """El id del primero del equipo de apoyo que ese día es miembro."""
    integrantes = mesa.equipo_apoyo.integrantes if mesa.equipo_apoyo else ()
    return [i.miembro.id for i in integrantes if i.miembro is not None and i.vigente(fecha)][:1]


def _abiertos(mesa: Mesa, fecha: date) -> Iterator[dict[str, str]]:
    """Los acuerdos definitivos de la mesa de los que ese día todavía se espera algo, y no esperan al nivel político."""
    for acuerdo in mesa.acuerdos:
        esta = situacion(acuerdo, fecha)
        if acuerdo.acta.definitiva and acuerdo.acta.fecha < fecha and esta.abierto and esta.estado not in EN_ESPERA:
            plazo = f"; plazo, {lengua.decir(esta.plazo)}" if esta.plazo else ""
            yield {"id": acuerdo.id, "texto": acuerdo.texto, "plazo": plazo}


def _informado(indicador: Indicador, periodo: str) -> bool:
    return any(avance.periodo == periodo for avance in indicador.avances)
