"""De `convocatorias/` a lo convocado: a quiénes, para cuándo, con qué agenda y con cuánta anticipación."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mesgepret.expediente.campos import Entero, Fecha, Hora, Quien, Quienes, Ref, Texto, Una, Varias
from mesgepret.expediente.pieza import Adjunto, Pieza, Raiz

if TYPE_CHECKING:
    from mesgepret.expediente.mesa import Mesa
    from mesgepret.expediente.sesion import Sesion


class Envio(Pieza):
    """Cuándo y cómo se remitió una convocatoria (R81)."""

    fecha = Fecha()
    medio = Texto()


class PuntoBasico(Pieza):
    """Un punto de la agenda básica (R80)."""

    punto = Entero()
    tema = Texto()
    responsables = Quienes()
    hora_inicio = Hora()
    hora_cierre = Hora()
    documentos = Varias(Adjunto)


class Insumo(Pieza):
    """Lo que hay que preparar para la reunión (R82)."""

    que = Texto()
    responsable = Quien()
    para = Texto()


class Cancelacion(Pieza):
    """Por qué una reunión convocada no se celebró."""

    fecha = Fecha()
    motivo = Texto()


class Convocatoria(Raiz):
    """Una convocatoria (R79–R82). Se llama como la sesión a la que llama."""

    NOMBRE = "convocatoria"

    nivel = Texto()
    grupo = Ref("Grupo")
    asunto = Texto()
    hora_inicio = Hora()
    hora_cierre = Hora()
    modalidad = Texto()
    lugar = Texto()
    direccion = Texto()
    enlace = Texto()
    tipo = Texto()
    emite = Quien()
    apoyo = Quienes()
    enviada = Una(Envio)
    convocados = Quienes()
    agenda = Varias(PuntoBasico)
    insumos = Varias(Insumo)
    reprograma = Ref("Sesion")
    cancelada = Una(Cancelacion)

    sesion: Sesion
    mesa: Mesa

    @property
    def a_todos(self) -> bool:
        """Si se convocó a todos los participantes de la mesa."""
        return bool(self.datos.get("convocados", "todos") == "todos")
