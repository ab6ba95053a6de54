"""Addresses of the desk with another query."""

from collections.abc import Mapping
from urllib.parse import urlencode


def with_query(path: str, query: Mapping[str, str], **changes: str | int) -> str:
    """A path with a query, some parts of it changed; what is empty is left out.

    Example:
        >>> with_query("/threads", {"actor": "PAK", "page": "2"}, page=3)
        '/threads?actor=PAK&page=3'
    """
    wanted = {key: str(value) for key, value in {**query, **changes}.items() if value not in ("", None)}
    return f"{path}?{urlencode(wanted)}" if wanted else path
