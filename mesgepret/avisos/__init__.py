"""De hallazgos a lo que se lee de ellos: en la terminal, con su renglón a la vista; en una máquina, en su formato."""

from mesgepret.avisos.en_texto import Papel, contar_hallazgos, escribir
from mesgepret.avisos.explicacion import explicar
from mesgepret.avisos.formatos import DE_MAQUINA, resumir_paso
from mesgepret.avisos.informe import Informe

__all__ = ["DE_MAQUINA", "Informe", "Papel", "contar_hallazgos", "escribir", "explicar", "resumir_paso"]
