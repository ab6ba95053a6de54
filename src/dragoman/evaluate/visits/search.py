"""The plain search that decides which visits the press mentions: words in one sentence, days between article and visit.

In: corpora as JSONL (`id`, `published`, `text`) and visits. Out: the sentences that mention each visit. It looks at raw
text only and at nothing that the program makes of it, so that the list is the same whatever the program finds.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dragoman.evaluate.corpora import read_articles, split_sentences
from dragoman.evaluate.visits.gold import Visit

NEAR = timedelta(days=10)
_CUE = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trips?|travel(?:s|l?ed|l?ing)?|arriv(?:e|es|ed|ing)|meet(?:s|ing|ings)?|met|talks|summits?)\b",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with a word of visiting; `words` is its text as `fold_words` gives it."""

    article: str
    published: date
    text: str
    words: str


def find_mentions(visits: Iterable[Visit], sentences: Sequence[Sentence]) -> dict[Visit, tuple[Sentence, ...]]:
    """The sentences that mention each visit, by day and article; visits without any are left out.

    Args:
        visits: rows of the lists.
        sentences: as `read_sentences` gives them.
    """
    ordered = sorted(sentences, key=lambda each: (each.published, each.article))
    days = [each.published for each in ordered]
    found: dict[Visit, tuple[Sentence, ...]] = {}
    for visit in visits:
        near = ordered[bisect_left(days, visit.first - NEAR) : bisect_right(days, visit.last + NEAR)]
        if hits := tuple(each for each in near if _mentions(each, visit)):
            found[visit] = hits
    return found


def _mentions(sentence: Sentence, visit: Visit) -> bool:
    return fold_words(visit.surname) in sentence.words and any(
        fold_words(host) in sentence.words for host in visit.hosts
    )


def fold_words(text: str) -> str:
    """The words of a text between single spaces, one before and one after; case stays, accents and dots go.

    Example:
        >>> fold_words("The U.S. host, Erdoğan's")
        ' The US host Erdogan '
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return f" {_NOT_WORD.sub(' ', _POSSESSIVE.sub('', plain).replace('.', '')).strip()} "


def read_sentences(corpora: Iterable[Path]) -> list[Sentence]:
    """All sentences of the corpora that have a word of visiting.

    Raises:
        EvaluateError: a corpus cannot be read; the message names the line.
    """
    return [
        Sentence(article.id, article.published, sentence, fold_words(sentence))
        for article in read_articles(corpora)
        for sentence in split_sentences(article.text)
        if _CUE.search(sentence)
    ]
