"""Opens the SQLite file of a dossier for reading or for writing, and turns SQLite's complaints into sentences.

It knows paths, pragmas and the record's version; nothing of rows. Readers never wait for a writer (WAL). One writer at
a time holds `dossier.lock`, itself an SQLite file, so that the operating system frees it however the process ends.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path, PurePath

from dragoman.model.errors import LockedError, RecordError

VERSION = 4
SCRIPTS = ("schema.sql", "resolution.sql", "imports.sql", "sides.sql")
"""What makes a dossier; each script ends by setting the version that it leads to."""
UPGRADES = {1: ("resolution.sql",), 2: ("imports.sql",), 3: ("sides.sql",)}
"""What a writer runs over a dossier of an earlier version, by that version: scripts that only add."""
ADDED = ("decided.sql", "joined.sql", "readings.sql")
"""What a writer adds to a dossier of whatever version, if it is not there yet; readers do without it."""
DATABASE = "dossier.db"
LOCK = "dossier.lock"


def connect_reader(folder: Path) -> sqlite3.Connection:
    """Open an existing dossier for reading; also one on a read-only disk.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise RecordError(f"{folder} holds no {DATABASE}. Make a dossier with `dragoman read PATH --dossier {folder}`.")
    uri = uri_of(path.resolve())
    with explained(folder):
        try:
            connection = _open(f"{uri}?mode=ro")
            check_version(connection, folder)
        except sqlite3.OperationalError:
            connection = _open(f"{uri}?mode=ro&immutable=1")
            check_version(connection, folder)
    return connection


def connect_writer(folder: Path) -> sqlite3.Connection:
    """Open a dossier for writing; an empty or missing file becomes a new dossier, an earlier version the present one.

    Raises:
        RecordError: the disk is full or read-only, or the file is damaged or of another version.
    """
    with explained(folder):
        connection = _open(uri_of((folder / DATABASE).resolve()) + "?mode=rwc")
        if _is_empty(connection):
            _run_scripts(connection, SCRIPTS)
        while scripts := UPGRADES.get(_version_of(connection), ()):
            _run_scripts(connection, scripts)
        check_version(connection, folder)
        for name in ADDED:
            connection.executescript(_read_sql(name))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    return connection


def take_lock(folder: Path, *, name: str = LOCK, patience: float = 0.5) -> sqlite3.Connection:
    """Take the dossier's only writing place; closing what is returned gives it back.

    Args:
        folder: the dossier.
        name: of the lock's file, for what has a lock of its own.
        patience: seconds to wait for another writer.

    Raises:
        LockedError: another process is writing.
    """
    with explained(folder):
        lock = sqlite3.connect(folder / name, timeout=patience, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            lock.close()
            raise
    return lock


@contextmanager
def transaction(connection: sqlite3.Connection, folder: Path) -> Iterator[sqlite3.Connection]:
    """Write all of a block or nothing of it; what is done at the end of the block is on disk.

    Raises:
        RecordError: the disk is full or read-only; `LockedError` when another process writes.
    """
    with explained(folder):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Say in a sentence, with a remedy, what SQLite or the disk complained about."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _sentence(error, folder) from error


def uri_of(path: PurePath) -> str:
    """The address of a file for SQLite, which knows no hosts: a share of Windows stands behind four slashes.

    Example:
        >>> from pathlib import PureWindowsPath
        >>> uri_of(PureWindowsPath("//office/news/dossier.db"))
        'file:////office/news/dossier.db'
    """
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else f"file:////{uri.removeprefix('file://')}"


def check_version(connection: sqlite3.Connection, folder: Path) -> None:
    """Refuse a file that this program cannot read.

    Raises:
        RecordError: written by a newer program, or no dossier at all.
    """
    found = _version_of(connection)
    if found > VERSION:
        raise RecordError(
            f"{folder} was written by a newer Dragoman (record version {found}; this one reads {VERSION}). "
            "Upgrade Dragoman, or read the articles into a new dossier with --dossier."
        )
    if found in UPGRADES:
        raise RecordError(
            f"{folder} was written by an earlier Dragoman (record version {found}; this one reads {VERSION}). "
            f"Run `dragoman read PATH --dossier {folder}` again, with any file: that brings it up to date."
        )
    if found < VERSION:
        raise RecordError(
            f"{folder / DATABASE} is no dossier of this program (record version {found}, expected {VERSION}). "
            "Choose another folder with --dossier."
        )


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=5.0, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]) == 0


def _version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _run_scripts(connection: sqlite3.Connection, names: Sequence[str]) -> None:
    """Run scripts in one transaction: all of them or none."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript("\n".join(["BEGIN IMMEDIATE;", *map(_read_sql, names), "COMMIT;"]))


def _read_sql(name: str) -> str:
    return files("dragoman.record").joinpath(name).read_text(encoding="utf-8")


def _sentence(error: sqlite3.DatabaseError, folder: Path) -> RecordError:
    message = str(error).lower()
    if "locked" in message or "busy" in message:
        return LockedError(f"Another process is writing {folder}. Wait until it is done, then try again.")
    if "full" in message:
        return RecordError(
            f"The disk that holds {folder} is full. Free some space, then read again: what was done stays."
        )
    if "readonly" in message or "read-only" in message:
        return RecordError(f"{folder} cannot be written: it is read-only. Choose a writable folder with --dossier.")
    if "unable to open" in message:
        return RecordError(f"{folder / DATABASE} cannot be opened. Check that you may read and write in that folder.")
    return RecordError(
        f"{folder / DATABASE} is damaged ({error}). Delete the file and read the articles again; raw/ keeps them."
    )
