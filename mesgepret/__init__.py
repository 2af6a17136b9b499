"""De YAML en Git a informes y sitio: el compilador con que las Mesas Sectoriales cumplen su palabra."""

__version__ = "0.1.0"
