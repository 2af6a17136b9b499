"""De los hechos y las cifras a su estado en un día: cómo va un acuerdo, cómo va una meta, y por qué."""

from mesgepret.evaluacion.agregacion import Parte, ResultadoDeMeta, Suma
from mesgepret.evaluacion.ambitos import Ambito, Ambitos
from mesgepret.evaluacion.conteo import Conteo, contar
from mesgepret.evaluacion.dias import Cuenta, Dia, contar_dias, feriados_de, ultimo_envio
from mesgepret.evaluacion.evaluar import Evaluacion, evaluar, heredar
from mesgepret.evaluacion.exactitud import exacto, publicado, redondear, variacion
from mesgepret.evaluacion.metodos import METODOS, Metodo
from mesgepret.evaluacion.resultado import CALCULADO, GRISES, Corte, Resultado, sensibilidad
from mesgepret.evaluacion.semaforo import Luz
from mesgepret.evaluacion.serie import Serie
from mesgepret.evaluacion.situacion import Situacion, situacion
from mesgepret.evaluacion.tendencia import Camino, Tendencia, camino, tendencia

__all__ = [
    "CALCULADO",
    "GRISES",
    "METODOS",
    "Ambito",
    "Ambitos",
    "Camino",
    "Conteo",
    "Corte",
    "Cuenta",
    "Dia",
    "Evaluacion",
    "Luz",
    "Metodo",
    "Parte",
    "Resultado",
    "ResultadoDeMeta",
    "Serie",
    "Situacion",
    "Suma",
    "Tendencia",
    "camino",
    "contar",
    "contar_dias",
    "evaluar",
    "exacto",
    "feriados_de",
    "heredar",
    "publicado",
    "redondear",
    "sensibilidad",
    "situacion",
    "tendencia",
    "ultimo_envio",
    "variacion",
]
