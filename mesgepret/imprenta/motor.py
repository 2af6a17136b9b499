"""De una hoja a sus bytes: el mismo contenido con el vocabulario de HTML o con el de Markdown."""

from __future__ import annotations

import re
from itertools import count
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import BytecodeCache, DictLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import missing
from markupsafe import Markup, escape

from mesgepret.imprenta import lengua, prosa
from mesgepret.imprenta.direcciones import direccion, relativa, rotulo
from mesgepret.imprenta.prosa import marcado

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from jinja2.bccache import Bucket
    from jinja2.compiler import Frame, MacroRef

    from mesgepret.imprenta.hoja import Hoja

_HUECO = re.compile(r"\n{3,}")
_POR_ESCAPAR = re.compile("[&<>\"']")


class Motor:
    """Una lengua de salida: `html` o `md`. Compone hojas de una en una; recuerda en cuál está para los enlaces."""

    def __init__(
        self,
        lengua_de_salida: str,
        plantillas: Mapping[str, str],
        existentes: frozenset[str],
        globales: Mapping[str, Any],
    ) -> None:
        self.extension = lengua_de_salida
        self._aqui = ""
        self._cuenta, self._dichas = count(1), set[str]()
        self._existentes = existentes
        escapar = _para_html if lengua_de_salida == "html" else _para_markdown
        self._entorno = _Entorno(
            loader=DictLoader(dict(plantillas)),
            autoescape=True,
            bytecode_cache=_Compiladas(lengua_de_salida),
            finalize=escapar,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._entorno.filters |= {
            "linea": _en_linea,
            "palabra": lengua.palabra,
            "cifra": lengua.cifra,
            "literal": Markup,
            "linea_segura": lambda valor: _en_linea(escapar(valor)),
        }
        self._entorno.globals |= {
            "enlace_a": self._enlace,
            "archivo_del_sitio": lambda ruta: relativa(self._aqui, ruta, "x").removesuffix("/index.x"),
            "rotulo": rotulo,
            "numero_de_grafico": lambda: next(self._cuenta),
            "primera_vez": self._primera_vez,
            "prosa": prosa.a_html if lengua_de_salida == "html" else prosa.a_markdown,
            "contar": lengua.contar,
            "hay": _hay,
            "campo": getattr,
            **globales,
        }
        self._entorno.globals["b"] = self._entorno.get_template(f"bloques/{lengua_de_salida}.j2").module
        self._entorno.globals["p"] = self._entorno.get_template("contenido/partes.j2").module
        self._entorno.globals["g"] = self._entorno.get_template(f"graficos/{lengua_de_salida}.j2").module
        self._entorno.globals["busqueda"] = self._entorno.get_template(f"busqueda/{lengua_de_salida}.j2").module
        self._entorno.globals["medidas"] = self._entorno.get_template("contenido/medidas.j2").module
        self._marco = self._entorno.get_template(f"marco/{lengua_de_salida}.j2")

    def componer(self, hoja: Hoja) -> tuple[str, bytes]:
        """La ruta del archivo en el sitio y su contenido en UTF-8."""
        self._aqui, self._cuenta, self._dichas = hoja.ruta, count(1), set()
        contenido = self._entorno.get_template(f"contenido/{hoja.plantilla}.j2").render(hoja=hoja, **hoja.contexto)
        pagina = self._marco.render(hoja=hoja, contenido=Markup(contenido))
        if self.extension == "md":
            sin_colas = "\n".join([renglon.rstrip(" \t") for renglon in pagina.split("\n")])
            pagina = _HUECO.sub("\n\n", sin_colas).strip() + "\n"
        ruta = f"{hoja.ruta}/index.{self.extension}" if hoja.ruta else f"index.{self.extension}"
        return ruta, pagina.encode()

    def _primera_vez(self, que: str) -> bool:
        """Si en esta página no se había dicho: lo que se repite mucho se escribe una vez y después se cita."""
        nueva = que not in self._dichas
        self._dichas.add(que)
        return nueva

    def _enlace(self, destino: Any) -> str:
        """El enlace relativo a una pieza o a una carpeta del sitio; vacío si no tiene página."""
        ruta = destino if isinstance(destino, str) else direccion(destino)
        if ruta.partition("#")[0] not in self._existentes or (ruta == "" and destino != ""):
            return ""
        return relativa(self._aqui, ruta, self.extension)


class _Generador(CodeGenerator):
    """Compila las plantillas sin cinco rodeos de Jinja que aquí no sirven y costaban la mitad de cada página.

    Toda llamada es directa, porque ninguna función pide el contexto; lo que se escribe pasa solo por `finalize`, que
    ya escapa; una macro es su función; un atributo es un atributo, y lo que va entre corchetes, una clave o un lugar.
    Lo que sale es lo mismo, octeto a octeto: hay prueba.
    """

    _con_cuidado = False

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """De lo que se pregunta si está, se pregunta a la manera de Jinja."""
        antes, self._con_cuidado = self._con_cuidado, node.name in ("defined", "undefined")
        super().visit_Test(node, frame)
        self._con_cuidado = antes

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`x.y`, y no `environment.getattr(x, "y")`."""
        if self._con_cuidado or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """`x["y"]`, y no `environment.getitem(x, "y")`; con `x[y]`, Jinja sabe buscar también un atributo."""
        if self._con_cuidado or not isinstance(node.arg, nodes.Const):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """`f(a, b=c)`, y no `context.call(f, a, b=c)`."""
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.fail("aquí las llamadas no llevan * ni **", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for valor in node.args:
            self.visit(valor, frame)
            self.write(", ")
        for nombrado in node.kwargs:
            self.write(f"{nombrado.key}=")
            self.visit(nombrado.value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """La de `_hacer_macro`, y no la de Jinja."""
        nombres = [argumento.name for argumento in macro_ref.node.args] + ["caller"] * macro_ref.accesses_caller
        self.write(f"environment.hacer_macro(macro, {tuple(nombres)!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


def _hacer_macro(funcion: Callable[..., str], nombres: tuple[str, ...]) -> Callable[..., Markup]:
    """Una macro compilada: su función, con los nombres de sus argumentos; los que no se dan, `missing`."""
    huecos = tuple((missing,) * (len(nombres) - dados) for dados in range(len(nombres) + 1))

    def macro(*dados: Any, **nombrados: Any) -> Markup:
        if not nombrados:
            return marcado(Markup, funcion(*dados, *huecos[len(dados)]))
        resto = [nombrados.pop(nombre, missing) for nombre in nombres[len(dados) :]]
        if nombrados:
            raise TypeError(f"argumentos que la macro no tiene: {', '.join(nombrados)}")
        return marcado(Markup, funcion(*dados, *resto))

    return macro


class _Entorno(Environment):
    """El de Jinja, con `_Generador`, y con lo que toda plantilla ve en un solo diccionario, que se copia de una vez."""

    code_generator_class = _Generador
    hacer_macro = staticmethod(_hacer_macro)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Lo de todas: aquí ninguna plantilla trae lo suyo."""
        if d:
            raise ValueError("una plantilla ve lo que ven todas")
        return self.globals


class _Compiladas(BytecodeCache):
    """Las plantillas ya compiladas en este proceso: componer otra vez no las compila otra vez."""

    hechas: ClassVar[dict[tuple[str, str, str], bytes]] = {}

    def __init__(self, lengua_de_salida: str) -> None:
        self.lengua = lengua_de_salida

    def load_bytecode(self, bucket: Bucket) -> None:
        """Lo compilado de esta misma plantilla, si lo hay; su huella distingue lo que cambió."""
        hecho = self.hechas.get((self.lengua, bucket.key, bucket.checksum))
        if hecho is not None:
            bucket.bytecode_from_string(hecho)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Guarda lo compilado."""
        self.hechas[self.lengua, bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def _en_linea(texto: str) -> Markup:
    """Lo que ya está escapado, en un solo renglón."""
    return marcado(Markup, " ".join(str(texto).split()))


def _hay(valor: Any) -> bool:
    """Si un valor dice algo: «0» sí, y lo vacío, lo que es solo espacio y «no», no."""
    if isinstance(valor, str):
        return bool(valor) and not valor.isspace()
    return valor is not False and bool(lengua.decir(valor).strip())


def _para_html(valor: Any) -> str:
    if type(valor) is Markup:
        return valor
    texto = lengua.decir(valor)
    return escape(texto) if _POR_ESCAPAR.search(texto) else texto


def _para_markdown(valor: Any) -> str:
    return valor if type(valor) is Markup else prosa.escapar_markdown(lengua.decir(valor))
