"""Retellings: a report that credits an outlet ("Reuters reported") with the facts of that outlet's own report.

In: what two texts credit, when, and the names and numbers of their openings. Out: a judgement, or None when unsure.
It must not need shared text: a retelling has hardly any.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from dragoman.model.document import Document
from dragoman.model.resolution import Credit
from dragoman.resolve.families.dates import day_of, days_between
from dragoman.resolve.families.kinds import Judgement
from dragoman.resolve.families.words import fold_words
from dragoman.vocab.owners import fold_usual
from dragoman.vocab.page_words import load_date_words, load_outlets

TOP = 700
"""Characters of the body in which a retelling credits its source; deeper in a text a credit is for a detail."""
ALIKE = 0.5
"""Share of the fewer names and numbers that the other opening has too."""
ALIKE_WORDS = 0.4
"""The same for all words of five letters and more. Names alone gave six pairs in the corpora, five of them wrong; with
the words the right one is left. There is no labelled set of retellings."""
LEAST = 5
"""Names and numbers that both openings have at least."""
LATEST = 2
"""Days after its source on which a retelling may appear."""
_NAMES = 4
_KEY = re.compile(r"\b(?:(?!LRB|RRB)[A-Z][^\W\d_]{2,}|\d+(?:[.,]\d+)*)\b")
_FIRST_WORD = re.compile(r"(?:^|[.!?:]\s+[\"“]?|\n\s*)([A-Z][^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a retelling and its source have in common.

    Attributes:
        published: EDTF.
        source: folded name of who first had the text: the credited outlet, else the outlet of the page; "" if unknown.
        told: folded names of the outlets whose reports its opening cites, itself left out.
        agencies: folded names of the agencies that it credits by a line, or is of.
        keys: names and numbers of its opening; `words`: its longer words.
        names: the names that come most often in the text, most frequent first.
    """

    published: str
    source: str
    told: frozenset[str]
    agencies: frozenset[str]
    keys: frozenset[str]
    words: frozenset[str]
    names: tuple[str, ...]


def read_telling(doc: Document, found: Iterable[Credit]) -> Telling:
    """Gather what `judge_retelling` compares."""
    found = tuple(found)
    source = find_source(doc.outlet, found)
    top = _top_of(doc)
    told = {fold_usual(each.outlet) for each in found if each.kind == "told" and each.span[0] < top[1]}
    agencies = {fold_usual(each.outlet) for each in found if each.kind == "line" and each.agency}
    known = load_outlets().get(source)
    if known and known.kind == "agency":
        agencies.add(source)
    if not source and not told:
        return Telling(doc.published, "", frozenset(), frozenset(agencies), frozenset(), frozenset(), ())
    skip = _ignored({*told, source})
    keys = frozenset(key for key in _keys_in(doc, *top) if key not in skip)
    words = frozenset(word for word in fold_words(doc.text[slice(*top)]) if len(word) > 4 and word not in skip)
    names = _frequent_names(doc, skip)
    return Telling(doc.published, source, frozenset(told - {source}), frozenset(agencies), keys, words, names)


def find_source(outlet: str, found: Iterable[Credit]) -> str:
    """Folded name of who first had a text: by a "first published" line, an agency's credit, else the page's outlet."""
    credits = tuple(found)
    first = [each.outlet for each in credits if each.kind == "first"]
    line = [each.outlet for each in credits if each.kind == "line" and each.agency]
    other = [each.outlet for each in credits if each.kind == "line"]
    name = next(iter((*first, *line, *((outlet,) if outlet else ()), *other)), "")
    return fold_usual(name)


def key_retelling(telling: Telling) -> tuple[str, ...]:
    """Keys that a retelling shares with its source: outlet, day, two names; the source has them for later days too."""
    day = day_of(telling.published)
    if day is None:
        return ()
    keys = {f"{name}|{day}|{pair}" for name in telling.told for pair in _pairs(telling.names)}
    if telling.source:
        days = [day + timedelta(days=late) for late in range(LATEST + 1)]
        keys |= {f"{telling.source}|{each}|{pair}" for each in days for pair in _pairs(telling.names)}
    return tuple(sorted(keys))


def _pairs(names: tuple[str, ...]) -> Iterator[str]:
    return (" ".join(sorted(pair)) for pair in combinations(names, 2))


def judge_retelling(a: Telling, b: Telling) -> Judgement | None:
    """Whether one text retells the other, or both one report of a third; None when that is not sure."""
    days = days_between(a.published, b.published)
    if days is None or days > LATEST:
        return None
    name = _credited(a, b)
    common = a.keys & b.keys
    alike = _overlap(a.keys, b.keys) >= ALIKE and _overlap(a.words, b.words) >= ALIKE_WORDS
    if not name or len(common) < LEAST or not alike:
        return None
    outlet = load_outlets()[name].name if name in load_outlets() else name
    shown = ", ".join(sorted(common)[:5])
    return Judgement("retelling", f"credits {outlet} for the same facts ({shown}), {days} days apart")


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _credited(a: Telling, b: Telling) -> str:
    """The outlet that one has from the other, or both from a third; "" if there is none, or the order forbids it."""
    for teller, source in ((a, b), (b, a)):
        if source.source in teller.told and teller.source != source.source and _not_before(teller, source):
            return source.source
    both = a.told & b.told
    return min(both) if both and a.source != b.source else ""


def _not_before(teller: Telling, source: Telling) -> bool:
    mine, theirs = day_of(teller.published), day_of(source.published)
    return mine is not None and theirs is not None and mine >= theirs


def _top_of(doc: Document) -> tuple[int, int]:
    """The title and the first `TOP` characters of the body, as one span."""
    bodies = [part for part in doc.parts if part.kind == "body"]
    return (0, min(bodies[0].start + TOP, bodies[0].end)) if bodies else (0, 0)


def _keys_in(doc: Document, start: int, end: int) -> Iterator[str]:
    """Capitalised words and numbers; a word that only begins sentences is no name."""
    text = doc.text[start:end]
    opening = Counter(match[1] for match in _FIRST_WORD.finditer(text))
    times = Counter(match[0] for match in _KEY.finditer(text))
    return (key.lower() for key, count in times.items() if key[0].isdigit() or count > opening[key])


def _frequent_names(doc: Document, skip: frozenset[str]) -> tuple[str, ...]:
    times = Counter(match[0].lower() for match in _KEY.finditer(doc.text) if not match[0][0].isdigit())
    names = set(_keys_in(doc, 0, len(doc.text)))
    ordered = sorted((-count, name) for name, count in times.items() if name in names and name not in skip)
    return tuple(name for _, name in ordered[:_NAMES])


def _ignored(outlets: set[str]) -> frozenset[str]:
    """Words of the outlets' names, weekdays and months: they show no common facts."""
    words = (word.lower() for name in outlets if name in load_outlets() for word in load_outlets()[name].name.split())
    return frozenset(words) | frozenset(load_date_words())
