"""Articles as corpora have them, read without the program's own readers, and a plain split of texts into sentences.

In: JSONL files (`id`, `published`, `text`). Out: articles, sentences. For searches and baselines that must not depend
on what the program makes of a text.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.model.errors import EvaluateError

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)]{0,2}\s+(?=[\"'“‘(`]{0,2}[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr|No|[A-Z])\.\Z")


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its id in the corpus, day of publication, text."""

    id: str
    published: date
    text: str


def read_articles(corpora: Iterable[Path]) -> Iterator[Article]:
    """The rows of JSONL files, in order.

    Raises:
        EvaluateError: a file or a row cannot be read.
    """
    for corpus in corpora:
        try:
            lines = corpus.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise EvaluateError(f"{corpus} cannot be read ({error}). Name a JSONL file of articles.") from error
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                yield Article(str(row["id"]), date.fromisoformat(row["published"]), str(row["text"]))
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluateError(f"{corpus}, line {number}: no article with id, published and text.") from error


def split_sentences(text: str) -> list[str]:
    """A plain split at full stops before a capital or a figure; common abbreviations and initials do not end one.

    Example:
        >>> split_sentences("Mr. Brown met her. Talks in the U.S. Senate ended.")
        ['Mr. Brown met her.', 'Talks in the U.S. Senate ended.']
    """
    sentences: list[str] = []
    start = 0
    for gap in _BREAK.finditer(text):
        if "\n" in gap.group() or not _ABBREVIATION.search(text[max(start, gap.start() - 6) : gap.start()]):
            sentences.append(text[start : gap.end()].strip())
            start = gap.end()
    return [sentence for sentence in (*sentences, text[start:].strip()) if sentence]
