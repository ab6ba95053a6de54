"""What a person types when deciding, as the program needs it: who decides, codes for names. For every interface.

Words in, checked values out; nothing is decided here.
"""

import getpass
import os

from dragoman.model.decisions import Change

WHO = "DRAGOMAN_WHO"
"""The environment variable that says who decides."""


def find_who(given: str | None) -> str:
    """Who decides: as given, else from the environment, else the login name; "" if there is none."""
    if given is not None:
        return given
    try:
        return os.environ.get(WHO) or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def find_codes(change: Change) -> Change:
    """The change with codes for names of actors; other fields stay as they are.

    Raises:
        UsageError: nobody is called that.
    """
    from dragoman.present.actors import find_code
    from dragoman.resolve.decisions.fields import CODES

    if change.field not in CODES:
        return change
    return Change(change.field, tuple(find_code(value) if value else value for value in change.values))
