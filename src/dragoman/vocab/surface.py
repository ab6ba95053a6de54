"""Finds rows of the world tables by the form that stands in a text.

In: forms as the tables list them ("US", "al-Qaeda", "coalition forces", "?Congo") with the row that each belongs to.
Out: the rows that a form in a text may mean on a date. It must not know what the rows are.

Two forms are the same if they differ only in dots, accents, apostrophes of any shape, hyphens against spaces, a
leading "the", a possessive ending or repeated spaces. Case is looked at last: an abbreviation ("US", "WHO", "LeT") must
stand as it is listed; a form with a capital ("Turkey") must have one in the text; a form without ("coalition forces")
need not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dragoman.text.names import fold_name
from dragoman.vocab.periods import Period

DOUBTFUL_MARK = "?"
_PLAIN = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*\Z")


class Dated(Protocol):
    """A row that holds for a time."""

    @property
    def period(self) -> Period:
        """When the row holds."""
        ...


RowT = TypeVar("RowT", bound=Dated)


@dataclass(frozen=True, slots=True)
class Form(Generic[RowT]):
    """A surface form `text` of `row`. `doubtful`: it counts only where the context already speaks of the row."""

    text: str
    row: RowT
    doubtful: bool


def split_doubtful(listed: str) -> tuple[str, bool]:
    """Take the mark of doubt from a listed form.

    Example:
        >>> split_doubtful("?Congo")
        ('Congo', True)
    """
    return (listed[1:], True) if listed.startswith(DOUBTFUL_MARK) else (listed, False)


def surface_key(form: str) -> str:
    """The key under which all spellings of a form are found.

    Example:
        >>> surface_key("the U.S.’s") == surface_key("US")
        True
        >>> surface_key("Al-Qa’ida"), surface_key("P5+1")
        ('al qaida', 'p5 plus 1')
    """
    plain = form.replace(".", "").replace("+", " plus ")
    key = plain.lower().replace("-", " ") if _PLAIN.match(plain) else fold_name(plain)
    return key[4:] if key.startswith("the ") else key


def case_fits(listed: str, surface: str) -> bool:
    """Say whether the capitals of a form in a text agree with those of the listed form of the same key.

    Example:
        >>> case_fits("US", "us"), case_fits("Turkey", "turkey"), case_fits("coalition forces", "Coalition forces")
        (False, False, True)
    """
    if _is_abbreviation(listed):
        return _letters(listed) in _letters(surface)
    return listed.islower() or not surface.islower()


def _is_abbreviation(listed: str) -> bool:
    return " " not in listed and sum(map(str.isupper, listed)) > 1


def _letters(form: str) -> str:
    return "".join(filter(str.isalnum, form))


class FormIndex(Generic[RowT]):
    """Rows by surface form; the keys are made at the first look-up, so that loading a table stays cheap."""

    def __init__(self, forms: Iterable[tuple[str, RowT]]) -> None:
        """Take listed forms (marks of doubt included) and their rows."""
        self._listed = tuple(forms)
        self._by_key: dict[str, list[tuple[str, RowT]]] = {}

    def forms(self) -> Iterator[Form[RowT]]:
        """Give all forms, in the order of the table."""
        for listed, row in self._listed:
            text, doubtful = split_doubtful(listed)
            yield Form(text, row, doubtful)

    def hits(self, surface: str, on: str | None = None) -> tuple[Form[RowT], ...]:
        """Give the forms that `surface` may be, the likeliest row first.

        Args:
            surface: the words as they stand in a text.
            on: an EDTF date. It chooses between rows and never empties the answer: where no row holds then, all are
                given.

        Returns:
            Certain forms if there are any, else doubtful ones. With a date, rows of a limited time come first; without,
            rows that still hold do.
        """
        found = self._found(surface)
        valid = [form for form in found if on is None or form.row.period.holds_on(on)] or found
        chosen = [form for form in valid if not form.doubtful] or valid
        return tuple(sorted(chosen, key=lambda form: (form.row.period.last is None) == (on is not None)))

    def rows(self, surface: str, on: str | None = None) -> tuple[RowT, ...]:
        """Give the rows that `surface` may mean, each once, in the order of `hits`."""
        return tuple(dict.fromkeys(form.row for form in self.hits(surface, on)))

    def _found(self, surface: str) -> list[Form[RowT]]:
        if not self._by_key:
            for listed, row in self._listed:
                self._by_key.setdefault(surface_key(split_doubtful(listed)[0]), []).append((listed, row))
        same_key = self._by_key.get(surface_key(surface), ())
        marked = ((*split_doubtful(listed), row) for listed, row in same_key)
        return [Form(text, row, doubtful) for text, doubtful, row in marked if case_fits(text, surface)]
