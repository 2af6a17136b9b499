"""De una comparación a capítulos y tablas: lo mismo para la terminal y para una solicitud de cambio."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mesgepret.evaluacion import situacion
from mesgepret.imprenta import lengua
from mesgepret.imprenta.cambios import frases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mesgepret.diagnostico import Diagnostico, Ubicacion
    from mesgepret.expediente import Acreditacion
    from mesgepret.expediente.avances import Avance
    from mesgepret.historia import Cambiado, Cambios, Comparacion


T = TypeVar("T")


class Celda(NamedTuple):
    """Un texto llano, de quien sea; `lugar`: el punto de un archivo del que habla."""

    texto: str
    lugar: Ubicacion | None = None


class Tabla(NamedTuple):
    """Unas filas con su título; `plegada`: si solo interesa a quien la pida."""

    titulo: str
    cabeza: tuple[str, ...]
    filas: Sequence[tuple[Celda, ...]]
    plegada: bool = False


class Capitulo(NamedTuple):
    """Lo de una mesa, o lo que no es de ninguna; `nota`: lo que hay que saber antes de leerlo."""

    titulo: str
    tablas: list[Tabla]
    nota: str = ""


A_CIEGAS = (
    "En una de las dos revisiones algo no se pudo leer o enlazar: sus documentos se comparan clave por clave, y de "
    "alertas e incumplimientos no se sabe."
)


def capitulos(comparacion: Comparacion) -> list[Capitulo]:
    """Lo que no podía pasar, primero; después, mesa por mesa, lo que cambió."""
    hechos = [
        Capitulo(_titulo(uno), [*_tablas(uno, comparacion.hoy or date.max)], A_CIEGAS if uno.a_ciegas else "")
        for uno in comparacion.cambios
    ]
    if comparacion.faltas:
        filas = [
            (Celda(f.codigo), Celda(f.mensaje), Celda(str(f.ubicacion), f.ubicacion), _antes(f))
            for f in comparacion.faltas
        ]
        tabla = Tabla("Lo que no podía pasar", ("Código", "Qué", "Dónde", "Antes"), filas)
        hechos.insert(0, Capitulo("Lo definitivo se tocó", [tabla]))
    return hechos


def _antes(falta: Diagnostico) -> Celda:
    return Celda(str(falta.otras[0]), falta.otras[0]) if falta.otras else Celda("")


def _titulo(cambios: Cambios) -> str:
    return f"Mesa de {cambios.nombre}" if cambios.mesa else cambios.nombre


def _tablas(c: Cambios, hoy: date) -> Iterator[Tabla]:
    """Las que tienen filas, en el orden en que un asesor las lee."""
    todas = (
        Tabla("Acuerdos nuevos", ("Acuerdo", "Dice", "Responsables", "Plazo"), [
            (Celda(a.id, a.en()), Celda(frases.del_acuerdo(a, hoy)), Celda(", ".join(a.a_cargo)),
             Celda(lengua.decir(situacion(a, hoy).plazo) or a.sin_plazo)) for a in c.nuevos
        ]),
        Tabla("Acuerdos con novedades", ("Acuerdo", "Dice", "Novedad"), [
            (Celda(m.acuerdo.id, m.acuerdo.en()), Celda(m.acuerdo.texto), Celda(frases.novedad(m))) for m in c.movidos
        ]),
        Tabla("Acuerdos que ya no están en un borrador", ("Acuerdo", "Decía"), [
            (Celda(a.id), Celda(a.texto)) for a in c.retirados
        ]),
        Tabla("Miembros", ("", "Persona", "Institución", "Nivel", "Desde o hasta"), [
            *(_miembro("Entra", a, a.desde) for a in c.entran), *(_miembro("Sale", a, a.hasta) for a in c.salen),
        ]),
        Tabla("Metas que se mueven", ("Indicador", "Mide", "Periodo", "De", "A", "Cambio", "Acordado en"), [
            (Celda(m.indicador.id, m.indicador.en()), Celda(m.indicador.nombre), Celda(lengua.periodo(m.periodo)),
             Celda(frases.lo_esperado(m.antes)), Celda(frases.lo_esperado(m.despues)), Celda(frases.por_ciento(m)),
             Celda(m.acordado_en or "no se dice")) for m in c.metas
        ]),
        Tabla("Cifras", ("Indicador", "Periodo", "Informa", "Cifra"), [
            (Celda(_indicador(i.avance), i.avance.en()), Celda(lengua.periodo(i.avance.periodo)),
             Celda(i.avance.institucion.sigla if i.avance.institucion else ""), Celda(frases.informado(i)))
            for i in c.cifras
        ]),
        Tabla("Luces", ("Meta", "Resultado", "De", "A"), [
            (Celda(uno.meta.id, uno.meta.en()), Celda(uno.meta.resultado), Celda(frases.luz(uno.antes)),
             Celda(frases.luz(uno.despues))) for uno in c.luces
        ]),
        Tabla("Alertas", ("", "Código", "Alerta", "Sobre"), [
            *(_hallazgo("Aparece", h) for h in c.alertas_nuevas), *(_hallazgo("Se va", h) for h in c.alertas_idas),
        ]),
        Tabla("Incumplimientos", ("", "Código", "Incumplimiento", "Sobre"), [
            *(_hallazgo("Nuevo", h) for h in c.incumplimientos), *(_hallazgo("Justificado", h) for h in c.justificados),
        ]),
        Tabla("Documentos", ("Documento", "Qué cambia"),
              [_documento(d, frases.del_documento(d)) for d in c.documentos]),
        Tabla("Cambios de redacción", ("Documento", "Qué se escribe de otra manera"),
              [_documento(d, frases.de_redaccion(d)) for d in c.redaccion], plegada=True),
    )  # fmt: skip
    return (tabla for tabla in todas if tabla.filas)


def _miembro(que: str, a: Acreditacion, dia: date | None) -> tuple[Celda, ...]:
    quien = f"{a.nombre}, {a.cargo}" if a.cargo else a.nombre
    nivel = Celda(lengua.palabra(a.nivel))
    return Celda(que), Celda(quien, a.en()), Celda(a.sigla), nivel, Celda(lengua.decir(dia))


def _indicador(avance: Avance) -> str:
    return str(avance.indicador.id) if avance.indicador is not None else ""


def _hallazgo(que: str, h: Diagnostico) -> tuple[Celda, ...]:
    j = h.justificacion
    mensaje = f"{h.mensaje}. {j.autor}: {j.motivo}" if j else h.mensaje
    return Celda(que), Celda(h.codigo), Celda(mensaje), Celda(h.sobre or str(h.ubicacion), h.ubicacion)


def _documento(cambiado: Cambiado, que: str) -> tuple[Celda, ...]:
    return Celda(cambiado.archivo, cambiado.hoja.en()), Celda(que)


def entre_que(comparacion: Comparacion) -> str:
    """Qué dos revisiones se comparan, con palabras."""
    base = f"«{comparacion.base}»"
    desde = f"la última confirmación común con {base}" if comparacion.comun else f"{base}, con la que no comparte nada"
    hasta = f"«{comparacion.cabeza}»" if comparacion.cabeza else "la carpeta de trabajo"
    return f"desde {comparacion.desde[:9]}, {desde}, hasta {hasta}"


def resumen(comparacion: Comparacion) -> str:
    """Todo en una línea; si no hay nada que decir, eso."""
    if comparacion.nada:
        return "Nada que decir: no cambia ningún documento."
    dichos = [*_contados(comparacion)]
    if not dichos:
        cuantos = len({d.archivo for c in comparacion.cambios for d in c.redaccion})
        return f"Nada de fondo: solo cambia cómo se escribe {lengua.contar(cuantos, 'documento')}."
    linea = lengua.enumerar(dichos)
    return f"{linea[:1].upper()}{linea[1:]}."


def _contados(comparacion: Comparacion) -> Iterator[str]:
    todos = comparacion.cambios
    movidos = _unicos(c.movidos for c in todos)
    cifras = _unicos(c.cifras for c in todos)
    faltas = len(comparacion.faltas)
    for cuantos, uno, varios in (
        (faltas, "cambio en lo que ya era definitivo", "cambios en lo que ya era definitivo"),
        (len(_unicos(c.nuevos for c in todos)), "acuerdo nuevo", "acuerdos nuevos"),
        (sum(m.cumplido for m in movidos), "cumplido", "cumplidos"),
        (sum(m.reprogramado for m in movidos), "reprogramado", "reprogramados"),
        (sum(any(r.politica for r in m.resoluciones) for m in movidos), "resuelto por el nivel político",
         "resueltos por el nivel político"),
        (sum(bool(m.entradas) and not m.cumplido and not m.reprogramado for m in movidos), "con seguimiento",
         "con seguimiento"),
        (len(_unicos(c.retirados for c in todos)), "retirado de un borrador", "retirados de un borrador"),
        (len(_unicos(c.entran for c in todos)), "miembro entra", "miembros entran"),
        (len(_unicos(c.salen for c in todos)), "miembro sale", "miembros salen"),
        (len(_unicos(c.metas for c in todos)), "meta se mueve", "metas se mueven"),
        (sum(not i.avance.corrige for i in cifras), "cifra informada", "cifras informadas"),
        (sum(bool(i.avance.corrige) for i in cifras), "cifra corregida", "cifras corregidas"),
        (len(_unicos(c.luces for c in todos)), "luz cambia", "luces cambian"),
        (len(_unicos(c.alertas_nuevas for c in todos)), "alerta aparece", "alertas aparecen"),
        (len(_unicos(c.alertas_idas for c in todos)), "alerta se va", "alertas se van"),
        (len(_unicos(c.incumplimientos for c in todos)), "incumplimiento nuevo", "incumplimientos nuevos"),
        (len(_unicos(c.justificados for c in todos)), "incumplimiento justificado", "incumplimientos justificados"),
        (len({d.archivo for c in todos for d in c.documentos}), "documento con cambios", "documentos con cambios"),
    ):  # fmt: skip
        if cuantos:
            yield lengua.contar(cuantos, uno, varios)


def _unicos(listas: Iterable[Sequence[T]]) -> list[T]:
    """Lo de todas las listas, una vez: lo que toca a varias mesas se cuenta una."""
    return list({id(uno): uno for lista in listas for uno in lista}.values())
