"""Words that are written with a hyphen but are one word: "co-operation", "cease-fire", "no-fly".

In: `hyphen_words.tsv`. Out: a finder of such words in a text, spaces around the hyphen included, and for each word the
spelling that a dictionary lists. It must not know what the words mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.vocab.tables import read_table

FILE = "hyphen_words.tsv"
COLUMNS = ("forms", "lemma", "plain", "note")


@dataclass(frozen=True, slots=True)
class HyphenWord:
    """Characters `start` to `end` of a text; `lemma` is the dictionary form, `plain` the word without hyphen."""

    start: int
    end: int
    lemma: str
    plain: str


@dataclass(frozen=True, slots=True)
class HyphenWords:
    """All words of the table: one pattern, and form -> (lemma, plain)."""

    pattern: re.Pattern[str]
    forms: dict[str, tuple[str, str]]

    def find(self, text: str) -> Iterator[HyphenWord]:
        """The words in text order, without overlap."""
        if "-" not in text:
            return
        for match in self.pattern.finditer(text):
            lemma, plain = self.forms["".join(match.group().split()).lower()]
            yield HyphenWord(match.start(), match.end(), lemma, plain)


@cache
def load_hyphen_words() -> HyphenWords:
    """The table, read once.

    Raises:
        VocabError: a faulty row, or a form told twice.
    """
    forms: dict[str, tuple[str, str]] = {}
    for row in read_table(FILE, COLUMNS):
        lemma = row.required("lemma")
        row.required("forms")
        for form in row.list_of("forms"):
            if form in forms or "-" not in form or form != form.lower():
                raise row.fault(f"form {form!r} must be in lower case, hold a hyphen and stand once")
            forms[form] = (lemma, row["plain"] or form.replace("-", ""))
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    spaced = "|".join(r"\s?-\s?".join(re.escape(part) for part in form.split("-")) for form in ordered)
    return HyphenWords(re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE), forms)
