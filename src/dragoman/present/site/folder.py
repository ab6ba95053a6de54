"""The folder of a site: written aside first, then put in place; it knows which files are its own and touches no other.

A marker in the folder lists the files of the site. What it does not list (a `.git`, a page of somebody's own) stays.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from dragoman.model.errors import UsageError

MARKER = "dragoman-site.txt"
_PART = ".dragoman-site-part"
_HEAD = "Written by `dragoman site`, which replaces the files that are named here."
_NAME = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,6}[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z]+")


class SiteFolder:
    """A site on its way into a folder: `write` its files, then `publish` them; left without that, all is as it was."""

    def __init__(self, folder: Path, *, replace: bool = False) -> None:
        """Look at the folder; it need not exist.

        Raises:
            UsageError: it holds files, and none of them says that they are a site, unless `replace`.
        """
        self._folder = folder
        self._part = folder / _PART
        self._names: set[str] = set()
        with _explained(folder):
            if folder.exists() and not folder.is_dir():
                raise UsageError(f"{folder} is a file. Name a folder for the site.")
            self._earlier = _read_marker(folder)
            others = folder.is_dir() and any(each.name != _PART for each in folder.iterdir())
        if others and self._earlier is None and not replace:
            raise UsageError(
                f"{folder} holds files, and no {MARKER} says that they are an earlier site. Choose another folder, or"
                " add --replace: files of the same name are replaced then, others stay."
            )

    def __enter__(self) -> "SiteFolder":
        with _explained(self._folder):
            shutil.rmtree(self._part, ignore_errors=True)  # of a run that was killed
            self._part.mkdir(parents=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        shutil.rmtree(self._part, ignore_errors=True)

    def write(self, name: str, text: str) -> None:
        """Write one file aside, in UTF-8 with LF line ends; one of the same name is replaced."""
        with _explained(self._folder):
            file = self._part / name
            if name not in self._names:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._names.add(name)
            file.write_bytes(text.encode("utf-8"))

    def publish(self) -> int:
        """Put all files in place of those of the earlier site; how many there are.

        While this goes on the marker names the files of both, so that the next run clears up after a crash.
        """
        gone = (self._earlier or frozenset()) - self._names
        with _explained(self._folder):
            self._mark(self._names | gone)
            for name in sorted(self._names):
                target = self._folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (self._part / name).replace(target)
            for name in sorted(gone):
                (self._folder / name).unlink(missing_ok=True)
            _remove_empty(self._folder, gone)
            self._mark(self._names)
        return len(self._names)

    def _mark(self, names: Iterable[str]) -> None:
        file = self._part / MARKER
        file.write_bytes("\n".join([_HEAD, *sorted(names), ""]).encode("utf-8"))
        file.replace(self._folder / MARKER)


def _read_marker(folder: Path) -> frozenset[str] | None:
    """The files of the earlier site, None if there is none; lines that no site writes name nothing."""
    try:
        lines = (folder / MARKER).read_text(encoding="utf-8", errors="replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return frozenset(line for line in lines[1:] if _NAME.fullmatch(line)) if lines[:1] == [_HEAD] else None


def _remove_empty(folder: Path, names: Iterable[str]) -> None:
    """Remove the folders that these files have left empty, the deepest first."""
    left = {folder / above for name in names for above in Path(name).parents if above != Path()}
    for each in sorted(left, key=lambda path: -len(path.parts)):
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """A block in which a refusal of the disk becomes a sentence."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise UsageError(
            f"{where} cannot be written: {error.strerror or error}. Choose another folder for the site."
        ) from error
