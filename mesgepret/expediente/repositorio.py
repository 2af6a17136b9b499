"""De `mesgepret.yaml` y el calendario a lo que rige en todo el repositorio."""

from __future__ import annotations

from mesgepret.expediente.campos import Entero, Fecha, Logico, Texto, Una, Varias
from mesgepret.expediente.pieza import Pieza, Raiz

ZONA = "America/Tegucigalpa"
"""La zona horaria de un repositorio que no dice la suya."""


class PlazoConvocatoria(Pieza):
    """Días de anticipación de una convocatoria, y cómo se cuentan: calendario o habiles (R81, T6)."""

    dias = Entero()
    computo = Texto()


class PlazoDistribucion(Pieza):
    """Días para distribuir la ayuda memoria (R95)."""

    dias = Entero()


class Plazos(Pieza):
    """Los plazos de los Lineamientos, como este repositorio los cuenta."""

    convocatoria = Una(PlazoConvocatoria)
    distribucion = Una(PlazoDistribucion)


class Universo(Pieza):
    """Cuántos ejes, sectores, ubicaciones e instituciones declara la fuente (R04)."""

    ejes = Entero()
    sectores = Entero()
    ubicaciones = Entero()
    instituciones = Entero()


class Sitio(Pieza):
    """Dónde se publica, dónde está el repositorio y con qué licencia."""

    url = Texto()
    forja = Texto()
    licencia = Texto()


class Historia(Pieza):
    """Desde qué confirmación de Git rige lo definitivo."""

    rama = Texto()
    rige_desde = Texto()


class Repositorio(Raiz):
    """`mesgepret.yaml`: el nombre, la zona horaria y las reglas de juego de un repositorio."""

    nombre = Texto()
    zona_horaria = Texto()
    edicion = Texto()
    juzga_desde = Fecha()
    hoy = Fecha()
    plazos = Una(Plazos)
    universo = Una(Universo)
    sitio = Una(Sitio)
    historia = Una(Historia)
    muestra = Logico()

    @property
    def zona(self) -> str:
        """La zona horaria en que se cuentan los días y las horas."""
        return self.zona_horaria or ZONA

    @property
    def dias_convocatoria(self) -> int:
        """Días de anticipación exigidos; 5 si no se dice otra cosa (R81)."""
        plazo = self.plazos.convocatoria if self.plazos else None
        return 5 if plazo is None or plazo.dias is None else plazo.dias

    @property
    def en_dias_habiles(self) -> bool:
        """Si este repositorio exige los días de anticipación en hábiles; si no se dice, son de calendario (T6)."""
        plazo = self.plazos.convocatoria if self.plazos else None
        return plazo is not None and plazo.computo == "habiles"

    @property
    def dias_distribucion(self) -> int:
        """Días para distribuir la ayuda memoria; 7 si no se dice otra cosa (R95)."""
        plazo = self.plazos.distribucion if self.plazos else None
        return 7 if plazo is None or plazo.dias is None else plazo.dias


class Feriado(Pieza):
    """Un día no hábil, con la norma que lo dice."""

    fecha = Fecha()
    nombre = Texto()
    fuente = Texto()


class Feriados(Raiz):
    """`calendario/feriados.yaml`."""

    feriados = Varias(Feriado)
