"""Los archivos con que una forja ejecuta mesgepret: tienen la forma oficial y lo que mandan funciona."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import BASE, RAIZ
from tests.historia.git import Taller

ARCHIVOS = [
    ("vendor.github-workflows", ".github/workflows/revisar.yml"),
    ("vendor.github-workflows", ".github/workflows/publicar.yml"),
    ("vendor.github-workflows", ".github/workflows/solicitud.yml"),
    ("vendor.github-workflows", ".github/workflows/comentar.yml"),
    ("vendor.github-actions", "action.yml"),
    ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/dato.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/defecto.yml"),
    ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/regla.yml"),
    ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
]


def _yaml(archivo: str) -> Any:
    return yaml.safe_load((RAIZ / archivo).read_text("utf-8"))


@pytest.fixture
def entorno(tmp_path: Path) -> dict[str, str]:
    """Un PATH con la orden `mesgepret` de este mismo código, como la deja una instalación."""
    orden = tmp_path / "bin" / "mesgepret"
    orden.parent.mkdir()
    orden.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mesgepret "$@"\n')
    orden.chmod(0o755)
    return {**os.environ, "PATH": f"{orden.parent}:{os.environ['PATH']}", "PYTHONPATH": str(RAIZ)}


@pytest.fixture
def repositorio(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "repositorio"))


def _estropear(repositorio: Path) -> None:
    acta = repositorio / "mesas/salud/actas/2024-03-21.yaml"
    acta.write_text(acta.read_text("utf-8").replace("responsables: [sesal]", "responsables: [sesall]", 1), "utf-8")


@pytest.mark.parametrize(("esquema", "archivo"), ARCHIVOS, ids=[archivo for _, archivo in ARCHIVOS])
def test_tiene_la_forma_oficial(esquema: str, archivo: str) -> None:
    orden = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", esquema, str(RAIZ / archivo)]
    orden += ["--data-transform", "gitlab-ci"] if esquema == "vendor.gitlab-ci" else []
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr


def test_el_sitio_se_publica_con_la_misma_orden_en_las_dos_forjas_y_de_la_carpeta_en_que_queda() -> None:
    pasos = _yaml(".github/workflows/publicar.yml")["jobs"]["componer"]["steps"]
    assert [p["run"] for p in pasos if "run" in p] == ["python3 build.py"]
    assert pasos[-1]["with"]["path"] == "output"
    assert _yaml(".gitlab-ci.yml")["pages"]["script"] == ["python3 build.py", "mv output public"]


def test_publicar_no_da_a_quien_compone_permiso_de_publicar() -> None:
    flujo = _yaml(".github/workflows/publicar.yml")
    assert flujo["permissions"] == {}
    assert flujo["jobs"]["componer"]["permissions"] == {"contents": "read"}
    assert "contents" not in flujo["jobs"]["publicar"]["permissions"]


@pytest.mark.parametrize("archivo", [archivo for _, archivo in ARCHIVOS])
def test_toda_accion_ajena_se_fija_por_su_huella(archivo: str) -> None:
    for usada in re.findall(r"uses: (\S+)", (RAIZ / archivo).read_text("utf-8")):
        assert usada == "./" or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", usada), usada


@pytest.mark.parametrize(("roto", "estricto", "sale"), [(False, "", 0), (False, "--estricto", 0), (True, "", 1)])
def test_el_paso_de_la_accion_revisa_anota_y_deja_su_resumen(
    repositorio: Path, entorno: dict[str, str], tmp_path: Path, roto: bool, estricto: str, sale: int
) -> None:
    if roto:
        _estropear(repositorio)
    paso = next(p for p in _yaml("action.yml")["runs"]["steps"] if p.get("name") == "Revisar")
    resumen = tmp_path / "resumen.md"
    suyo = {**entorno, "RAIZ": str(repositorio), "ESTRICTO": estricto, "GITHUB_STEP_SUMMARY": str(resumen)}
    hecho = subprocess.run(["bash", "-c", paso["run"]], env=suyo, capture_output=True, text=True, check=False)
    assert hecho.returncode == sale, hecho.stderr
    assert ("::error file=mesas/salud/actas/2024-03-21.yaml,line=" in hecho.stdout) is roto
    assert resumen.read_text("utf-8").startswith(f"### mesgepret: {'1 error' if roto else '0 errores'}")


def test_el_gancho_revisa_el_repositorio_entero_cuando_cambia_un_documento(
    repositorio: Path, entorno: dict[str, str]
) -> None:
    (gancho,) = _yaml(".pre-commit-hooks.yaml")
    assert gancho["always_run"] is True  # con «files» no correría al borrar un documento, que también rompe
    assert gancho["pass_filenames"] is False
    orden = shlex.split(gancho["entry"])
    assert subprocess.run(orden, cwd=repositorio, env=entorno, capture_output=True, check=False).returncode == 0
    _estropear(repositorio)
    assert subprocess.run(orden, cwd=repositorio, env=entorno, capture_output=True, check=False).returncode == 1


def test_no_hay_archivo_de_forja_sin_comprobar() -> None:
    hay = {p.relative_to(RAIZ).as_posix() for p in (RAIZ / ".github").rglob("*.yml")}
    assert hay == {archivo for _, archivo in ARCHIVOS if archivo.startswith(".github/")}


def test_los_flujos_no_tienen_fallos_de_seguridad_conocidos() -> None:
    zizmor = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", "--no-config"]
    hecho = subprocess.run(
        [*zizmor, str(RAIZ / ".github"), str(RAIZ / "action.yml")], capture_output=True, text=True, check=False
    )
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr


def test_lo_que_corre_lo_ajeno_no_tiene_secretos_ni_escribe() -> None:
    texto = (RAIZ / ".github/workflows/solicitud.yml").read_text("utf-8")
    flujo = _yaml(".github/workflows/solicitud.yml")
    assert flujo["permissions"] == {}
    assert {k: v for trabajo in flujo["jobs"].values() for k, v in trabajo["permissions"].items()} == {
        "contents": "read"
    }
    assert "secrets." not in texto
    assert "github.token" not in texto


@pytest.fixture
def rama(repositorio: Path) -> Taller:
    """Un repositorio de Git con `main` y una rama que añade una entrega."""
    taller = Taller(repositorio)
    taller.git("init", "-q")
    taller.confirmar("La organización pequeña")
    taller.git("checkout", "-q", "-b", "cambio")
    taller.anadir("mesas/salud/seguimiento/2024-04-05.yaml",
                  "registra: luis-mejia\nseguimiento:\n  - {sobre: SALUD-2024-03-21-A1, estado: en_proceso, avance: 30, comentario: Va bien @todos}\n")  # fmt: skip
    taller.confirmar("Seguimiento de abril")
    return taller


def _solicitud(rama: Taller, entorno: dict[str, str], salida: Path) -> subprocess.CompletedProcess[str]:
    orden = [str(RAIZ / ".ci/solicitud"), "main", "cambio", str(salida), "."]
    return subprocess.run(orden, cwd=rama.raiz, env=entorno, capture_output=True, text=True, check=False)


def test_una_solicitud_deja_su_comentario_y_su_sitio(rama: Taller, entorno: dict[str, str], tmp_path: Path) -> None:
    hecho = _solicitud(rama, entorno, tmp_path / "salida")
    assert hecho.returncode == 0, hecho.stderr
    comentario = (tmp_path / "salida/comentario.md").read_text("utf-8")
    assert comentario.startswith("**1 con seguimiento y 1 documento con cambios.**")
    assert (tmp_path / "salida/sitio/index.html").is_file()


def test_una_solicitud_que_toca_lo_definitivo_falla_y_deja_dicho_que(
    rama: Taller, entorno: dict[str, str], tmp_path: Path
) -> None:
    rama.cambiar("mesas/salud/actas/2024-03-21.yaml", "plazo: 2024-06-30", "plazo: 2024-12-31")
    rama.confirmar("Se mueve un plazo")
    assert _solicitud(rama, entorno, tmp_path / "salida").returncode == 1
    assert "| H101 |" in (tmp_path / "salida/comentario.md").read_text("utf-8")


def test_una_solicitud_con_errores_los_anota_y_no_compone(
    rama: Taller, entorno: dict[str, str], tmp_path: Path
) -> None:
    _estropear(rama.raiz)
    rama.confirmar("Un error")
    en_github = {**entorno, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "resumen.md")}
    hecho = _solicitud(rama, en_github, tmp_path / "salida")
    assert hecho.returncode == 1
    assert "::error file=mesas/salud/actas/2024-03-21.yaml" in hecho.stdout
    assert not (tmp_path / "salida/sitio").exists()


def test_en_gitlab_los_hallazgos_quedan_en_un_archivo(rama: Taller, entorno: dict[str, str], tmp_path: Path) -> None:
    assert _solicitud(rama, {**entorno, "GITLAB_CI": "true"}, tmp_path / "salida").returncode == 0
    assert json.loads((tmp_path / "salida/hallazgos.json").read_text("utf-8")) == []


GH = """#!/usr/bin/env python3
import json, os, sys
argumentos = sys.argv[1:]
cuerpo = open(argumentos[argumentos.index("--input") + 1]).read() if "--input" in argumentos else ""
with open(os.environ["ANOTADO"], "a") as hoja:
    hoja.write(json.dumps([argumentos, cuerpo]) + "\\n")
if "--input" not in argumentos:
    print(os.environ["COMENTARIO"] if any("/comments" in a for a in argumentos) else os.environ["SOLICITUD"])
"""


def _comentar(texto: Path, entorno: dict[str, str], tmp_path: Path, **dichos: str) -> list[tuple[list[str], str]]:
    """Lo que se le pide a GitHub, con un `gh` que solo lo anota."""
    gh, anotado = tmp_path / "bin" / "gh", tmp_path / "anotado"
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)
    suyo = {**entorno, "GITHUB_REPOSITORY": "organizacion/mesas", "DUENIO": "ajena", "RAMA": "cambio; rm -rf $(pwd)", "HUELLA": "a" * 40,
            "ANOTADO": str(anotado), "COMENTARIO": "", "SOLICITUD": "7", **dichos}  # fmt: skip
    hecho = subprocess.run(
        [str(RAIZ / ".ci/comentar"), str(texto)], env=suyo, capture_output=True, text=True, check=False
    )
    assert hecho.returncode == 0, hecho.stderr
    return [tuple(json.loads(linea)) for linea in anotado.read_text("utf-8").splitlines()]


def test_el_comentario_se_publica_una_vez_y_despues_se_pone_al_dia(
    rama: Taller, entorno: dict[str, str], tmp_path: Path
) -> None:
    _solicitud(rama, entorno, tmp_path / "salida")
    texto = tmp_path / "salida/comentario.md"
    *_, (publicar, cuerpo) = _comentar(texto, entorno, tmp_path)
    assert publicar[:4] == ["api", "--method", "POST", "repos/organizacion/mesas/issues/7/comments"]
    escrito = json.loads(cuerpo)["body"]
    assert escrito.startswith("<!-- mesgepret: comparar -->\n**1 con seguimiento y 1 documento con cambios.**")
    *_, (corregir, _) = _comentar(texto, entorno, tmp_path, COMENTARIO="123")
    assert corregir[:4] == ["api", "--method", "PATCH", "repos/organizacion/mesas/issues/comments/123"]


def test_la_solicitud_la_dice_github_y_no_el_artefacto(entorno: dict[str, str], tmp_path: Path) -> None:
    texto = tmp_path / "comentario.md"
    texto.write_text("solicitud: 99\n", "utf-8")
    (buscar, _), *resto = _comentar(texto, entorno, tmp_path, SOLICITUD="")
    assert "head=ajena:cambio; rm -rf $(pwd)" in buscar
    assert resto == []


def test_el_artefacto_es_un_texto_y_nada_mas(entorno: dict[str, str], tmp_path: Path) -> None:
    texto = tmp_path / "comentario.md"
    texto.write_text("<!-- mesgepret: comparar --> @diger $(whoami) `id` \x1b[31m\n" + "línea larga\n" * 9000, "utf-8")
    *_, (_, cuerpo) = _comentar(texto, entorno, tmp_path)
    escrito = json.loads(cuerpo)["body"]
    assert escrito.count("<!--") == 1
    assert "$(whoami) `id`" in escrito
    assert not re.search(r"@\w|\x1b", escrito)
    assert len(escrito) < 65_536
    assert "Lo demás no cabe en un comentario." in escrito


def test_un_enlace_no_es_un_comentario(tmp_path: Path) -> None:
    (tmp_path / "secreto").write_text("clave", "utf-8")
    (tmp_path / "comentario.md").symlink_to(tmp_path / "secreto")
    orden = [sys.executable, str(RAIZ / ".ci/comentario.py"), str(tmp_path / "comentario.md")]
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)
    assert hecho.returncode == 2
    assert "clave" not in hecho.stdout
