"""How well attributions are found: the Political News Attribution Relations corpus (PolNeAR).

In: a folder with `attributions/*.ann` (brat) and `text/*.txt`, and what analyses a document and finds its
attributions. Out: token F1 of each part (source, cue, content), span F1 of the content (the same span; spans that
overlap, one to one), and overlapping content whose source overlaps as well. The files stay where they are.

The corpus counts more than the coding manual does (demands, feelings, plans), and its spans hold quotation marks,
"that" and final stops. All attributions found are compared, also those that become no statement; tokens are words, so
that marks do not count, and a span is the same if its words are.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.measure import Measure
from dragoman.extract.grammar.tree import subtree
from dragoman.extract.speech.attribution import Attribution
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.model.errors import EvaluateError

Span = tuple[int, int]
_WORD = re.compile(r"\w+")
_PARTS = ("source", "cue", "content")
_LEADING = frozenset({"that"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """One attribution: character spans of its parts, each part in one or several pieces, empty where it has none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


FindSpans = Callable[[Document], list[AttributionSpans]]
"""Analyses a document and gives all attributions found in it."""


@dataclass(frozen=True, slots=True)
class PolnearScore:
    """All texts together.

    Attributes:
        documents: number of texts.
        source: tokens inside a source; `cue` and `content` likewise.
        tokens: the three parts together.
        exact: contents with the same words.
        overlap: contents that share a word, one to one, the largest share first.
        sourced: pairs of `overlap` whose sources share a word, or both have none.
    """

    documents: int
    source: Measure
    cue: Measure
    content: Measure
    tokens: Measure
    exact: Measure
    overlap: Measure
    sourced: Measure


def score_polnear(folder: Path, find: FindSpans, *, limit: int = 0) -> PolnearScore:
    """Score what `find` gives on a part of the corpus.

    Args:
        folder: `train` or `dev`, with `attributions` and `text`.
        find: analyses a document and gives its attributions.
        limit: only the first so many texts, 0 for all.

    Raises:
        EvaluateError: the folder has no annotations, or one has no text.
    """
    tallies: Counter[str] = Counter()
    documents = 0
    for doc, gold in read_polnear(folder, limit=limit):
        documents += 1
        tallies.update(_compare(doc.text, gold, find(doc)))
    parts = {part: _measure(tallies, part) for part in (*_PARTS, "exact", "overlap", "sourced")}
    tokens = Measure(*(sum(tallies[f"{part} {side}"] for part in _PARTS) for side in ("right", "found", "gold")))
    return PolnearScore(documents=documents, tokens=tokens, **parts)


def spans_of(an: Analysis, attribution: Attribution) -> AttributionSpans:
    """Character spans of the parts of an attribution, as wide as the corpus draws them.

    The source is the speaker's whole phrase; the cue has its auxiliaries, negation and particle.
    """
    source: tuple[Span, ...] = ()
    if attribution.speaker >= 0:
        first, last = subtree(an, attribution.speaker)
        tokens = [
            t for t in range(first, last) if not an.start[t] < attribution.end or not an.end[t] > attribution.start
        ]
        if attribution.cue in range(first, last):
            tokens = [t for t in tokens if (t < attribution.cue) == (attribution.speaker < attribution.cue)]
        source = tuple(an.span(t, t + 1) for t in tokens)
    return AttributionSpans(source, _cue_spans(an, attribution), ((attribution.start, attribution.end),))


def _cue_spans(an: Analysis, attribution: Attribution) -> tuple[Span, ...]:
    cue = attribution.cue
    if cue < 0:
        return ()
    tokens = {cue, *(kid for kid in an.children[cue] if an.dep[kid] in _CUE_PARTS)}
    if attribution.entry is not None:
        start = cue - attribution.entry.head
        tokens.update(range(start, start + len(attribution.entry.words)))
    return tuple(an.span(t, t + 1) for t in sorted(tokens))


def _measure(tallies: Counter[str], name: str) -> Measure:
    return Measure(tallies[f"{name} right"], tallies[f"{name} found"], tallies[f"{name} gold"])


def read_polnear(folder: Path, *, limit: int = 0) -> Iterator[tuple[Document, list[AttributionSpans]]]:
    """Texts as documents with their gold attributions, by name.

    An annotation is named after its text, with or without a mark of version behind it ("NAME_4e07.ann").

    Raises:
        EvaluateError: the folder has no annotations, or one has no text.
    """
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise EvaluateError(f"{folder.name}: no attributions/*.ann. Give the folder `train` or `dev` of the corpus")
    for path in files[: limit or None]:
        names = (path.stem, path.stem.rpartition("_")[0])
        source = next((each for each in (folder / "text" / f"{name}.txt" for name in names) if each.is_file()), None)
        if source is None:
            raise EvaluateError(f"{path.name}: its text is missing in the folder `text`")
        with source.open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield _as_document(path.stem, text), _read_annotations(path)


def _as_document(name: str, text: str) -> Document:
    return Document(
        id=f"d-{name}", name=name, text=text, parts=(Part("body", 0, len(text)),),
        sha256="", file=f"{name}.txt", reader="polnear", language="en",
    )  # fmt: skip


def _read_annotations(path: Path) -> list[AttributionSpans]:
    """Attributions of a brat file: `T` lines are spans ("89 106;110 115"), `E` lines join them by role."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) >= 2:
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple((int(first), int(last)) for first, last in (piece.split() for piece in pieces))
        elif line.startswith("E") and len(fields) >= 2:
            events.append(fields[1].split())
    return [_join_parts(roles, spans) for roles in events]


def _join_parts(roles: list[str], spans: dict[str, tuple[Span, ...]]) -> AttributionSpans:
    found: dict[str, list[Span]] = {part: [] for part in _PARTS}
    for role in roles:
        name, _, key = role.partition(":")
        part = name.rstrip("0123456789").lower()
        if part in found:
            found[part].extend(spans.get(key, ()))
    return AttributionSpans(tuple(found["source"]), tuple(found["cue"]), tuple(found["content"]))


def _compare(text: str, gold: list[AttributionSpans], found: list[AttributionSpans]) -> Counter[str]:
    words = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    tally: Counter[str] = Counter()
    gold_parts = [_as_words(each, text, words, starts) for each in gold]
    found_parts = [_as_words(each, text, words, starts) for each in found]
    for index, part in enumerate(_PARTS):
        ours = frozenset[int]().union(*(each[index] for each in found_parts))
        theirs = frozenset[int]().union(*(each[index] for each in gold_parts))
        _count(tally, part, len(ours & theirs), len(ours), len(theirs))
    gold_parts = [each for each in gold_parts if each[2]]
    found_parts = _merge_joint([each for each in found_parts if each[2]])
    sizes = len(found_parts), len(gold_parts)
    exact = Counter(each[2] for each in found_parts) & Counter(each[2] for each in gold_parts)
    _count(tally, "exact", exact.total(), *sizes)
    pairs = _pair(found_parts, gold_parts)
    _count(tally, "overlap", len(pairs), *sizes)
    sourced = sum(1 for ours, theirs in pairs if ours[0] & theirs[0] or not ours[0] and not theirs[0])
    _count(tally, "sourced", sourced, *sizes)
    return tally


Words = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""Word numbers of source, cue and content."""


def _as_words(each: AttributionSpans, text: str, words: list[Span], starts: list[int]) -> Words:
    source, cue, content = (_numbers(part, words, starts) for part in (each.source, each.cue, each.content))
    return (
        source,
        cue,
        frozenset(n for n in content if text[slice(*words[n])].lower() not in _LEADING or n - 1 in content),
    )


def _numbers(spans: tuple[Span, ...], words: list[Span], starts: list[int]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in spans:
        found.update(range(max(0, bisect_left(starts, start)), bisect_left(starts, end)))
    return frozenset(found)


def _merge_joint(found: list[Words]) -> list[Words]:
    """One attribution for each cue: the corpus joins split contents and joint speakers.

    Those without a cue (the turns of a transcript) are one for each source.
    """
    merged: dict[tuple[frozenset[int], frozenset[int]], Words] = {}
    for source, cue, content in found:
        key = (cue, frozenset[int]() if cue else source)
        before = merged.get(key, (frozenset(), cue, frozenset()))
        merged[key] = (source | before[0], cue, content | before[2])
    return list(merged.values())


def _pair(found: list[Words], gold: list[Words]) -> list[tuple[Words, Words]]:
    """One-to-one pairs whose contents share words, the most alike first; a shared source breaks ties."""
    ranked = sorted(
        (
            (len(a[2] & b[2]) / len(a[2] | b[2]) + 0.1 * bool(a[0] & b[0]), i, j)
            for i, a in enumerate(found)
            for j, b in enumerate(gold)
            if a[2] & b[2]
        ),
        reverse=True,
    )
    pairs: list[tuple[Words, Words]] = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for _, i, j in ranked:
        if i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


def _count(tally: Counter[str], name: str, right: int, found: int, gold: int) -> None:
    tally[f"{name} right"] += right
    tally[f"{name} found"] += found
    tally[f"{name} gold"] += gold
