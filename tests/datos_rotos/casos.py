"""De un repositorio en orden a las maneras de romperlo: la tabla que `test_casos` recorre."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Caso:
    """Lo que se le hace a una copia de la organización pequeña, y lo que el compilador ha de decir.

    `contenido` se escribe en `archivo`; `cambia` sustituye un trozo del que ya está; `prepara` hace lo demás.
    `espera`: «archivo:línea:columna código» de cada hallazgo. De los tres últimos, el mensaje es el del primero y
    exacto; la ayuda, un trozo de la suya; `otras`, los demás lugares que señala.
    """

    id: str
    archivo: str = ""
    contenido: str | bytes | None = None
    espera: tuple[str, ...] = ()
    dice: str = ""
    ayuda: str = ""
    otras: tuple[str, ...] = ()
    cambia: tuple[str, str] = ("", "")
    prepara: Callable[[Path], None] | None = None


FERIADOS = "calendario/feriados.yaml"
CITA = "mesas/salud/convocatorias/2024-05-16.yaml"
ENTRE_SESIONES = "mesas/salud/seguimiento/2024-04-05.yaml"
ACTA = "mesas/salud/actas/2024-04-02.yaml"
FEBRERO = "mesas/salud/actas/2024-02-15.yaml"
MARZO = "mesas/salud/actas/2024-03-21.yaml"
SESAL = "mesas/salud/miembros/sesal.yaml"
CIFRAS = "mcr/avances/2024-T1/sesal.yaml"
REPOSITORIO = "mesgepret.yaml"

_ENTRADA = "registra: luis-mejia\nseguimiento:\n  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso}\n"
_FERIADO = "feriados:\n  - {fecha: 2024-09-15, nombre: Independencia, fuente: Código del Trabajo}\n"
_REUNION = "nivel: tecnico\nhora_inicio: 09:00\n"
_AVANCE = "avances:\n  - {indicador: SESAL-M1-I1, valor: "
_RISAS = "a: &a [ja, ja]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def _crear(ruta: str, contenido: bytes) -> Callable[[Path], None]:
    def preparar(raiz: Path) -> None:
        destino = raiz / ruta
        destino.parent.mkdir(parents=True, exist_ok=True)
        destino.write_bytes(contenido)

    return preparar


def _renombrar(de: str, a: str) -> Callable[[Path], None]:
    def preparar(raiz: Path) -> None:
        (raiz / a).parent.mkdir(parents=True, exist_ok=True)
        (raiz / de).rename(raiz / a)

    return preparar


def _enlazar(ruta: str, fuera: str) -> Callable[[Path], None]:
    """Saca `ruta` del repositorio, si está, y deja en su lugar un enlace simbólico."""

    def preparar(raiz: Path) -> None:
        destino = raiz.parent / fuera
        if (raiz / ruta).exists():
            (raiz / ruta).rename(destino)
        else:
            (raiz / ruta).parent.mkdir(parents=True, exist_ok=True)
            destino.write_text(_FERIADO, "utf-8")
        (raiz / ruta).symlink_to(destino)

    return preparar


def _tuberia(raiz: Path) -> None:
    (raiz / "mesas/salud/seguimiento").mkdir()
    os.mkfifo(raiz / "mesas/salud/seguimiento/x.yaml")


def _nombre_que_no_es_utf8(raiz: Path) -> None:
    (raiz / "mesas/salud/actas" / os.fsdecode(b"sesi\xf3n.yaml")).write_bytes(b"a: b\n")


def _carpetas_muy_hondas(raiz: Path) -> None:
    actual = os.open(raiz / "mesas", os.O_RDONLY)
    for _ in range(1500):  # más de lo que cabe en una pila de llamadas
        os.mkdir("a", dir_fd=actual)
        anterior, actual = actual, os.open("a", os.O_RDONLY, dir_fd=actual)
        os.close(anterior)
    os.close(actual)


VINCULOS = [
    Caso(
        "una referencia rota propone el id más parecido", ENTRE_SESIONES, _ENTRADA.replace("A1", "A9"),
        (f"{ENTRE_SESIONES}:3:13 V101",),
        "no existe un acuerdo, una actividad o un curso de acción «SALUD-2024-03-21-A9»",
        "¿quiso decir «SALUD-2024-03-21-A1»?",
    ),
    Caso(
        "un id en minúsculas que nadie lleva", ENTRE_SESIONES, _ENTRADA.replace("luis-mejia", "luis-mejias"),
        (f"{ENTRE_SESIONES}:1:11 V101",),
        "«luis-mejias» no es miembro, grupo ni institución de la mesa", "¿quiso decir «luis-mejia»?",
    ),
    Caso(
        "un id de otra clase de cosa", ENTRE_SESIONES, _ENTRADA.replace("SALUD-2024-03-21-A1", "SALUD-P2024"),
        (f"{ENTRE_SESIONES}:3:13 V105",),
        "«SALUD-P2024» es un plan, y «sobre» espera un acuerdo, una actividad o un curso de acción",
    ),
    Caso(
        "una alerta sobre lo que no existe", MARZO,
        espera=(f"{MARZO}:25:15 V101",),
        dice="la alerta «acuerdo-vencido:SALUD-2023-01-01-A7» trata de «SALUD-2023-01-01-A7», que no existe",
        cambia=("    punto: 1\n", "    punto: 1\n    alertas: [acuerdo-vencido:SALUD-2023-01-01-A7]\n"),
    ),
    Caso(
        "dos acuerdos con el mismo id en un acta", MARZO,
        espera=(f"{MARZO}:26:10 V102",), dice="el id «SALUD-2024-03-21-A1» ya está en uso",
        ayuda="un id no se repite", otras=(f"{MARZO}:17:9",),
        cambia=("seguimiento:\n", "  - {id: A1, texto: Otro acuerdo, clase: acuerdo}\nseguimiento:\n"),
    ),
    Caso(
        "una meta que contribuye a otra por su id corto", "mcr/institucionales/arsa.yaml",
        espera=("mcr/institucionales/arsa.yaml:4:27 V101",), dice="no existe una meta «M1»",
        cambia=("{meta: SALUD-M1}", "{meta: M1}"),
    ),
    Caso(
        "una cifra de un indicador que no hay", CIFRAS,
        espera=(f"{CIFRAS}:2:17 V101",), dice="no existe un indicador «SALUD-M1-I9»", ayuda="¿quiso decir «SALUD-M1-I1»?",
        cambia=("SALUD-M1-I1", "SALUD-M1-I9"),
    ),
    Caso(
        "un indicador con una tabla de semáforo que no hay", "mcr/institucionales/arsa.yaml",
        espera=("mcr/institucionales/arsa.yaml:10:19 V101",), dice="no existe un semáforo «diger-2032»",
        ayuda="¿quiso decir «diger-2023»?", cambia=("id: I1\n", "id: I1\n        semaforo: diger-2032\n"),
    ),
    Caso(
        "dos instituciones con la misma sigla", "mcr/instituciones.yaml",
        espera=("mcr/instituciones.yaml:3:23 V102",), dice="la sigla «SESAL» ya está en uso",
        otras=("mcr/instituciones.yaml:2:24",), cambia=("sigla: ARSA", "sigla: SESAL"),
    ),
    Caso(
        "una persona con el id de una institución", SESAL,
        espera=(f"{SESAL}:3:10 V102",), dice="el id «stlcc» ya está en uso", otras=("mcr/instituciones.yaml:4:10",),
        prepara=_crear(SESAL, b"acreditaciones:\n  - {id: ana-lopez, nombre: A, nivel: politico, desde: 2024-01-08}\n"
                       b"  - {id: stlcc, nombre: B, nivel: tecnico, desde: 2024-01-08}\n"
                       b"  - {id: luis-mejia, nombre: C, nivel: tecnico, desde: 2024-01-08}\n"),
    ),
    Caso(
        "una carpeta de mesa mal escrita no acusa a nadie más",
        espera=("mesas/saludd/mesa.yaml:1:1 V103",),
        dice="el sector «saludd», que la ruta nombra, no está en mcr/sectores.yaml", ayuda="¿quiso decir «salud»?",
        prepara=_renombrar("mesas/salud", "mesas/saludd"),
    ),
    Caso(
        "un archivo de una institución que no está en el catálogo", "mcr/avances/2024-T1/sesall.yaml", "avances: []\n",
        ("mcr/avances/2024-T1/sesall.yaml:1:1 V103",),
        "la institución «sesall», que la ruta nombra, no está en mcr/instituciones.yaml", "¿quiso decir «sesal»?",
    ),
    Caso(
        "una mesa sin mesa.yaml se dice una vez",
        espera=("mesas/salud/actas/2024-02-15.yaml:1:1 V104",),
        dice="hay documentos en mesas/salud/ y no hay mesas/salud/mesa.yaml",
        prepara=lambda raiz: (raiz / "mesas/salud/mesa.yaml").unlink(),
    ),
]  # fmt: skip

CASCADAS = [
    Caso(
        "un acta ilegible no rompe a quien la cita", FEBRERO, "estado: definitiva\nnivel: [\n", (f"{FEBRERO}:2:8 L118",)
    ),
    Caso("un acta inválida no rompe a quien la cita", FEBRERO, "estado: x\nnivel: tecnico\n", (f"{FEBRERO}:1:9 E104",)),
    Caso("los miembros ilegibles no rompen a quien los nombra", SESAL, "acreditaciones: {\n", (f"{SESAL}:1:17 L118",)),
    Caso(
        "la mesa inválida no rompe lo que cuelga de ella", "mesas/salud/mesa.yaml", "politicos: {}\n",
        ("mesas/salud/mesa.yaml:1:1 E101",), "la clave «politicos» no existe", "¿quiso decir «politico»?",
    ),
    Caso(
        "el catálogo de instituciones roto no acusa a quien las nombra", "mcr/instituciones.yaml", "instituciones: x\n",
        ("mcr/instituciones.yaml:1:16 E103",), "«instituciones»: «x» no es una lista",
    ),
    Caso(
        "las metas del sector rotas no rompen a quien contribuye a ellas", "mcr/sectoriales/salud.yaml", "metas: 5\n",
        ("mcr/sectoriales/salud.yaml:1:8 E103",),
    ),
    Caso(
        "el plan roto no rompe a quien lo aprueba", "mesas/salud/planes/2024.yaml", "version: uno\n",
        ("mesas/salud/planes/2024.yaml:1:1 E102",) * 3 + ("mesas/salud/planes/2024.yaml:1:10 E105",),
    ),
]  # fmt: skip

YAML = [
    Caso(
        "una clave dos veces", CITA, _REUNION + "lugar: Sala A\nlugar: Sala B\n", (f"{CITA}:4:1 L103",),
        "la clave «lugar» está dos veces en el mismo lugar", "deje una sola", (f"{CITA}:3:1",),
    ),
    Caso(
        "una clave dos veces dentro de llaves", FERIADOS, "feriados: [{fecha: 2024-09-15, fecha: 2024-09-16}]\n",
        (f"{FERIADOS}:1:32 L103",), otras=(f"{FERIADOS}:1:13",),
    ),
    Caso(
        "veinte mil veces la misma clave", FERIADOS, "muestra: true\n" * 20_000,
        tuple(f"{FERIADOS}:{linea}:1 L103" for linea in range(2, 20_001)),
    ),
    Caso("un archivo en Windows-1252", CITA, (_REUNION + "lugar: Salón\n").encode("cp1252"), (f"{CITA}:3:11 L106",),
         "el archivo no está en UTF-8 (octeto 0xF3)", "donde diría «lugar: Salón»"),
    Caso("un archivo en UTF-16", CITA, _REUNION.encode("utf-16"), (f"{CITA}:1:1 L106",), ayuda="está en UTF-16"),
    Caso("un archivo en UTF-16 sin marca", CITA, _REUNION.encode("utf-16-le"), (f"{CITA}:1:2 L107",)),
    Caso("un archivo que no es texto", CITA, bytes(range(256)), (f"{CITA}:3:115 L106",)),
    Caso(
        "una bomba de alias", FERIADOS, _RISAS, tuple(f"{FERIADOS}:{lugar} L104" for lugar in ("1:4", "2:4", "2:8")),
        "hay un ancla «&» o un alias «*» de YAML",
    ),
    Caso(
        "una clave de mezcla", FERIADOS, "a: &a {b: c}\nd:\n  <<: *a\n",
        (f"{FERIADOS}:1:4 L104", f"{FERIADOS}:3:3 L115", f"{FERIADOS}:3:7 L104"),
    ),
    Caso("una etiqueta de YAML", FERIADOS, "feriados: !!python/object:os.system []\n", (f"{FERIADOS}:1:11 L105",)),
    Caso("doscientos mil corchetes", FERIADOS, "[" * 200_000, (f"{FERIADOS}:1:33 L109",),
         "el documento anida más de 32 niveles"),
    Caso("cien mil octetos de guiones", FERIADOS, "- " * 50_000, (f"{FERIADOS}:1:65 L109",)),
    Caso("doscientos mil octetos de llaves", FERIADOS, "{a: " * 50_000, (f"{FERIADOS}:1:129 L109",)),
    Caso("un archivo de tres megas", FERIADOS, _FERIADO + "#" * 3_000_000, (f"{FERIADOS}:1:1 L108",),
         "el archivo mide 3.0 MB y el máximo es 2 MB"),
    Caso("sesenta mil valores", FERIADOS, "feriados: [" + "x," * 60_000 + "]\n", (f"{FERIADOS}:1:100006 L110",),
         "el documento tiene más de 50 000 claves y valores"),
    Caso("un número de cien mil cifras", CITA, _REUNION + "lugar: " + "9" * 100_000, (f"{CITA}:3:8 L116",),
         f"el número {'9' * 59}… tiene demasiadas cifras: caben 15"),
    Caso("un archivo vacío", CITA, "", (f"{CITA}:1:1 L112",), "el archivo está vacío o solo tiene comentarios"),
    Caso("un archivo con solo comentarios", CITA, "# pendiente\n\n# de escribir\n", (f"{CITA}:1:1 L112",)),
    Caso("un documento que empieza y no sigue", CITA, "---\n", (f"{CITA}:1:1 L112",)),
    Caso("un tabulador como sangría", FERIADOS, "feriados:\n\t- fecha: 2024-09-15\n", (f"{FERIADOS}:2:1 L113",),
         "hay un tabulador donde va la sangría"),
    Caso("dos puntos en un tema sin comillas", CITA, "agenda:\n  - punto: 1\n    tema: MCR: revisión\n",
         (f"{CITA}:3:14 L102",), ayuda="ponga el texto entre comillas"),
    Caso("una cifra con coma de miles entre llaves", CIFRAS, _AVANCE + "2,500}\n",
         (f"{CIFRAS}:2:42 L125",), "«500» no tiene valor: dentro de { } y [ ] la coma separa", "{valor: 2500}"),
    Caso("un tanto por ciento sin comillas", "mcr/presidenciales.yaml", "unidad: %\n",
         ("mcr/presidenciales.yaml:1:9 L119",), ayuda='unidad: "%"'),
    Caso("una almohadilla en una dirección", CITA, _REUNION + "lugar: Calle #4\n", (f"{CITA}:3:14 L117",),
         "lo que sigue a « #» en esta línea se perdería como comentario"),
    Caso("veinte mil comentarios a media línea", FERIADOS, "".join(f"k{i}: v #\n" for i in range(20_000)),
         tuple(f"{FERIADOS}:{i + 1}:{len(str(i)) + 6} L117" for i in range(20_000))),
    Caso("un carácter nulo", CITA, "lugar: Sala\0 A\n", (f"{CITA}:1:12 L107",), "hay un carácter invisible U+0000"),
    Caso("un salto de línea U+0085", CITA, "lugar: Sala\x85 A\n", (f"{CITA}:1:12 L107",),
         "hay un carácter invisible U+0085"),
    Caso("un salto de línea U+2028", CITA, "lugar: Sala\u2028 A\n", (f"{CITA}:1:12 L107",),
         "hay un carácter invisible U+2028"),
    Caso("una marca de orden de octetos en medio", CITA, "nivel: tecnico\n\ufefflugar: A\n", (f"{CITA}:2:1 L107",),
         "hay un carácter invisible U+FEFF"),
    Caso("un carácter de control escapado entre comillas", CITA, 'lugar: "Sala \\e[31m"\n', (f"{CITA}:1:8 L107",),
         "hay un carácter invisible U+001B"),
    Caso("un espacio duro después de la clave", CITA, _REUNION + "lugar:\u00a0Sala\ntipo: ordinaria\n",
         (f"{CITA}:3:7 L107",), "hay un carácter invisible U+00A0"),
    Caso("dos documentos en un archivo", CITA, _REUNION + "---\n" + _REUNION, (f"{CITA}:3:1 L111",)),
    Caso("unas comillas sin cerrar", CITA, _REUNION + 'lugar: "Sala A\ntipo: ordinaria\n', (f"{CITA}:3:8 L118",)),
    Caso("un corchete sin cerrar", CITA, "agenda: [{punto: 1}\n", (f"{CITA}:1:9 L118",)),
    Caso("texto después de unas comillas", CITA, 'lugar: "El Progreso" de Yoro\n', (f"{CITA}:1:22 L101",),
         "el documento no es YAML bien formado", "ponga entre comillas todo el texto"),
    Caso("una clave sin espacio tras los dos puntos", CITA, "nivel: tecnico\nlugar:Sala\ntipo: ordinaria\n",
         (f"{CITA}:2:1 L102",), ayuda="falta «: » tras la clave"),
    Caso("una clave sin valor", CITA, _REUNION + "lugar:\n", (f"{CITA}:3:7 L114",), "«lugar» no tiene valor",
         "si no lo hay, quite la línea"),
    Caso("una clave que es una lista", FERIADOS, "? [a]\n: b\n", (f"{FERIADOS}:1:3 L115",)),
    Caso("un número de diecinueve cifras", CIFRAS, _AVANCE + "1234567890123456789}\n",
         (f"{CIFRAS}:2:37 L116",), "el número 1234567890123456789 tiene demasiadas cifras: caben 15"),
    Caso("un número sin fin", CIFRAS, _AVANCE + "1e999}\n", (f"{CIFRAS}:2:37 L116",)),
    Caso("el archivo del repositorio roto", REPOSITORIO, "nombre: Mesas: prueba\n", (f"{REPOSITORIO}:1:14 L102",)),
]  # fmt: skip

FORMA = [
    Caso("una clave desconocida", CITA, _REUNION + "lugr: Sala A\n", (f"{CITA}:3:1 E101",), "la clave «lugr» no existe",
         "¿quiso decir «lugar»?"),
    Caso("una clave que es un número", CITA, _REUNION + "2024: x\n", (f"{CITA}:3:1 E101",), "la clave «2024» no existe",
         "aquí se admiten: nivel, grupo"),
    Caso("una clave que falta", CITA, "nivel: tecnico\n", (f"{CITA}:1:1 E102",), "falta la clave «hora_inicio»",
         "añádala: hora a la que se convoca"),
    Caso("una hora que no existe", CITA, "nivel: tecnico\nhora_inicio: 25:00\n", (f"{CITA}:2:14 E105",),
         "«hora_inicio»: «25:00» no es una hora, como 09:30", "de las 00:00 a las 23:59"),
    Caso("una hora con a. m.", CITA, "nivel: tecnico\nhora_inicio: 9:00 a.m.\n", (f"{CITA}:2:14 E105",),
         "«hora_inicio»: «9:00 a.m.» no es una hora, como 09:30", "escriba «09:00»"),
    Caso("una fecha que no existe", FERIADOS, _FERIADO.replace("2024-09-15", "2024-02-30"), (f"{FERIADOS}:2:13 E106",),
         "«fecha»: la fecha «2024-02-30» no existe", "revise el día y el mes"),
    Caso("una fecha con barras", FERIADOS, _FERIADO.replace("2024-09-15", "15/03/2024"), (f"{FERIADOS}:2:13 E105",),
         "«fecha»: «15/03/2024» no es una fecha, como 2024-03-21", "escriba 2024-03-15: año, mes y día"),
    Caso("una fecha dicha con palabras", FERIADOS, _FERIADO.replace("2024-09-15", "21 de marzo de 2024"),
         (f"{FERIADOS}:2:13 E105",), ayuda="escriba 2024-03-21: año, mes y día"),
    Caso("una lista donde va un texto", CITA, _REUNION + "lugar: [Sala A]\n", (f"{CITA}:3:1 E103",),
         "«lugar»: una lista no es un texto", "póngalo entre comillas"),
    Caso("un texto donde va una lista", CITA, _REUNION + "agenda: Vacunación\n", (f"{CITA}:3:9 E103",),
         "«agenda»: «Vacunación» no es una lista", "con «- » delante"),
    Caso("un documento que es una lista", CITA, "- nivel: tecnico\n", (f"{CITA}:1:1 E103",),
         "el documento: una lista no es un grupo de claves con su valor"),
    Caso("un documento que es una palabra", CITA, "tecnico\n", (f"{CITA}:1:1 E103",)),
    Caso("un valor fuera de su lista", CITA, "nivel: técnico\nhora_inicio: 09:00\n", (f"{CITA}:1:8 E104",),
         "«nivel»: «técnico» no está entre tecnico, politico y conjunta", "¿quiso decir «tecnico»?"),
    Caso("una cifra con más dígitos de los que caben", CIFRAS, _AVANCE + "1e400}\n", (f"{CIFRAS}:2:37 L116",)),
    Caso("una cifra que no es un número", CIFRAS, _AVANCE + ".nan}\n", (f"{CIFRAS}:2:37 E103",)),
    Caso("un true entre comillas", "mcr/sectoriales/salud.yaml", cambia=("{periodo: 2024-T1, valor: 79}",
         '{periodo: 2024-T1, no_programado: "true"}'), espera=("mcr/sectoriales/salud.yaml:24:58 E104",),
         dice="«no_programado»: «true» entre comillas es un texto, y no un sí", ayuda="escriba true sin comillas"),
    Caso("un no donde solo cabe un sí", "mcr/sectoriales/salud.yaml", cambia=("{periodo: 2024-T1, valor: 79}",
         "{periodo: 2024-T1, no_programado: false}"), espera=("mcr/sectoriales/salud.yaml:24:58 E104",),
         dice="«no_programado» solo admite true, que es decir sí, y aquí dice «false»",
         ayuda="escriba «no_programado: true», o quite la clave"),
    Caso("un porcentaje de más de cien", ENTRE_SESIONES, _ENTRADA.replace("}", ", avance: 150}"),
         (f"{ENTRE_SESIONES}:3:62 E107",), "«avance»: «150» es más que 100"),
    Caso("un porcentaje con su signo", ENTRE_SESIONES, _ENTRADA.replace("}", ", avance: 50%}"),
         (f"{ENTRE_SESIONES}:3:62 E103",), ayuda="si es 50, escríbalo así"),
    Caso("una lista vacía", CITA, _REUNION + "insumos: []\n", (f"{CITA}:3:1 E108",), "la lista «insumos» está vacía"),
    Caso("un texto vacío", CITA, _REUNION + "lugar: ''\n", (f"{CITA}:3:8 E109",), "«lugar» es un texto vacío"),
    Caso("una entrada que no dice sobre qué", ENTRE_SESIONES, "registra: x y\nseguimiento: [{estado: cumplido}]\n",
         (f"{ENTRE_SESIONES}:2:15 E112",),
         "en «seguimiento» falta al menos una de estas claves: «sobre» o «sobre_texto»"),
    Caso("un id reservado", FERIADOS, _FERIADO.replace("2024-09-15", "reservado"), (f"{FERIADOS}:2:13 E113",),
         "«fecha» no puede reservarse: sin ese dato el documento no se entiende"),
    Caso("el repositorio sin nombre", REPOSITORIO, "zona_horaria: America/Tegucigalpa\n", (f"{REPOSITORIO}:1:1 E102",)),
    Caso("cinco mil entradas sin lo que piden", ENTRE_SESIONES,
         "registra: x\nseguimiento:\n" + "  - {avance: x}\n" * 5000,
         (*(
             f"{ENTRE_SESIONES}:{linea}:{lugar}"
             for linea in range(3, 336) for lugar in ("5 E102", "5 E112", "14 E103")
         ), f"{ENTRE_SESIONES}:336:14 E103")),
]  # fmt: skip

DISCO = [
    Caso("un enlace simbólico a un archivo de fuera", espera=(f"{FERIADOS}:1:1 L120",),
         dice="es un enlace simbólico, y un documento ha de estar donde su nombre dice",
         prepara=_enlazar(FERIADOS, "fuera.yaml")),
    Caso("un enlace simbólico a una carpeta de fuera", espera=("mesas/salud/actas:1:1 L120",),
         prepara=_enlazar("mesas/salud/actas", "fuera")),
    Caso("la carpeta de las mesas tras un enlace simbólico", espera=("mesas:1:1 L120",),
         prepara=_enlazar("mesas", "fuera")),
    Caso("un enlace simbólico a su propia carpeta", espera=("mcr/otra:1:1 L120",),
         prepara=lambda raiz: (raiz / "mcr/otra").symlink_to(raiz / "mcr")),
    Caso("una tubería con nombre de documento", espera=("mesas/salud/seguimiento/x.yaml:1:1 L121",),
         dice="no es un archivo, aunque su nombre acaba en .yaml", prepara=_tuberia),
    Caso("una carpeta con nombre de documento", espera=("mesas/salud/actas/x.yaml:1:1 L121",),
         prepara=lambda raiz: (raiz / "mesas/salud/actas/x.yaml").mkdir()),
    Caso("el repositorio sin mesgepret.yaml", espera=(f"{REPOSITORIO}:1:1 L121",),
         prepara=lambda raiz: (raiz / REPOSITORIO).unlink()),
    Caso("un nombre con un salto de línea", "mesas/salud/actas/2024\n.yaml", "a: b\n",
         ("mesas/salud/actas/2024\\x0a.yaml:1:1 L122",), "el nombre lleva un carácter que no se ve o no es texto"),
    Caso("un nombre que no es UTF-8", espera=("mesas/salud/actas/sesi\\udcf3n.yaml:1:1 L122",),
         prepara=_nombre_que_no_es_utf8),
    Caso("una carpeta con un salto de línea en el nombre", "mesas/salud\nud/mesa.yaml", "a: b\n",
         ("mesas/salud\\x0aud:1:1 L122",)),
    Caso("un documento acabado en .yml", espera=("mesas/salud/actas/2024-02-15.yml:1:1 L123",),
         dice="los documentos acaban en .yaml", ayuda="«2024-02-15.yaml»",
         prepara=_renombrar(FEBRERO, FEBRERO.replace(".yaml", ".yml"))),
    Caso("un documento acabado en .YAML", espera=("mesas/salud/actas/2024-02-15.YAML:1:1 L123",),
         prepara=_renombrar(FEBRERO, FEBRERO.replace(".yaml", ".YAML"))),
    Caso("un acta de un día que no existe", "mesas/salud/actas/2024-02-30.yaml", "estado: borrador\n",
         ("mesas/salud/actas/2024-02-30.yaml:1:1 E111",),
         "el nombre del archivo dice una fecha que no existe: «2024-02-30»"),
    Caso("un acta con nombre de tema", "mesas/salud/actas/Vacunación.yaml", "estado: borrador\n",
         ("mesas/salud/actas/Vacunación.yaml:1:1 E111",),
         "«Vacunación.yaml» no es nombre para un documento de clase acta", "2024-03-21.yaml"),
    Caso("cifras de un trimestre que no existe", "mcr/avances/2024-T5/sesal.yaml", "avances: []\n",
         ("mcr/avances/2024-T5/sesal.yaml:1:1 E111",), "la carpeta «2024-T5» no es un periodo"),
    Caso("las actas en una carpeta mal escrita", espera=("mesas/salud/acta/2024-02-15.yaml:1:1 E110",),
         dice="aquí no vive ningún documento de mesgepret", ayuda="¿quiso decir mesas/salud/actas/2024-02-15.yaml?",
         prepara=_renombrar(FEBRERO, "mesas/salud/acta/2024-02-15.yaml")),
    Caso("los miembros en una carpeta mal escrita", espera=("mesas/salud/miembro/sesal.yaml:1:1 E110",),
         prepara=_renombrar(SESAL, "mesas/salud/miembro/sesal.yaml")),
    Caso("un documento en la carpeta de las mesas", "mesas/salud.yaml", "a: b\n", ("mesas/salud.yaml:1:1 E110",)),
    Caso("carpetas más hondas que cualquier pila", prepara=_carpetas_muy_hondas),
    Caso("una zona horaria que no existe", REPOSITORIO, "nombre: x\nzona_horaria: America/Comayagua\n",
         (f"{REPOSITORIO}:2:15 L126",), "la zona horaria «America/Comayagua» no existe", "America/Tegucigalpa"),
    Caso("una zona horaria que es un número", REPOSITORIO, "nombre: x\nzona_horaria: -6\n",
         (f"{REPOSITORIO}:2:15 L126",)),
    Caso("una zona horaria que sale de su carpeta", REPOSITORIO, "nombre: x\nzona_horaria: ../../etc/passwd\n",
         (f"{REPOSITORIO}:2:15 L126",)),
]  # fmt: skip

EN_ORDEN = [
    Caso(
        "con marca de UTF-8 y finales de Windows", FERIADOS, b"\xef\xbb\xbf" + _FERIADO.replace("\n", "\r\n").encode()
    ),
    Caso("con emojis y tildes descompuestas", FERIADOS, _FERIADO.replace("Independencia", "Pasio\u0301n 🎉")),
    Caso("con lo que sea en los anexos", "mesas/salud/anexos/x.yaml", b"\xff\xff: ["),
    Caso("con un archivo oculto roto", "mesas/salud/.x.yaml", b"a: ["),
    Caso("con un archivo privado roto, que no se abre", "privado/contactos/salud.yaml", b"a: ["),
    Caso("con una imagen entre los documentos", "mesas/salud/actas/2024-03-21.jpg", b"\xff\xd8"),
]

CASOS = [*VINCULOS, *CASCADAS, *YAML, *FORMA, *DISCO, *EN_ORDEN]
