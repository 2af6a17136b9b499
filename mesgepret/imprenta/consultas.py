"""De expediente y hallazgos a lo que las páginas preguntan: qué toca a cada pieza, y cuánto hay de cada cosa."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mesgepret.cumplimiento import POR_ATENCION, Estado, tablero
from mesgepret.diagnostico import Gravedad
from mesgepret.evaluacion import situacion
from mesgepret.evaluacion.alertas import CLASES, alertas
from mesgepret.evaluacion.novedades import novedades
from mesgepret.evaluacion.productos import lo_entregado
from mesgepret.expediente import Institucion, Mesa, Miembro
from mesgepret.expediente.miembros import Contactos
from mesgepret.historia import sello

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mesgepret.cumplimiento import Requisito
    from mesgepret.diagnostico import Diagnostico, Ubicacion
    from mesgepret.evaluacion import Situacion
    from mesgepret.evaluacion.alertas import Alerta
    from mesgepret.expediente import Acta, Acuerdo, Convocatoria, Expediente, Resolucion
    from mesgepret.expediente.miembros import Contacto

_DE_INSTITUCION = frozenset(["institucionales", "avances", "miembros", "poa"])
"""Las carpetas en que cada archivo se llama como una institución."""
ESTADOS = ("pendiente", "en_proceso", "cumplido", "sin_efecto", "por_aprobar", "devuelto", "rechazado")
"""Los estados de un acuerdo, en el orden en que se cuentan."""


@dataclass(frozen=True, slots=True)
class Cuenta:
    """Los acuerdos de un estado: cuántos son, y cuántos de ellos tienen el plazo vencido."""

    estado: str
    cuantos: int
    vencidos: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Lo que las reglas dicen de una mesa; sin mesa, de lo que es de todo el país."""

    mesa: Mesa | None
    incumplimientos: int
    justificados: int
    alertas: int


class Consultas:
    """Lo que se pregunta más de una vez, contestado con un índice.

    En el perfil público no cuenta lo que consta en un borrador, y de un borrador solo se dice lo que se halle en su
    `estado`: que lo es, y desde cuándo.
    """

    def __init__(
        self,
        expediente: Expediente,
        hallazgos: Iterable[Diagnostico],
        requisitos: Mapping[str, Requisito],
        *,
        interno: bool,
    ) -> None:
        self.expediente = expediente
        self.interno = interno
        self._sellos: dict[str, str] = {}
        self.acuerdos = [a for a in expediente.acuerdos.values() if self.se_publica(a.acta)]
        self._acuerdos_de: dict[int, list[Acuerdo]] = defaultdict(list)
        for acuerdo in self.acuerdos:
            for cosa in {id(cosa): cosa for cosa in _tocados(acuerdo)}.values():
                self._acuerdos_de[id(cosa)].append(acuerdo)
        self._estado_de_borrador = {} if interno else _estados_de_borrador(expediente)
        self.alertas = alertas(expediente, borradores=interno)
        self._de_casa = {(a.lugar, a.motivo) for a in alertas(expediente)} - {(a.lugar, a.motivo) for a in self.alertas}
        self._alertas_sobre: dict[str, list[Alerta]] = defaultdict(list)
        for alerta in self.alertas:
            self._alertas_sobre[alerta.de.id].append(alerta)
        self.hallazgos = [h for h in hallazgos if self._se_dice(h)]
        self._por_archivo: dict[str, list[Diagnostico]] = defaultdict(list)
        self._por_sobre: dict[str, list[Diagnostico]] = defaultdict(list)
        for hallazgo in self.hallazgos:
            self._por_archivo[hallazgo.ubicacion.archivo].append(hallazgo)
            self._por_sobre[hallazgo.sobre].append(hallazgo)
        self._por_mesa: dict[str, list[Diagnostico]] = defaultdict(list)
        self._por_institucion: dict[str, list[Diagnostico]] = defaultdict(list)
        for hallazgo in self.hallazgos:
            for mesa in expediente.mesas_de(hallazgo.ubicacion.archivo):
                self._por_mesa[mesa.id].append(hallazgo)
            self._por_institucion[_institucion_de(hallazgo.ubicacion.archivo)].append(hallazgo)
        self._documentos = {raiz.doc.archivo: raiz for raiz in expediente.raices}
        self.requisitos = requisitos
        self.tablero = tablero(expediente, self.hallazgos, requisitos.values())
        self._contactos: dict[int, list[Contacto]] = defaultdict(list)
        for raiz in expediente.raices if interno else ():
            for contacto in raiz.contactos if isinstance(raiz, Contactos) else ():
                self._contactos[id(contacto.miembro)].append(contacto)

    def globales(self) -> dict[str, Any]:
        """Lo que las plantillas ven."""
        return {
            "e": self.expediente,
            "interno": self.interno,
            "acuerdos": self.acuerdos,
            "se_publica": self.se_publica,
            "situacion": self.situacion,
            "sello_de": self.sello_de,
            "acuerdos_de": self.acuerdos_de,
            "abiertos": self.abiertos,
            "vencidos": self.vencidos,
            "por_estado": self.por_estado,
            "resoluciones": self.resoluciones,
            "anticipacion": anticipacion,
            "contactos_de": self.contactos_de,
            "alertas": self.alertas,
            "alertas_de": self.alertas_de,
            "alertas_por_clase": alertas_por_clase,
            "alerta_citada": self.alerta_citada,
            "lo_entregado": lo_entregado,
            "hallazgos": self.hallazgos,
            "hallazgos_de": self.hallazgos_de,
            "documento_de": self.documento_de,
            "hallazgos_por_codigo": self.hallazgos_por_codigo,
            "balances": self.balances,
            "novedades": lambda: novedades(self.expediente, borradores=self.interno),
            "requisitos": self.requisitos,
            "tablero": self.tablero,
            "ESTADOS_DE_REQUISITO": tuple(Estado),
            "ESTADOS_POR_ATENCION": POR_ATENCION,
        }

    def se_publica(self, acta: Any) -> bool:
        """Si el contenido de una ayuda memoria se muestra; del borrador, solo en el perfil interno."""
        return self.interno or bool(acta.definitiva)

    # --- acuerdos ------------------------------------------------------------------------------------------------

    def situacion(self, que: Any) -> Situacion:
        """Cómo está un acuerdo, actividad o curso el día en que se mira."""
        return situacion(que, self.expediente.hoy, borradores=self.interno)

    def sello_de(self, acta: Acta) -> str:
        """La huella de una ayuda memoria, la misma que dice `mesgepret sello`."""
        if acta.id not in self._sellos:
            self._sellos[acta.id] = sello(acta.doc, "acta")
        return self._sellos[acta.id]

    def acuerdos_de(self, que: Any) -> list[Acuerdo]:
        """Los que tocan una mesa, meta, actividad, limitante o tema, o de los que responde una institución."""
        return self._acuerdos_de.get(id(que), [])

    def abiertos(self, acuerdos: Iterable[Acuerdo]) -> list[Acuerdo]:
        """Los acuerdos de los que todavía se espera algo."""
        return [a for a in acuerdos if self.situacion(a).abierto]

    def vencidos(self, acuerdos: Iterable[Acuerdo]) -> list[Acuerdo]:
        """Los acuerdos con el plazo vencido, el peor primero."""
        hallados = [a for a in acuerdos if self.situacion(a).vencido]
        return sorted(hallados, key=lambda a: (-self.situacion(a).atraso, a.id))

    def por_estado(self, acuerdos: Iterable[Acuerdo]) -> list[Cuenta]:
        """Todos los estados, también los que nadie tiene: la suma es el total."""
        situaciones = [self.situacion(a) for a in acuerdos]
        todos = Counter(s.estado for s in situaciones)
        tarde = Counter(s.estado for s in situaciones if s.vencido)
        return [Cuenta(estado, todos[estado], tarde[estado]) for estado in ESTADOS]

    def resoluciones(self, pieza: Any) -> list[Resolucion]:
        """Lo que la mesa resolvió sobre algo hasta el día en que se mira, por fecha."""
        dichas = [r for r in pieza.resoluciones if self.se_publica(r.acuerdo.acta) and r.fecha <= self.expediente.hoy]
        return sorted(dichas, key=lambda r: (r.fecha, r.acuerdo.id, r.ruta))

    def contactos_de(self, miembro: Any) -> list[Contacto]:
        """Los números y correos de un miembro; en el perfil público, ninguno (R72)."""
        return self._contactos.get(id(miembro), [])

    # --- alertas -------------------------------------------------------------------------------------------------

    def alertas_de(self, que: Mesa | Institucion | None) -> list[Alerta]:
        """Las que tocan a una mesa o a una institución, porque es suya o de alguien que ella acredita hoy.

        De nadie (None): las que no tocan a ninguna mesa, que son de todo el país.
        """
        if isinstance(que, Institucion):
            return [a for a in self.alertas if any(que in self._instituciones_de(d) for d in a.duenios)]
        return [a for a in self.alertas if (que in a.mesas if que else not a.mesas)]

    def alerta_citada(self, escrita: str) -> Alerta | None:
        """La que hoy existe con ese id; None si ya se fue, o no ha llegado."""
        cosa = escrita.split(":")[1] if ":" in escrita else ""
        return next((a for a in self._alertas_sobre.get(cosa, ()) if a.es_la_de(escrita)), None)

    def _instituciones_de(self, duenio: Any) -> list[Institucion]:
        return duenio.instituciones(self.expediente.hoy) if isinstance(duenio, Miembro) else [duenio]

    # --- hallazgos -----------------------------------------------------------------------------------------------

    def hallazgos_de(self, que: Any) -> list[Diagnostico]:
        """Lo que las reglas dicen de una mesa, una institución, un documento entero o una pieza de él."""
        if isinstance(que, Mesa):
            return self._por_mesa.get(que.id, [])
        if isinstance(que, Institucion):
            suyos = self._por_institucion.get(que.id, [])
            return list(dict.fromkeys([*suyos, *self._en_la_pieza(que), *self._por_sobre.get(que.id, [])]))
        if not que.ruta:
            return self._por_archivo.get(que.doc.archivo, [])
        return list(dict.fromkeys([*self._en_la_pieza(que), *self._por_sobre.get(que.id, [])]))

    def documento_de(self, hallazgo: Diagnostico) -> Any:
        """El documento en que se halló; None si no está en el expediente."""
        return self.documento_en(hallazgo.ubicacion)

    def documento_en(self, lugar: Ubicacion) -> Any:
        """El documento en que está un lugar; None si no está en el expediente."""
        return self._documentos.get(lugar.archivo)

    def hallazgos_por_codigo(self, comienzos: Iterable[str]) -> list[Diagnostico]:
        """Los de los códigos que empiezan por alguno de esos textos: una regla, o una familia entera."""
        return [h for h in self.hallazgos if h.codigo.startswith(tuple(comienzos))]

    def balances(self) -> list[Balance]:
        """Cada hallazgo en una sola fila: las mesas con documentos, y al final lo que no es de una sola."""
        por_mesa: dict[str, list[Diagnostico]] = defaultdict(list)
        for hallazgo in self.hallazgos:
            mesas = self.expediente.mesas_de(hallazgo.ubicacion.archivo)
            por_mesa[mesas[0].id if len(mesas) == 1 else ""].append(hallazgo)
        return [_balance(mesa, por_mesa[mesa.id if mesa else ""]) for mesa in (*self.expediente.mesas.values(), None)]

    def _se_dice(self, hallazgo: Diagnostico) -> bool:
        lugar = hallazgo.ubicacion
        if not self.interno and lugar.archivo.startswith("privado/"):
            return False
        de_casa = (lugar, hallazgo.mensaje) in self._de_casa
        return self._estado_de_borrador.get(lugar.archivo, lugar) == lugar and not de_casa

    def _en_la_pieza(self, pieza: Any) -> list[Diagnostico]:
        """Los del documento que caen entre la primera y la última línea de la pieza."""
        suyos = self._por_archivo.get(pieza.doc.archivo, [])
        if not suyos:
            return []
        lineas = [pieza.doc.en(*ruta).linea for ruta in _rutas(pieza.ruta, pieza.datos)]
        return [h for h in suyos if min(lineas) <= h.ubicacion.linea <= max(lineas)]


def alertas_por_clase(lista: Iterable[Alerta]) -> list[tuple[str, str, list[Alerta]]]:
    """Cada clase que tiene alguna, la más urgente primero: su nombre corto, su nombre en palabras y las suyas."""
    suyas: dict[str, list[Alerta]] = {clase: [] for clase in CLASES}
    for alerta in lista:
        suyas[alerta.clase].append(alerta)
    return [(clase, CLASES[clase], halladas) for clase, halladas in suyas.items() if halladas]


def anticipacion(convocatoria: Convocatoria) -> int | None:
    """Días entre el envío y la reunión, sin contar el del envío; None si no consta cuándo se envió (R81)."""
    enviada = convocatoria.enviada and convocatoria.enviada.fecha
    return (convocatoria.sesion.fecha - enviada).days if enviada else None


def _estados_de_borrador(expediente: Expediente) -> dict[str, Ubicacion]:
    actas = (sesion.acta for sesion in expediente.sesiones.values())
    return {acta.doc.archivo: acta.en("estado") for acta in actas if acta and not acta.definitiva}


def _tocados(acuerdo: Acuerdo) -> Iterator[Any]:
    """La mesa, lo que el acuerdo nombra, y quienes responden de él: la institución de un miembro, por la suya."""
    yield acuerdo.acta.mesa
    yield from (*acuerdo.metas, *acuerdo.actividades, *acuerdo.limitantes, *acuerdo.transversales)
    for resolucion in acuerdo.resuelve:
        if resolucion.sobre is not None:
            yield resolucion.sobre
    for alguien in acuerdo.responsables:
        yield alguien
        if isinstance(alguien, Miembro):
            yield from alguien.instituciones(acuerdo.acta.fecha)


def _institucion_de(archivo: str) -> str:
    """El id de la institución cuyo es un archivo; vacío si no es de ninguna."""
    *carpetas, nombre = archivo.split("/")
    return nombre.removesuffix(".yaml") if _DE_INSTITUCION.intersection(carpetas) else ""


def _rutas(ruta: tuple[str | int, ...], dato: Any) -> Iterator[tuple[str | int, ...]]:
    yield ruta
    hijos = dato.items() if isinstance(dato, dict) else enumerate(dato) if isinstance(dato, list) else ()
    for paso, hijo in hijos:
        yield from _rutas((*ruta, paso), hijo)


def _balance(mesa: Mesa | None, hallazgos: list[Diagnostico]) -> Balance:
    incumplidos = [h for h in hallazgos if h.gravedad is Gravedad.INCUMPLIMIENTO]
    return Balance(
        mesa=mesa,
        incumplimientos=len(incumplidos),
        justificados=sum(1 for h in incumplidos if h.justificacion),
        alertas=sum(1 for h in hallazgos if h.gravedad is Gravedad.ALERTA),
    )
