"""Runs the command line: arguments in, exit status out; every error becomes one sentence on standard error.

Exit status: 0 done, 1 our fault, 2 usage, 3 some input rejected, 5 integrity, 6 locked, 130 interrupted.
"""

import os
import sys
import traceback
from collections.abc import Sequence

from dragoman.model.errors import DragomanError
from dragoman.present.cli.output import flush_output, say

REPORT = (
    "This is a fault in Dragoman. Please report it with the command you gave; DRAGOMAN_DEBUG=1 shows where it happened."
)


def run(args: Sequence[str]) -> int:
    """Run one command; never raises."""
    _set_encodings()
    try:
        return _run(args)
    except DragomanError as error:
        _trace()
        say(f"dragoman: {error}")
        return error.exit_status
    except KeyboardInterrupt:
        say("dragoman: interrupted; what was reported as stored is on disk.")
        return 130
    except Exception as error:  # the last fence before the user
        _trace()
        say(f"dragoman: {type(error).__name__}: {error}. {REPORT}")
        return 1
    finally:
        flush_output()


def _run(args: Sequence[str]) -> int:
    from dragoman.present.cli.app import app

    try:
        app(args=list(args), prog_name="dragoman")
    except SystemExit as leaving:
        if leaving.code == 130:
            say("dragoman: interrupted; what was reported as stored is on disk.")
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0


def _trace() -> None:
    if os.environ.get("DRAGOMAN_DEBUG"):
        say(traceback.format_exc())


def _set_encodings() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
