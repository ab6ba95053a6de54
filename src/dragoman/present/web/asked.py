"""What the query of an address asks for, as the filters of the command line."""

from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.present.asking import Wanted

PAGE_SIZE = 100
"""Rows of one page of a list: some 60 KB of HTML."""


def read_wanted(request: Request) -> Wanted:
    """The filters as typed; an empty field asks for nothing.

    Raises:
        UsageError: a number is none.
    """
    given = {key: value.strip() for key, value in request.query_params.items() if value.strip()}
    least = given.get("min_confidence")
    return Wanted(
        pair=given.get("pair"), actor=given.get("actor"), type=given.get("type"), status=given.get("status"),
        voice=given.get("voice"), since=given.get("since"), until=given.get("until"), document=given.get("document"),
        limit=read_number(request, "limit", PAGE_SIZE), everything="all" in given,
        least=None if least is None else _read_share(least), standing=given.get("standing"), clash=given.get("clash"),
        as_of=given.get("as_of"), outlet=given.get("outlet"),
    )  # fmt: skip


def read_number(request: Request, key: str, default: int) -> int:
    """A whole number of the query, 0 or more.

    Raises:
        UsageError: it is none.
    """
    text = request.query_params.get(key, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"{key} {text!r}: not a whole number.")
    return int(text)


def _read_share(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise UsageError(f"min_confidence {text!r}: not a number. Write it as 0.5.") from error
