"""Las plantillas compiladas por el camino corto dicen lo mismo que por el de Jinja."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, TemplateAssertionError
from markupsafe import Markup, escape

from mesgepret.imprenta.motor import _Entorno

CASOS = {
    "un texto con signos": "{{ hostil }}",
    "un trozo ya seguro": "{{ seguro }}",
    "una macro con lo que falta": "{% macro m(a, b='<b>', c=3) %}{{ a }}/{{ b }}/{{ c }}{% endmacro %}{{ m(hostil) }}{{ m(1, c=4) }}",
    "una macro dentro de otra": "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{% macro n(a) %}{{ m(m(a)) }}{% endmacro %}{{ n(hostil) }}",
    "un bloque que llama": "{% macro m(x) %}<p>{{ caller(x) }}</p>{% endmacro %}{% call(y) m(hostil) %}[{{ y }}]{% endcall %}",
    "un bloque con nombre": "{% set s %}<u>{{ hostil }}</u>{% endset %}{{ s }}{{ s|upper }}",
    "un bucle con su vez": "{% for x in lista %}{{ loop.index }}{{ x }}{% else %}nada{% endfor %}",
    "una espera con estado": "{% set n = namespace(i=0) %}{% for x in lista %}{% set n.i = n.i + x %}{% endfor %}{{ n.i }}",
    "un filtro en cadena": "{{ lista|map('string')|join(', ')|upper }}{{ hostil|length }}",
    "un método y una clave": "{{ mapa.get('a') }}{{ mapa['a'] }}{{ hostil.strip() }}",
    "lo que no se sabe si está": "{{ mapa.z is defined }}{{ 'x' if mapa.a is defined else hostil }}",
}


def entornos() -> list[Environment]:
    def escapar(valor: Any) -> Any:
        return valor if type(valor) is Markup else escape(str(valor))

    return [clase(autoescape=True, finalize=escapar, undefined=StrictUndefined) for clase in (Environment, _Entorno)]


@pytest.mark.parametrize("nombre", CASOS)
def test_sale_lo_mismo_que_con_jinja(nombre: str) -> None:
    datos = {"hostil": "<script>\"&'", "seguro": Markup("<b>sí</b>"), "lista": [1, 2, 3], "mapa": {"a": "<&>"}}
    por_jinja, por_lo_corto = (e.from_string(CASOS[nombre]).render(**datos) for e in entornos())
    assert por_lo_corto == por_jinja


def test_un_nombre_que_no_esta_no_pasa_en_silencio() -> None:
    for entorno in entornos():
        with pytest.raises(Exception, match="falta"):
            entorno.from_string("{{ falta }}").render()


def test_las_claves_de_un_diccionario_van_entre_corchetes() -> None:
    with pytest.raises(AttributeError):
        entornos()[1].from_string("{{ mapa.a }}").render(mapa={"a": 1})


def test_una_macro_no_acepta_un_argumento_que_no_tiene() -> None:
    for entorno in entornos():
        with pytest.raises(TypeError):
            entorno.from_string("{% macro m(a) %}{% endmacro %}{{ m(1, otro=2) }}").render()


def test_una_llamada_con_asterisco_se_rechaza_al_compilar() -> None:
    with pytest.raises(TemplateAssertionError):
        _Entorno().from_string("{{ f(*x) }}")
