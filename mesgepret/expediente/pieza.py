"""De un trozo de documento a una pieza del modelo: sabe dónde está escrita y lo que dice cada clave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mesgepret.expediente.campos import (
    RESERVADO,
    Campo,
    Fecha,
    Logico,
    Referencia,
    Texto,
    Una,
    Varias,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mesgepret.diagnostico import Ubicacion
    from mesgepret.lectura import Documento, Ruta


class Pieza:
    """Un grupo de claves de un documento.

    `doc` y `ruta` dicen dónde está; `datos`, lo escrito; `padre`, la pieza que la contiene. Las subclases declaran
    sus claves con `campos`; `id` es el id global de las que lo tienen.
    """

    NOMBRE: ClassVar[str] = "elemento"
    CAMPOS: ClassVar[dict[str, Campo[Any]]] = {}
    HIJAS: ClassVar[tuple[Una[Any] | Varias[Any], ...]] = ()
    REFERENCIAS: ClassVar[tuple[Referencia[Any], ...]] = ()

    id = Texto()

    def __init__(self, doc: Documento, ruta: Ruta, datos: dict[str, Any], padre: Any = None) -> None:
        self.doc = doc
        self.ruta = ruta
        self.datos = datos
        self.padre = padre

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        linaje = [vars(base) for base in reversed(cls.__mro__)]
        cls.CAMPOS = {n: c for propios in linaje for n, c in propios.items() if isinstance(c, Campo)}
        cls.HIJAS = tuple(c for c in cls.CAMPOS.values() if isinstance(c, (Una, Varias)))
        cls.REFERENCIAS = tuple(c for c in cls.CAMPOS.values() if isinstance(c, Referencia))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id or '/'.join(map(str, self.ruta))})"

    def en(self, *campo: str | int) -> Ubicacion:
        """El lugar de una clave de la pieza, o de la pieza misma si la clave falta."""
        return self.doc.en(*self.ruta, *campo)

    def donde(self, clave: str, escrito: str) -> Ubicacion:
        """El lugar de un valor de la lista de esa clave; si no está en ella, el de la clave."""
        dato = self.datos.get(clave)
        indice = (dato.index(escrito),) if isinstance(dato, list) and escrito in dato else ()
        return self.en(clave, *indice)

    def tiene(self, clave: str) -> bool:
        """Si el documento dice algo en esa clave; lo reservado también está dicho."""
        return clave in self.datos

    def reserva(self, clave: str) -> bool:
        """Si el valor de esa clave está reservado por ley."""
        return bool(self.datos.get(clave) == RESERVADO)

    def escritos(self, clave: str) -> list[str]:
        """Lo que dice una lista de palabras, tal como está: sus ids, y «reservado» si algo se reserva."""
        dato = self.datos.get(clave, [])
        return [str(uno) for uno in (dato if isinstance(dato, list) else [dato])]

    def calla(self, clave: str) -> bool:
        """Si algo de esa clave está reservado: ella entera, o uno de los valores de su lista."""
        dato = self.datos.get(clave)
        return dato == RESERVADO or (isinstance(dato, list) and RESERVADO in dato)

    def seguir(self, campo: str) -> tuple[Ruta, Any]:
        """La ruta y el valor de un campo escrito con puntos («metas_anuales.2025», «participantes.12.nombre»).

        A un elemento de una lista se llega por su id, su año o su periodo (el último, si hay varios), o por su número
        de orden desde 0. De lo que no se halla, hasta dónde se llegó y None; de lo reservado, `reservado`.
        """
        ruta: Ruta = ()
        dato: Any = self.datos
        for paso in campo.split("."):
            if dato == RESERVADO:
                break
            donde = _paso(dato, paso)
            if donde is None:
                return ruta, None
            ruta, dato = (*ruta, donde), dato[donde]
        return ruta, dato


def _paso(dato: Any, paso: str) -> str | int | None:
    if isinstance(dato, dict):
        return paso if paso in dato else None
    if not isinstance(dato, list):
        return None
    for i in reversed(range(len(dato))):
        if isinstance(dato[i], dict) and paso in [str(dato[i].get(clave)) for clave in ("id", "anio", "periodo")]:
            return i
    return int(paso) if paso.isdecimal() and int(paso) < len(dato) else None


class ConVigencia(Pieza):
    """Lo que rige entre dos días, ambos incluidos; sin `hasta`, sigue rigiendo."""

    desde = Fecha()
    hasta = Fecha()

    def vigente(self, dia: date) -> bool:
        """Si rige ese día."""
        desde, hasta = self.desde, self.hasta
        return (desde is None or desde <= dia) and (hasta is None or dia <= hasta)

    def coincide(self, otra: ConVigencia) -> bool:
        """Si hay algún día en que rigen las dos."""
        empieza = max((p.desde for p in (self, otra) if p.desde), default=None)
        acaba = min((p.hasta for p in (self, otra) if p.hasta), default=None)
        return empieza is None or acaba is None or empieza <= acaba


class Justifica(Pieza):
    """La explicación de un incumplimiento: se publica con él, no lo borra (R73, R74)."""

    regla = Texto()
    sobre = Texto()
    motivo = Texto()
    autor = Texto()
    fecha = Fecha()


class Reserva(Pieza):
    """La constancia de que un dato se reserva por ley, y por cuál documento."""

    campo = Texto()
    motivo = Texto()
    documento = Texto()
    fecha = Fecha()


class Otro(Pieza):
    """Lo que el documento trae y no halla clave (R92)."""

    titulo = Texto()
    contenido = Texto()


class Evidencia(Pieza):
    """Un documento que respalda lo dicho."""

    titulo = Texto()
    url = Texto()
    archivo = Texto()
    sha256 = Texto()


class Adjunto(Pieza):
    """Un documento que acompaña a un punto de agenda."""

    titulo = Texto()
    archivo = Texto()
    url = Texto()
    numero = Texto()


class Raiz(Pieza):
    """Un documento entero; las cuatro claves que todos admiten."""

    justificaciones = Varias(Justifica)
    reservas = Varias(Reserva)
    otros = Varias(Otro)
    muestra = Logico()

    @property
    def reservados(self) -> Iterator[Ruta]:
        """Las rutas de los valores que el documento reserva, en orden de lectura."""
        if RESERVADO.encode() in self.doc.contenido:
            yield from _reservados(self.datos, ())


def _reservados(dato: Any, ruta: Ruta) -> Iterator[Ruta]:
    if dato == RESERVADO:
        yield ruta
    elif isinstance(dato, (dict, list)):
        for paso, valor in dato.items() if isinstance(dato, dict) else enumerate(dato):
            yield from _reservados(valor, (*ruta, paso))
