"""Which fields a person can correct, and which values each takes, by the coding manual.

Values are tuples of strings: one for a plain field, any number for a list. In: a kind, a field, values. Out: the
values if they are right, or a `UsageError` that says what would be.
"""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from dragoman.model.decisions import Change, TargetKind
from dragoman.model.document import Genre
from dragoman.model.errors import UsageError
from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.text.edtf import check_edtf

LONGEST_VALUE = 1_000
MOST_VALUES = 200
LISTS = frozenset({"actors", "recipients", "people", "actor_sectors", "recipient_sectors", "parties", "parts"})
TRUTHS = frozenset({"unofficial", "background"})
CODES = frozenset({"actors", "recipients", "speaker_actor", "parties"})
_CODE = re.compile(r"(?:[A-Z]{3}|(?:IGO|GRP):[A-Z0-9][A-Z0-9+-]*)\Z")
_SECTOR = re.compile(r"[A-Z]{3}\Z")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
DATES = frozenset({"date", "published"})

FIELDS: Mapping[TargetKind, tuple[str, ...]] = {
    "event": ("type", "status", "actors", "recipients", "people", "date", "place", "voice", "mode", "actor_sectors",
              "recipient_sectors", "unofficial", "background"),
    "statement": ("speaker", "speaker_actor", "role", "mode", "date", "voice"),
    "assessment": ("parties", "level", "trend", "voice", "date"),
    "document": ("published", "outlet", "author", "genre", "parts"),
}  # fmt: skip
"""Quotes and spans are what the text says; they cannot be corrected."""

_CHOICES: Mapping[tuple[TargetKind, str], Sequence[str]] = {
    ("event", "type"): EVENT_TYPES,
    ("event", "status"): STATUSES,
    ("statement", "role"): ("official", "former official", "analyst", "media", "public", "unknown"),
    ("statement", "mode"): ("direct", "indirect", "mixed"),
    ("assessment", "level"): ("good", "bad", "neutral", ""),
    ("assessment", "trend"): ("improving", "worsening", "steady", ""),
    ("document", "genre"): get_args(Genre),
}
_NEEDED = frozenset({"voice", "speaker"})


def choices_of(kind: TargetKind, field: str) -> Sequence[str]:
    """The values that a field takes, () where any words or dates may stand."""
    return ("true", "false") if field in TRUTHS else _CHOICES.get((kind, field), ())


def check_field(kind: TargetKind, field: str) -> str:
    """The field, if records of that kind have it and it can be corrected.

    Raises:
        UsageError: names the fields that there are.
    """
    known = FIELDS.get(kind, ())
    if field not in known:
        raise UsageError(f"A {kind} has no field {field!r} that can be corrected. There are: {', '.join(known)}.")
    return field


def check_values(kind: TargetKind, change: Change) -> Change:
    """The change, if its values are right for that field; the borders of parts are checked against the text elsewhere.

    Raises:
        UsageError: says what is wrong and what would be right.
    """
    field, values = check_field(kind, change.field), change.values
    if field not in LISTS and len(values) != 1:
        raise UsageError(f"{field} takes one value, not {len(values)}.")
    if len(values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
        raise UsageError(f"{field}: at most {MOST_VALUES} values of at most {LONGEST_VALUE:,} characters each.")
    if field == "parties" and len(set(values)) != 2:
        raise UsageError("parties takes two different codes, as PAK,RUS.")
    for value in values:
        _check_value(kind, field, value)
    return change


def _check_value(kind: TargetKind, field: str, value: str) -> None:
    choices = choices_of(kind, field)
    if choices and value not in choices:
        raise UsageError(f"{field} {value!r} is none of: {', '.join(choice or '(empty)' for choice in choices)}.")
    if field in CODES and not _CODE.match(value) and (field != "speaker_actor" or value):
        raise UsageError(f"{field}: {value!r} is no code. Codes are as PAK, IGO:NATO, GRP:TALIBAN.")
    if field.endswith("_sectors") and not _SECTOR.match(value):
        raise UsageError(f"{field}: {value!r} is no sector. Sectors are three capitals, as GOV, MIL, UNK.")
    if _CONTROL.search(value) or (not value.strip() and (field in _NEEDED or field in LISTS)):
        raise UsageError(f"{field}: {value!r} is empty or holds control characters. Write plain words.")
    if field in DATES:
        _check_date(field, value)


def _check_date(field: str, value: str) -> None:
    try:
        check_edtf(value)
    except ValueError as error:
        reason = "not a date" if "not a date" in str(error) else "no such day"
        raise UsageError(f"{field} {value}: {reason}. Write dates as 2012-10-04, 2012-10 or 2012.") from error
