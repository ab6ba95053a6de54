"""Dragoman reads news about how states deal with each other and keeps the sourced record.

`dragoman.read(paths, dossier)` and `dragoman.open_dossier(path)` are the Python interface, loaded on first use.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dragoman.present.python import open_dossier, read

__all__ = ["__version__", "open_dossier", "read"]


def __getattr__(name: str) -> object:
    if name in ("open_dossier", "read"):
        from dragoman.present import python

        return getattr(python, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
