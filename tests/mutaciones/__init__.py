"""Del repositorio en orden a miles de repositorios estropeados: nada de lo que un archivo diga puede lanzar."""
