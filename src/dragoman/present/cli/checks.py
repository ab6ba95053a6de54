"""`verify` and `doctor`: is the dossier what was read, and is everything there that Dragoman needs?"""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import typer

from dragoman.model.errors import DragomanError
from dragoman.present.cli.options import DossierOption, find_dossier, find_existing
from dragoman.present.cli.output import emit, say
from dragoman.present.escaping import for_terminal
from dragoman.present.wording import count_words
from dragoman.record.dossier import Dossier

Check = Callable[[], str]


def verify(dossier: DossierOption = None) -> None:
    """Hash the stored bytes again and compare every quote with its text."""
    folder = find_existing(dossier)
    damages = 0
    with Dossier(folder) as opened:
        documents, sources = opened.count("documents"), opened.count("sources")
        for damage in opened.verify():
            damages += 1
            emit(for_terminal(f"{damage.what}: {damage.how}") + "\n")
    checked = f"{count_words(sources, 'file')} and {count_words(documents, 'document')} checked"
    if damages:
        say(f"{checked}; {count_words(damages, 'fault')}. Read the damaged files again into a new dossier.")
        raise typer.Exit(5)
    say(f"{checked}: bytes, quotes and spans are as they were read.")


def doctor(dossier: DossierOption = None) -> None:
    """Check Python, SQLite, the language model, the vocabulary, the dossier and the disk."""
    folder = find_dossier(dossier)
    checks: list[tuple[str, Check]] = [
        ("python", lambda: sys.version.split()[0]),
        ("sqlite", _check_sqlite),
        ("model", _check_model),
        ("vocabulary", _check_vocabulary),
        ("dossier", lambda: _check_dossier(folder)),
        ("disk", lambda: _check_disk(folder)),
    ]
    faults = 0
    for name, check in checks:
        try:
            emit(f"ok     {name:<11}{for_terminal(check())}\n")
        except (DragomanError, ImportError, OSError, sqlite3.Error) as error:
            faults += 1
            emit(f"FAULT  {name:<11}{for_terminal(str(error))}\n")
    if faults:
        raise typer.Exit(1)


def _check_sqlite() -> str:
    db = sqlite3.connect(":memory:")
    try:
        db.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    except sqlite3.OperationalError as error:
        raise ImportError("this Python's SQLite has no FTS5; use a Python from python.org or your system") from error
    finally:
        db.close()
    return f"{sqlite3.sqlite_version} with FTS5"


def _check_model() -> str:
    from dragoman.flow.steps import find_step

    return str(find_step("load_pipeline")(None).identity)


def _check_vocabulary() -> str:
    from dragoman.flow.steps import load_tools

    tools = load_tools()
    tools.load_world(None, None)
    return f"loads; SHA-256 {tools.hash_vocabulary(None, None)[:16]}"


def _check_dossier(folder: Path) -> str:
    if not folder.exists():
        return f"none at {folder} yet; `dragoman read PATH` makes it"
    with Dossier(folder) as opened:
        return f"{folder} with {count_words(opened.count('documents'), 'document')}"


def _check_disk(folder: Path) -> str:
    path = folder.resolve()
    while not path.exists():
        path = path.parent
    free = shutil.disk_usage(path).free
    if free < 200 * 1024**2:
        raise OSError(f"only {free // 1024**2} MB free under {path}; make room before reading")
    return f"{free / 1024**3:.1f} GB free"
