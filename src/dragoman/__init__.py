"""Dragoman reads news about how states deal with each other and keeps the sourced record.

`read`, `open_dossier`, `filters` and `suppose` are the Python interface (docs/python.md), loaded on first use.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dragoman.present.python import filters, open_dossier, read, suppose

__all__ = ["__version__", "filters", "open_dossier", "read", "suppose"]


def __getattr__(name: str) -> object:
    if name in ("filters", "open_dossier", "read", "suppose"):
        from dragoman.present import python

        return getattr(python, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
