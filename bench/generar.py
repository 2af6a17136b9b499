"""De un tamaño a un corpus: el mismo contenido como repositorio de mesgepret y como sitio de Hugo.

Determinista: el mismo tamaño da los mismos octetos. Uso: `python bench/generar.py M CARPETA`.
"""

from __future__ import annotations

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

import yaml

RAIZ = Path(__file__).resolve().parent.parent
SESIONES = {"S": 12, "M": 120, "L": 600}
"""Ayudas memoria por mesa: con 22 mesas, 264, 2 640 y 13 200."""

INDICADORES = 500
MIEMBROS = 15
_VERBOS = ("Publicar", "Entregar", "Revisar", "Contratar", "Inspeccionar", "Depurar", "Convocar", "Ampliar")
_COSAS = (
    "el padrón de beneficiarios", "la lista de proveedores", "el registro de instalaciones", "los términos de referencia",
    "la cartera de proyectos", "el inventario de equipos", "las actas de recepción", "la tabla de tarifas",
    "el mapa de cobertura", "los convenios con las alcaldías", "la encuesta de satisfacción",
)  # fmt: skip
_DONDE = ("Choluteca", "Olancho", "Cortés", "Atlántida", "Gracias a Dios", "Intibucá", "Yoro")


def generar(tamano: str, destino: Path) -> None:
    """Escribe en `destino` las carpetas `mesgepret` y `hugo`."""
    propio, hugo = destino / "mesgepret", destino / "hugo"
    shutil.rmtree(destino, ignore_errors=True)
    shutil.copytree(
        RAIZ / "mcr",
        propio / "mcr",
        ignore=shutil.ignore_patterns("avances", "institucionales", "sectoriales", "presidenciales.yaml"),
    )
    sectores = yaml.safe_load((RAIZ / "mcr" / "sectores.yaml").read_text("utf-8"))["sectores"]
    _escribir(
        propio / "mesgepret.yaml", {"nombre": f"Corpus {tamano}", "hoy": "2024-12-31", "juzga_desde": "2022-09-01"}
    )
    _metas(propio, sectores)
    for sector in sectores:
        _mesa(propio / "mesas" / sector["id"], sector["sigla"], sector["rectoras"][0], SESIONES[tamano])
    _sitio_de_hugo(propio, hugo)


def _metas(propio: Path, sectores: list[dict[str, str]]) -> None:
    indicador = {
        "unidad": {"codigo": "porcentaje", "texto": "por ciento"}, "fuente": "Registro administrativo",
        "definicion": "Parte del total que cumple, al cierre del trimestre.", "frecuencia": "trimestral",
        "eslabon": "producto", "sentido": "ascendente", "avances_son": "nivel", "meta_anual_es": "ultimo",
        "metodo_cumplimiento": "razon", "linea_base": {"anio": 2022, "valor": 40, "fuente": "Registro administrativo"},
        "metas_anuales": [{"anio": 2024, "valor": 60}, {"anio": 2025, "valor": 70}],
        "programacion": [{"periodo": f"2024-T{t}", "valor": 40 + 5 * t} for t in range(1, 5)],
        "metodo_calculo": {"expresion": "cumplen / total * 100"},
        "proyeccion": {"metodo": "Serie lineal", "potencial": "Hasta 80 %", "apoyo_diger": {"quien": "DIGER", "fecha": "2022-09-20"}},
    }  # fmt: skip
    ejes = yaml.safe_load((RAIZ / "mcr" / "ejes.yaml").read_text("utf-8"))["ejes"]
    presidenciales = []
    de_su_eje: dict[str, str] = {}
    for n, eje in enumerate(ejes, 1):
        presidenciales.append({
            "id": f"M{n}", "resultado": f"Resultado presidencial {n}", "eje": eje["id"], "instrumentos": ["plan-gobierno"],
            "responsable": sectores[0]["rectoras"][0], "agregacion": {"contribuyentes": "promedio_ponderado"}, "indicadores": [{"id": "I1", "nombre": f"Impacto {n} (demostración)", **indicador}],
        })  # fmt: skip
        for suyo in eje.get("sectores", []) + [s for v in eje.get("vertientes", []) for s in v["sectores"]]:
            de_su_eje[suyo] = f"PRES-M{n}"
    _escribir(propio / "mcr" / "presidenciales.yaml", {"metas": presidenciales})
    por_sector = INDICADORES // len(sectores) + 1
    de_cada_casa: dict[str, list[str]] = {
        sectores[0]["rectoras"][0]: [f"PRES-M{n}-I1" for n in range(1, len(ejes) + 1)]
    }
    for i, sector in enumerate(sectores):
        cuantos = min(por_sector, INDICADORES - i * por_sector)
        metas = [
            {
                "id": f"M{m}", "resultado": f"Resultado {m} del sector", "responsable": sector["rectoras"][0],
                "contribuye_a": [{"meta": de_su_eje[sector["id"]]}], "instrumentos": ["plan-gobierno"],
                "concertada_en": f"{sector['sigla']}-2022-10-03",
                "mecanismo": {"recoleccion": "La UPGRET carga la cifra", "responsable": sector["rectoras"][0], "frecuencia": "trimestral"},
                "indicadores": [{"id": "I1", "nombre": f"Indicador {m} (demostración)", "vinculo": [f"{de_su_eje[sector['id']]}-I1"], **indicador}],
            }
            for m in range(1, cuantos + 1)
        ]  # fmt: skip
        _escribir(propio / "mcr" / "sectoriales" / f"{sector['id']}.yaml", {"metas": metas})
        de_cada_casa.setdefault(sector["rectoras"][0], []).extend(
            f"{sector['sigla']}-M{m}-I1" for m in range(1, cuantos + 1)
        )
    for trimestre, (fin, reporte) in enumerate(
        (("03-31", "04-15"), ("06-30", "07-15"), ("09-30", "10-15"), ("12-31", "12-31")), 1
    ):
        for casa, indicadores in de_cada_casa.items():
            cifras = [c for n, id in enumerate(indicadores) for c in _cifras(n, id, trimestre, fin, reporte)]
            _escribir(propio / "mcr" / "avances" / f"2024-T{trimestre}" / f"{casa}.yaml", {"avances": cifras})


def _cifras(n: int, id: str, trimestre: int, fin: str, reporte: str) -> list[dict[str, object]]:
    """Lo informado de un trimestre; uno de cada diez, corregido; uno de cada quince, sin dato."""
    cumplen = 300 + 40 * trimestre + (n * 7) % 60
    cifra = {
        "indicador": id, "valor": cumplen / 10, "estado": "definitivo", "fecha_corte": f"2024-{fin}", "fecha_reporte": f"2024-{reporte}",
        "variables": {"cumplen": cumplen, "total": 1000}, "fuente": "Registro administrativo",
        "evidencia": [{"titulo": "Boletín del trimestre", "url": "https://ejemplo.hn/boletin"}],
    }  # fmt: skip
    if n % 15 == 14:
        return [{"indicador": id, "sin_dato": "No se levantó la encuesta", "fecha_reporte": f"2024-{reporte}"}]
    if n % 10 == 9:
        corregida = {**cifra, "valor": (cumplen - 20) / 10, "variables": {"cumplen": cumplen - 20, "total": 1000}}
        return [cifra, {**corregida, "corrige": "Se contaron dos veces los casos trasladados"}]
    return [cifra]


def _mesa(carpeta: Path, sigla: str, rectora: str, sesiones: int) -> None:
    persona = [f"persona-{i}" for i in range(MIEMBROS)]
    oficio = {"numero": "OF-1-2022", "fecha": "2022-09-01", "recibido": "2022-09-02"}
    acreditaciones = [
        {
            "id": p, "nombre": f"Persona {i} de {sigla}", "cargo": "Cargo", "nivel": "politico" if i == 0 else "tecnico",
            "papel": ("maxima_autoridad", "direccion_upgret")[i] if i < 2 else "upgret", "calidad": "titular" if i < 4 else "suplente",
            "oficio": oficio, "desde": "2022-09-02",
        }
        for i, p in enumerate(persona)
    ]  # fmt: skip
    _escribir(carpeta / "miembros" / f"{rectora}.yaml", {"acreditaciones": acreditaciones})
    acto = {"documento": "Acuerdo 1-2022", "fecha": "2022-09-05"}
    _escribir(
        carpeta / "mesa.yaml",
        {
            "politico": {"coordinacion": [{"miembro": persona[0], "desde": "2022-09-05", "designacion": {"por": "presidencia", **acto}}]},
            "tecnico": {"coordinacion": [{"miembro": persona[1], "alto_nivel": True, "desde": "2022-09-06",
                        "designacion": {"por": [persona[0]], "consintieron": [rectora], **acto, "fecha": "2022-09-06"}}]},
            "diger": {"analistas": [{"id": "analista", "nombre": f"Analista de {sigla}", "desde": "2022-09-05"}]},
            "equipo_apoyo": {"integrantes": [{"miembro": persona[2], "desde": "2022-09-05"}]},
            "transversales": [{"tema": t, "como_se_aborda": "Se desagregan las cifras."} for t in ("TT1", "TT2", "TT3")]
            + [{"tema": f"TT{t}", "pertinente": False, "motivo": "Lo lleva otra mesa."} for t in (4, 5, 6, 7)],
        },
    )  # fmt: skip
    actividades = [
        {"id": f"A{i}", "actividad": f"Actividad {i}", "tipo": f"ACT{(i - 1) % 6 + 1}", "objetivo": f"OE{(i - 1) % 8 + 1}",
         "resultado": "Resultado", "responsables": [persona[1]], "inicio": "2024-01-15", "fin": "2024-11-30"}
        for i in range(1, 9)
    ]  # fmt: skip
    _escribir(carpeta / "planes" / "2022-2024.yaml",
              {"version": 1, "desde": "2022-09-01", "hasta": "2024-12-31", "actividades": actividades})  # fmt: skip
    anterior = ""
    for n in range(sesiones):
        dia = date(2022, 10, 3) + timedelta(days=n * (800 // sesiones))
        _escribir(carpeta / "actas" / f"{dia}.yaml", _acta(n, dia, sigla, persona, anterior))
        anterior = f"{sigla}-{dia}"


def _acta(n: int, dia: date, sigla: str, persona: list[str], anterior: str) -> dict[str, object]:
    def texto(k: int) -> str:
        return f"{_VERBOS[(n + k) % 8]} {_COSAS[(n * 3 + k) % 11]} de {_DONDE[(n * 5 + k) % 7]}"

    acuerdos: list[dict[str, object]] = []
    for k in range(8):
        acuerdo: dict[str, object] = {
            "id": f"A{k + 1}", "texto": f"{texto(k)} y dar cuenta en la sesión siguiente con las cifras de cada municipio.",
            "clase": "acuerdo", "resultado": f"Queda hecho: {_COSAS[(n + k) % 11]}", "responsables": [persona[1 + (n + k) % 6]],
            "plazo": str(dia + timedelta(days=20 + 5 * k)), "metas": [f"{sigla}-M{1 + (n + k) % 15}"],
        }  # fmt: skip
        acuerdos.append(acuerdo)
    if n % 10 < 3:  # hallazgos en tres de cada diez archivos
        del acuerdos[2]["resultado"]
    acta: dict[str, object] = {
        "estado": "definitiva", "numero": n + 1, "nivel": "tecnico", "tipo": "ordinaria", "modalidad": "presencial",
        "hora_inicio": "09:00", "hora_cierre": "11:30", "lugar": "Sala de reuniones de la rectora",
        "preside": [persona[1]], "levanta": [persona[1]],
        "participantes": [{"miembro": p, "calidad": "titular", "asistencia": "presente"} for p in persona[:10]],
        "agenda": [
            {"punto": k + 1, "tema": texto(k + 9), "responsables": [persona[1 + k]], "estado": "tratado",
             "desarrollo": "Se presentó el informe y se discutieron las dificultades de cada departamento.",
             "conclusion": f"Se acuerda {texto(k + 3).lower()}."}
            for k in range(4)
        ],
        "acuerdos": acuerdos,
    }  # fmt: skip
    if anterior:
        acta["seguimiento"] = [
            {"sobre": f"{anterior}-A{k + 1}", "estado": "cumplido", "avance": 100, "fecha_corte": str(dia),
             "comentario": "Se entregó lo pedido y consta en el expediente."}
            for k in range(8)
        ]  # fmt: skip
    acta["distribucion"] = [{"fecha": str(dia + timedelta(days=2)), "medio": "correo", "destinatarios": "todos"}]
    return acta


def _sitio_de_hugo(propio: Path, hugo: Path) -> None:
    """Una página llana por ayuda memoria, con los mismos datos en el frente y una plantilla que los dice."""
    (hugo / "layouts" / "_default").mkdir(parents=True)
    (hugo / "hugo.toml").write_text(
        'baseURL = "https://ejemplo.hn/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]\n',
        "utf-8",
    )
    (hugo / "layouts" / "_default" / "single.html").write_text(_PLANTILLA_DE_HUGO, "utf-8")
    for acta in sorted(propio.glob("mesas/*/actas/*.yaml")):
        destino = hugo / "content" / acta.parts[-3] / f"{acta.stem}.md"
        destino.parent.mkdir(parents=True, exist_ok=True)
        destino.write_text(f"---\ntitle: Ayuda memoria {acta.stem}\n{acta.read_text('utf-8')}---\n", "utf-8")


_PLANTILLA_DE_HUGO = """<!doctype html><html lang="es"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<h1>{{ .Title }}</h1>{{ with .Params }}<p>No. {{ .numero }}, {{ .hora_inicio }} a {{ .hora_cierre }}, {{ .lugar }}</p>
<h2>Participantes</h2><ul>{{ range .participantes }}<li>{{ .miembro }} ({{ .asistencia }})</li>{{ end }}</ul>
<h2>Agenda</h2>{{ range .agenda }}<h3>{{ .punto }}. {{ .tema }}</h3>{{ .desarrollo | markdownify }}<p>{{ .conclusion }}</p>{{ end }}
<h2>Acuerdos</h2>{{ range .acuerdos }}<h3>{{ .id }}. {{ .texto }}</h3><p>{{ .resultado }}. {{ delimit .responsables ", " }}. {{ .plazo }}</p>{{ end }}
<h2>Seguimiento</h2><table>{{ range .seguimiento }}<tr><td>{{ .sobre }}</td><td>{{ .estado }}</td><td>{{ .comentario }}</td></tr>{{ end }}</table>
{{ end }}</body></html>
"""


class _Llano(yaml.CSafeDumper):
    """Sin anclas: lo que se repite se escribe otra vez, como lo escribe una persona."""

    def ignore_aliases(self, data: object) -> bool:
        """Nunca hace falta un alias."""
        return True


def _escribir(ruta: Path, datos: object) -> None:
    ruta.parent.mkdir(parents=True, exist_ok=True)
    ruta.write_text(yaml.dump(datos, Dumper=_Llano, allow_unicode=True, sort_keys=False, width=118), "utf-8")


if __name__ == "__main__":
    generar(sys.argv[1], Path(sys.argv[2]))
