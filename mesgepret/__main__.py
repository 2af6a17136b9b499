"""De `python -m mesgepret` a la puerta."""

from mesgepret.cli import main

if __name__ == "__main__":
    main()
