"""``python -m docgen`` is the command ``docgen``."""

from docgen.commands import main

if __name__ == "__main__":
    main()
