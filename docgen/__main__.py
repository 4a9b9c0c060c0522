"""``python -m docgen`` is the command ``docgen``; an interruption while it loads exits with 130."""

import sys

if __name__ == "__main__":
    try:
        from docgen.commands import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)
