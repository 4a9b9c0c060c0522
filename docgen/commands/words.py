"""Click's own words (“Usage”, “Error”, “No such option”) in Vietnamese.

The catalogue is locale/vi/LC_MESSAGES/messages.po; `msgfmt messages.po -o messages.mo` beside it
compiles it.
"""

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_vietnamese() -> None:
    """Make click speak Vietnamese; call it before any module that decorates a command is loaded."""
    # gettext asks the environment anew at each word, LANGUAGE before LC_ALL and LANG. We answer
    # for this process and its children only: docgen's own sentences are Vietnamese on a machine
    # of any language, and click's must match them.
    os.environ["LANGUAGE"] = "vi"
    # Click names no domain, hence speaks in the current one.
    gettext.bindtextdomain("messages", str(LOCALE))
    gettext.textdomain("messages")
