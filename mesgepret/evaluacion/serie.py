"""De un indicador visto en un corte a su resultado en cada periodo: calculado, con su cuenta, o gris, con el porqué."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from mesgepret.evaluacion.cifras import NADA, Cifra, cifra_de, conocidos
from mesgepret.evaluacion.esperado import Esperado, esperado, meta_final, periodos_medidos, se_mide_en
from mesgepret.evaluacion.exactitud import Negativa, cuentas, exacto
from mesgepret.evaluacion.metodos import METODOS, SIN_DECIR, Datos
from mesgepret.evaluacion.resultado import CALCULADO, Corte, Resultado, anios_entre, razon_de
from mesgepret.evaluacion.semaforo import encender, tabla_de
from mesgepret.expediente.periodos import clase_de, contiene, fin_de, inicio_de, meses_despues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mesgepret.expediente import Indicador
    from mesgepret.expediente.mcr import Semaforo


class Serie:
    """Un indicador visto en un corte: sus periodos, uno por uno, con lo que se sabía."""

    def __init__(self, indicador: Indicador, corte: Corte, tablas: Mapping[str, Semaforo]) -> None:
        self.indicador = indicador.propio
        self.corte = corte
        self.tablas = tablas
        self.avances = [a for a in conocidos(self.indicador, corte.hoy) if a.fin <= corte.hasta]
        todos = periodos_medidos(self.indicador, [a.periodo for a in self.avances], corte.hasta)
        self.periodos = [p for p in todos if fin_de(p) <= corte.hasta] or todos[:1]
        self._sueltos = [p for p in self.periodos if not self._dentro(p)]
        self._mirados: dict[str, tuple[Esperado, Cifra]] = {}
        self._hechos: dict[tuple[str, date], Resultado] = {}

    @property
    def resultados(self) -> list[Resultado]:
        """El de cada periodo, en orden."""
        return [self.en(periodo) for periodo in self.periodos]

    @property
    def ultimo(self) -> Resultado:
        """El del último periodo contado; si en él nada se programó, el del último en que sí."""
        for periodo in reversed(self.periodos):
            if not self._mirar(periodo)[0].no_programado:
                return self.en(periodo)
        return self.en(self.periodos[-1])

    def en(self, periodo: str, desde: date = date.min) -> Resultado:
        """El resultado de un periodo; `desde`: lo que acumula solo mira los periodos que empiezan ese día o después."""
        if (periodo, desde) not in self._hechos:  # las alertas, los informes y las páginas preguntan por los mismos
            self._hechos[periodo, desde] = self._resultado(periodo, desde)
        return self._hechos[periodo, desde]

    def _resultado(self, periodo: str, desde: date) -> Resultado:
        esperado, cifra = self._mirar(periodo)
        vence = meses_despues(fin_de(periodo), self.indicador.rezago_meses or 0)
        base = Resultado(self.indicador, periodo, CALCULADO, vence, cifra, esperado)
        gris, motivo = self._gris(periodo, esperado, cifra, vence)
        try:
            with cuentas():
                avance, meta, pasos = self._a_comparar(periodo, esperado, cifra, desde)
                if self._es_hito and gris in ("sin_dato", "aun_no_exigible") and meta is not None and avance == meta:
                    gris, pasos = "", ("se alcanzó en un periodo anterior",)
                if gris:
                    return replace(base, estado=gris, motivo=motivo, avance=avance, meta=meta)
                base = replace(base, avance=avance, meta=meta, pasos=(*cifra.pasos, *pasos))
                if avance is None:
                    raise Negativa("no consta el avance")
                datos = self._datos(periodo, esperado, cifra, avance, meta)
                return self._calcular(base, datos)
        except Negativa as fallo:
            return replace(base, estado=gris or "no_calculable", motivo=motivo or str(fallo))

    def del_tramo(self, tramo: str) -> Resultado:
        """El resultado en un trimestre, semestre o año cualquiera: solo con lo que cae dentro.

        De lo que se mide en periodos mayores, el que acaba con él; si no acaba ninguno, ahí no se mide.
        """
        mayores = [p for p in self.periodos if contiene(p, tramo) and fin_de(p) == fin_de(tramo)]
        if not se_mide_en(self.indicador, tramo) and not mayores:
            motivo = f"se mide con frecuencia {self.indicador.frecuencia}: en este periodo no toca"
            return Resultado(self.indicador, tramo, "no_programado", fin_de(tramo), NADA, Esperado(), motivo=motivo)
        elegido = tramo if se_mide_en(self.indicador, tramo) else mayores[0]
        dentro = [p for p in self.periodos if contiene(elegido, p)] if self._acumula else []
        return self.en(dentro[-1] if dentro else elegido, inicio_de(elegido))

    @property
    def _es_hito(self) -> bool:
        return self.indicador.metodo_cumplimiento == "hito"

    @property
    def _acumula(self) -> bool:
        """Si se compara lo que va desde el principio: lo pide el método, o lo que son los avances y las metas."""
        uno = self.indicador
        metodo = METODOS.get(uno.metodo_cumplimiento)
        mezcla = (uno.avances_son, uno.meta_anual_es) in (("acumulado", "suma"), ("incremento", "ultimo"))
        return mezcla or uno.avances_son == "acumulado" or (metodo is not None and metodo.acumula)

    def _dentro(self, periodo: str) -> list[str]:
        """Los periodos medidos que caen dentro de otro mayor; en un mes no cabe ninguno."""
        if clase_de(periodo) == "mensual":
            return []
        return [p for p in self.periodos if p != periodo and contiene(periodo, p)]

    def _mirar(self, periodo: str) -> tuple[Esperado, Cifra]:
        if periodo not in self._mirados:
            self._mirados[periodo] = (
                esperado(self.indicador, periodo, self.corte.hasta),
                self._cifra(periodo),
            )
        return self._mirados[periodo]

    def _cifra(self, periodo: str) -> Cifra:
        """La cifra de un periodo; la de uno mayor que los medidos, la que ellos juntan."""
        propia = cifra_de(self.indicador, periodo, self.avances)
        dentro = self._dentro(periodo)
        if any(a.periodo == periodo for a in self.avances) or not dentro:
            return propia
        cifras = [self._mirar(p)[1] for p in dentro if not self._mirar(p)[0].no_programado]
        promedia = self.indicador.avances_son == "nivel" and self.indicador.meta_anual_es == "promedio"
        if promedia or self.indicador.avances_son == "incremento":
            falta = [p for p in dentro if self._mirar(p)[1].valor is None and not self._mirar(p)[0].no_programado]
            valores = [c.valor for c in cifras if c.valor is not None]
            if falta or not valores:
                return Cifra(motivo=f"falta {', '.join(falta)}" if falta else "")
            suma = sum(valores, Decimal(0))
            cuentan = tuple(a for c in cifras for a in c.cuentan)
            return Cifra(suma / len(valores) if promedia else suma, cuentan=cuentan)
        ultima = self._mirar(dentro[-1])[1]
        return ultima if fin_de(dentro[-1]) == fin_de(periodo) else NADA

    def _gris(self, periodo: str, esperado: Esperado, cifra: Cifra, vence: date) -> tuple[str, str]:
        """El estado sin resultado y su porqué; vacíos si hay con qué calcular."""
        if self.indicador.unidad and self.indicador.unidad.codigo == "cualitativo":
            return "cualitativo", "no se mide con un número"
        if esperado.no_programado:
            return "no_programado", esperado.motivo
        if not esperado.hay and not self._compara_con_otro(periodo):
            por_vencer = meta_final(self.indicador, self.corte.hasta) if self._es_hito else None
            if por_vencer is not None:
                return "aun_no_exigible", f"el hito vence el {fin_de(por_vencer[0])}"
            return "sin_meta", esperado.motivo
        if fin_de(periodo) > self.corte.hasta:
            return "aun_no_exigible", f"el periodo acaba el {fin_de(periodo)}, después del corte"
        if cifra.niega:
            return "no_calculable", cifra.motivo
        if cifra.valor is None and self.corte.hoy <= vence and not cifra.motivo:
            return "aun_no_exigible", f"la cifra se exige después del {vence}"
        if cifra.valor is None:
            return "sin_dato", cifra.motivo or "no se informó ninguna cifra"
        return "", ""

    def _a_comparar(
        self, periodo: str, esperado: Esperado, cifra: Cifra, desde: date
    ) -> tuple[Decimal | None, Decimal | None, tuple[str, ...]]:
        """El avance y la meta que se comparan, en la misma cuenta los dos, y cómo se llegó a ellos."""
        uno = self.indicador
        antes = [p for p in self._sueltos if fin_de(p) < inicio_de(periodo) and inicio_de(p) >= desde]
        if self._es_hito:
            return self._hito([*antes, periodo])
        if not self._acumula:
            return cifra.valor, esperado.valor, ()
        if uno.avances_son == "acumulado":
            return self._acumulado([*antes, periodo], desde)
        if uno.avances_son == "incremento":
            return self._incrementos([*antes, periodo])
        if uno.metodo_cumplimiento == "a_la_fecha":
            raise Negativa("a la fecha se suman incrementos, y lo que se informa es un nivel")
        meta, pasos = self._meta_a_la_fecha([*antes, periodo])
        return cifra.valor, meta, pasos

    def _compara_con_otro(self, periodo: str) -> bool:
        """Si, sin meta en el periodo, el método compara con la de otro: la final, o la del hito que ya venció."""
        if self.indicador.metodo_cumplimiento == "crecimiento":
            return meta_final(self.indicador, self.corte.hasta) is not None
        return self._es_hito and any(fin_de(p) < fin_de(periodo) and self._mirar(p)[0].hay for p in self.periodos)

    def _hito(self, periodos: list[str]) -> tuple[Decimal | None, Decimal | None, tuple[str, ...]]:
        """Un hito alcanzado sigue alcanzado, y uno vencido sigue pendiente."""
        metas = [e.valor for e, _ in map(self._mirar, periodos) if e.valor is not None]
        valores = [c.valor for _, c in map(self._mirar, periodos) if c.valor is not None]
        return max(valores, default=None), metas[-1] if metas else None, ()

    def _acumulado(self, periodos: list[str], desde: date) -> tuple[Decimal | None, Decimal | None, tuple[str, ...]]:
        """El último acumulado, aunque sea de un periodo anterior, y la meta a la fecha.

        Si el acumulado baja al cambiar de año es que empezó de nuevo, y la cuenta también.
        """
        valores = [(p, v) for p in periodos if (v := self._mirar(p)[1].valor) is not None]
        pasos: tuple[str, ...] = ()
        for (antes, mayor), (despues, menor) in pairwise(valores):
            if menor < mayor and antes[:4] != despues[:4]:
                periodos = [p for p in periodos if inicio_de(p) >= date(int(despues[:4]), 1, 1)]
                pasos = (f"el acumulado vuelve a empezar en {despues[:4]}, y la cuenta también",)
        meta, de_la_meta = self._meta_a_la_fecha(periodos)
        avance = valores[-1][1] if valores else None
        previos = [v for p in self.periodos if fin_de(p) < desde and (v := self._mirar(p)[1].valor) is not None]
        if avance is not None and previos and self.indicador.meta_anual_es == "suma" and avance >= previos[-1]:
            pasos += (f"de lo acumulado se quita lo de antes: {exacto(avance)} − {exacto(previos[-1])}",)
            avance -= previos[-1]
        return avance, meta, (*pasos, *de_la_meta)

    def _incrementos(self, periodos: list[str]) -> tuple[Decimal | None, Decimal | None, tuple[str, ...]]:
        """La suma de lo informado y la meta a la fecha; el periodo sin dato no cuenta en ninguna de las dos."""
        mirados = [(p, *self._mirar(p)) for p in periodos]
        con_cifra = [(p, c.valor) for p, _, c in mirados if c.valor is not None]
        callan = [p for p, e, c in mirados if c.valor is None and e.valor is not None]
        if callan and self.indicador.meta_anual_es != "suma" and con_cifra:
            raise Negativa(f"sin la cifra de {', '.join(callan)} no se puede sumar lo que va")
        meta, pasos = self._meta_a_la_fecha([p for p in periodos if p not in callan])
        if not con_cifra:
            return None, meta, ()
        suma = sum((v for _, v in con_cifra), Decimal(0))
        if callan:
            pasos += (f"no cuenta {', '.join(callan)}: sin dato",)
        if len(con_cifra) > 1:
            pasos = (f"avance a la fecha: {' + '.join(exacto(v) for _, v in con_cifra)} = {exacto(suma)}", *pasos)
        return suma, meta, pasos

    def _meta_a_la_fecha(self, periodos: list[str]) -> tuple[Decimal | None, tuple[str, ...]]:
        """Lo que se esperaba hasta el último de esos periodos: la suma, el promedio o la última de sus metas."""
        metas = [valor for p in periodos if (valor := self._mirar(p)[0].valor) is not None]
        if not metas:
            return None, ()
        if self.indicador.meta_anual_es not in ("suma", "promedio") or len(metas) == 1:
            return metas[-1], ()
        dicha = " + ".join(exacto(m) for m in metas)
        suma = sum(metas, Decimal(0))
        if self.indicador.meta_anual_es == "suma":
            return suma, (f"meta a la fecha: {dicha} = {exacto(suma)}",)
        medio = suma / len(metas)
        return medio, (f"meta a la fecha: ({dicha}) ÷ {len(metas)} = {exacto(medio)}",)

    def _datos(self, periodo: str, esperado: Esperado, cifra: Cifra, avance: Decimal, meta: Decimal | None) -> Datos:
        base = self.indicador.linea_base
        final = meta_final(self.indicador, self.corte.hasta)
        desde = base.fin if base else None
        partes = cifra.partes or (None, None)
        return Datos(
            sentido=self.indicador.sentido,
            avance=avance,
            meta=meta,
            minimo=esperado.minimo,
            maximo=esperado.maximo,
            base=base.valor if base else None,
            numerador=partes[0],
            denominador=partes[1],
            meta_final=final[1] if final else None,
            anios=anios_entre(desde, fin_de(periodo)) if desde else None,
            anios_de_la_meta=anios_entre(desde, fin_de(final[0])) if desde and final else None,
        )

    def _calcular(self, base: Resultado, datos: Datos) -> Resultado:
        callado = next((clave for clave in SIN_DECIR if not getattr(self.indicador, clave)), None)
        if callado is not None:
            raise Negativa(SIN_DECIR[callado])
        metodo = METODOS[self.indicador.metodo_cumplimiento]
        cumplimiento, pasos = metodo.contar(datos)
        luz = None
        tabla = self.indicador.semaforo or tabla_de(metodo.id, self.tablas.values())
        if tabla is not None:
            alcanzada = metodo.id == "crecimiento" and datos.alcanzada
            luz = encender(tabla, cumplimiento, razon_de(datos), alcanzada=alcanzada)
            if luz is None and tabla.base == "razon" and razon_de(datos) is None:
                raise Negativa(f"el semáforo «{tabla.id}» mira el avance entre la meta, y aquí no puede dividirse")
            if luz is None:
                raise Negativa(f"el semáforo «{tabla.id}» no tiene tramo para este resultado")
        return replace(base, cumplimiento=cumplimiento, pasos=(*base.pasos, *pasos), luz=luz, datos=datos)
