"""De la línea principal, paso a paso, a la vida de cada ayuda memoria: desde cuándo es definitiva y quién la tocó."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from mesgepret.diagnostico import sugerir
from mesgepret.historia.actas import de_un_acta
from mesgepret.historia.canonica import CRECEN
from mesgepret.historia.diferencias import diferencias, perdidos
from mesgepret.historia.epoca import hoja_de
from mesgepret.historia.falta import RESERVADO, Falta, mapas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mesgepret.historia.epoca import Epoca, Hoja
    from mesgepret.historia.pasos import Paso


class Reservado(NamedTuple):
    """Un valor que se reservó por ley en algo ya definitivo: quién, cuándo, y los dos sellos."""

    paso: Paso
    campo: str
    sello_antes: str
    sello: str


@dataclass
class Vida:
    """Una ayuda memoria en la línea principal.

    `desde`: el paso en que quedó definitiva; `sello`: el de entonces o, si algo se reservó después, el de ahora;
    `faltas`: lo que se le hizo después, con el paso en que se hizo.
    """

    archivo: str
    desde: Paso
    sello: str
    hoja: Hoja
    faltas: list[tuple[Paso, Falta]] = field(default_factory=list)
    reservas: list[Reservado] = field(default_factory=list)
    borrada: bool = False

    @property
    def intacta(self) -> bool:
        """Si nadie la tocó desde que es definitiva."""
        return not self.faltas


class Verificacion(NamedTuple):
    """La vida de las ayudas memoria en una línea de Git; `desde`: el commit desde el que rige, si se dijo."""

    linea: str
    desde: str
    pasos: list[Paso]
    vidas: list[Vida]

    @property
    def intacta(self) -> bool:
        """Si nadie tocó ninguna."""
        return all(vida.intacta for vida in self.vidas)


class Sellada(NamedTuple):
    """Una ayuda memoria y su sello; si no se halla, la más parecida."""

    archivo: str = ""
    sello: str = ""
    parecida: str = ""


def sellar(epoca: Epoca, acta: str) -> Sellada:
    """El sello de una ayuda memoria, por su archivo o por su id (`SALUD-2024-03-21`)."""
    siglas = {u.get("id"): u.get("sigla") for h in epoca.de_clase("sectores") for _, u in mapas(h.lista("sectores"))}
    por_nombre: dict[str, Hoja] = {}
    for hoja in epoca.de_clase("acta"):
        por_nombre[hoja.archivo] = por_nombre[f"{siglas.get(hoja.huecos['sector'])}-{hoja.huecos['fecha']}"] = hoja
    hallada = por_nombre.get(acta)
    return Sellada(hallada.archivo, hallada.sello) if hallada else Sellada(parecida=sugerir(acta, por_nombre))


def vigencia_dicha(epoca: Epoca) -> tuple[str, str]:
    """La rama principal y el commit desde el que rige lo definitivo, como los dice `mesgepret.yaml`; vacíos si no."""
    historia = _dicho_en("historia", epoca)
    return str(historia.get("rama", "main")), str(historia.get("rige_desde", ""))


def forja_dicha(epoca: Epoca) -> str:
    """La dirección del repositorio en la forja, sin barra final, como la dice `mesgepret.yaml`; vacía si no."""
    return str(_dicho_en("sitio", epoca).get("forja", "")).rstrip("/")


def _dicho_en(clave: str, epoca: Epoca) -> dict[str, Any]:
    for hoja in epoca.de_clase("mesgepret"):
        dicho = hoja.datos.get(clave) if isinstance(hoja.datos, dict) else None
        return dicho if isinstance(dicho, dict) else {}
    return {}


def actas_tocadas(pasos: Iterable[Paso]) -> set[str]:
    """Las huellas de todas las versiones de ayudas memoria que hay que leer."""
    toques = [t for paso in pasos for t in paso.toques if _es_acta(t.archivo)]
    return {huella for t in toques for huella in (t.antes, t.despues) if huella}


def vidas(pasos: Iterable[Paso], contenidos: Mapping[str, bytes]) -> list[Vida]:
    """La vida de cada ayuda memoria definitiva, por archivo. `contenidos`: los de `actas_tocadas`, por su huella."""
    vivas: dict[str, Vida] = {}
    todas: list[Vida] = []
    for paso in pasos:
        toques = [t for t in paso.toques if _es_acta(t.archivo)]
        nacidas = {t.despues: t.archivo for t in toques if t.despues and not t.antes}
        for toque in toques:
            nueva = hoja_de(toque.archivo, contenidos[toque.despues], paso.commit) if toque.despues else None
            vida = vivas.get(toque.archivo)
            if vida is not None:
                _seguir(vida, paso, nueva, nacidas.get(toque.antes, ""))
            elif nueva is not None and nueva.definitiva:
                vivas[toque.archivo] = Vida(toque.archivo, paso, nueva.sello, nueva)
                todas.append(vivas[toque.archivo])
    return sorted(todas, key=lambda vida: vida.archivo)


def _seguir(vida: Vida, paso: Paso, nueva: Hoja | None, movida_a: str) -> None:
    """Lo que un paso le hizo a una ayuda memoria definitiva; devolverla a como se cerró no es tocarla."""
    if nueva is None:
        que = ("H103", f"pasó a «{movida_a}»") if movida_a else ("H102", "se borró")
        vida.faltas.append((paso, Falta(que[0], vida.hoja.en(), f"la ayuda memoria definitiva {que[1]}", vida.archivo)))
        vida.borrada = True
        return
    vida.borrada = False
    halladas = [] if nueva.sello == vida.sello and not _encoge(vida.hoja, nueva) else list(de_un_acta(vida.hoja, nueva))
    vida.faltas += [(paso, una) for una in halladas]
    if not halladas and nueva.sello != vida.sello:
        reservados = [d for d in diferencias(vida.hoja.datos, nueva.datos) if d.despues == RESERVADO]
        for d in reservados:
            vida.reservas.append(Reservado(paso, ".".join(map(str, d.ruta)), vida.sello, nueva.sello))
        if reservados:  # cerrar otra vez lo que se reabrió no le da otro sello
            vida.sello = nueva.sello
    vida.hoja = nueva


def _encoge(antes: Hoja, despues: Hoja) -> bool:
    return any(perdidos(antes.lista(clave), despues.lista(clave)) for clave in CRECEN)


def _es_acta(archivo: str) -> bool:
    partes: list[Any] = archivo.split("/")
    return len(partes) == 4 and partes[0] == "mesas" and partes[2] == "actas"
