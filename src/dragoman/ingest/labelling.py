"""Labels the parts of a page that came as plain text: title, body, caption, byline, comment, furniture.

In: the stored text, and the title if somebody told it. Out: parts that together cover all that is not white space, in
order and without overlap, and the readers' comments with their dates. What nothing speaks against is body: a line
becomes furniture only by a cue, as a copy of an earlier passage, or as a fragment on a page that has furniture.
It must not know any site.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ingest.plaintext.commenting import ENDING_ACTS, find_comments
from dragoman.ingest.plaintext.cues import date_of_line, find_act, is_byline, is_caption, is_writer_line, stamp_of_line
from dragoman.ingest.plaintext.datelines import find_credit, find_dateline
from dragoman.ingest.plaintext.repeats import find_repeats
from dragoman.ingest.plaintext.units import Unit, passage_key, split_units
from dragoman.model.document import Comment, Part, PartKind

BODY_WORDS = 20
SENTENCE_WORDS = 8
TITLE_WORDS = range(2, 26)
FRAGMENT_WORDS = 4
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Labelling:
    """The parts of a text and its readers' comments, one for each part of kind `comment`."""

    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]


def label_parts(text: str) -> tuple[Part, ...]:
    """The parts of `text`; never fails."""
    return label_page(text).parts


def label_page(text: str, *, title: str = "") -> Labelling:
    """The parts and comments of `text`; `title` is the headline if the input names it."""
    units = split_units(text)
    acts = [find_act(unit) for unit in units]
    copies = find_repeats(units)
    repeated = _repeated_keys(units)
    first = _first_body(units, acts, copies, repeated)
    begin, comments = find_comments(units[first + 1 :], acts[first + 1 :])
    begin += first + 1
    kinds = _label_head(units[:first], acts[:first], repeated, passage_key(title))
    kinds += _label_rest(units[first:begin], acts[first:begin], dirty=any(acts))
    kinds += ["furniture"] * (len(units) - begin)
    return Labelling(_build_parts(text, units, kinds, (copies, comments)), comments)


def _first_body(
    units: Sequence[Unit], acts: Sequence[str], copies: Sequence[tuple[int, int]], repeated: frozenset[str]
) -> int:
    for index, unit in enumerate(units):
        if acts[index] or is_byline(unit) or stamp_of_line(unit):
            continue
        if is_caption(unit, repeated=unit.key in repeated or _holds(unit, copies), early=True):
            continue
        if unit.words >= BODY_WORDS and (unit.is_sentence or unit.words > 2 * BODY_WORDS):
            return index
        if unit.is_sentence and unit.words >= SENTENCE_WORDS and not _is_headline(units, index):
            return index
    return _fallback(units, acts)


def _fallback(units: Sequence[Unit], acts: Sequence[str]) -> int:
    """The first unit without a cue where no paragraph was found, the number of units if all have one."""
    longest = max((unit.words for unit, act in zip(units, acts, strict=True) if not act), default=0)
    for index, unit in enumerate(units):
        if not acts[index] and unit.words == longest:
            return index
    return len(units)


def _holds(unit: Unit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the sorted `spans` begins in the unit."""
    index = bisect_left(spans, (unit.start, 0))
    return index < len(spans) and spans[index][0] < unit.end


def _repeated_keys(units: Sequence[Unit]) -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for unit in units:
        key = unit.key
        (twice if key in seen else seen).add(key)
    return frozenset(twice)


def _is_headline(units: Sequence[Unit], index: int) -> bool:
    """Whether a sentence-like first line is a headline: short, with a byline, dateline or longer paragraph after it."""
    unit = units[index]
    if index + 1 >= len(units) or unit.words >= TITLE_WORDS.stop or unit.words < FRAGMENT_WORDS:
        return False
    following = units[index + 1]
    if unit.words <= 20 and (find_dateline(following.text) or is_byline(following) or stamp_of_line(following)):
        return True
    long_words = [word for word in _LETTERS.findall(unit.text[:300]) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return following.words > unit.words and (capitals >= 0.8 * len(long_words) or unit.text[-1] in "?!")


def _label_head(head: Sequence[Unit], acts: Sequence[str], repeated: frozenset[str], told: str) -> list[PartKind]:
    """Kinds of the units above the first paragraph."""
    kinds: list[PartKind] = []
    title = _choose_title(head, acts, repeated, told)
    for index, unit in enumerate(head):
        kinds.append("title" if index == title else _head_kind(unit, acts[index], repeated, after=index > title >= 0))
    return kinds


def _head_kind(unit: Unit, act: str, repeated: frozenset[str], *, after: bool) -> PartKind:
    if act in ("bio", "credit") or (not act and is_byline(unit)):
        return "byline"
    if act:
        return "furniture"
    if date_of_line(unit):
        return "byline" if after else "furniture"
    if stamp_of_line(unit):
        return "byline"
    if is_caption(unit, repeated=unit.key in repeated, early=True):
        return "caption"
    if find_dateline(unit.text) or (after and is_writer_line(unit.text)):
        return "byline"
    return "body" if unit.words > FRAGMENT_WORDS else "furniture"


def _choose_title(head: Sequence[Unit], acts: Sequence[str], repeated: frozenset[str], told: str) -> int:
    """Index of the headline among the units above the first paragraph, -1 if none is one."""
    best, best_score = -1, 0.0
    for index, unit in enumerate(head):
        key = unit.key
        if acts[index] and key != told or not key:
            continue
        score = _score_title(unit, index, key in repeated)
        if score or key == told:
            score += 5 * bool(unit.heading_marks) + 3 * (key in repeated) + 10 * (key == told)
        if score > best_score:
            best, best_score = index, score
    return best


def _score_title(unit: Unit, index: int, repeated: bool) -> float:
    if unit.words not in TITLE_WORDS or stamp_of_line(unit) or is_byline(unit):
        return 0.0
    if is_caption(unit, repeated=repeated, early=True) or (
        unit.is_sentence and unit.text[-1] in ".。۔" and unit.words > 20
    ):
        return 0.0
    return 1.0 + 2 * (unit.words >= FRAGMENT_WORDS) + 0.5 * (unit.words > FRAGMENT_WORDS) - 0.01 * index


def _label_rest(units: Sequence[Unit], acts: Sequence[str], *, dirty: bool) -> list[PartKind]:
    """Kinds of the units from the first paragraph to the comments."""
    kinds: list[PartKind] = []
    box = ""
    for unit, act in zip(units, acts, strict=True):
        kinds.append(_rest_kind(unit, act, box))
        box = act if act in ("about", "related") else box if kinds[-1] == "furniture" or _in_box(unit, box) else ""
        if act in ENDING_ACTS and act != "about":
            box = ""
    return _trim_tail(units, kinds) if dirty else kinds


def _in_box(unit: Unit, box: str) -> bool:
    return box == "about" or (box == "related" and unit.words <= TITLE_WORDS.stop and _is_item(unit))


def _is_item(unit: Unit) -> bool:
    """Whether a line can be the headline of a linked article: bulleted, or not closed by a full stop."""
    return unit.text[0] in "-•*·»>–" or not unit.is_sentence or unit.text[-1] in "?!"


def _rest_kind(unit: Unit, act: str, box: str) -> PartKind:
    if act in ("bio", "credit") or (not act and is_byline(unit)):
        return "byline"
    if act or (box and _in_box(unit, box)):
        return "furniture"
    if date_of_line(unit):
        return "byline"
    if is_caption(unit, repeated=False, early=False):
        return "caption"
    return "body"


def _trim_tail(units: Sequence[Unit], kinds: list[PartKind]) -> list[PartKind]:
    """Makes furniture of fragments that follow the last paragraph on a page that has furniture."""
    for index in range(len(units) - 1, 0, -1):
        if kinds[index] != "body":
            continue
        if units[index].is_sentence or units[index].words > TITLE_WORDS.stop:
            break
        kinds[index] = "furniture"
    return kinds


def _build_parts(
    text: str,
    units: Sequence[Unit],
    kinds: Sequence[PartKind],
    found: tuple[Sequence[tuple[int, int]], Sequence[Comment]],
) -> tuple[Part, ...]:
    copies, comments = found
    spans: list[tuple[PartKind, int, int]] = []
    body_seen = False
    for unit, kind in zip(units, kinds, strict=True):
        spans.extend(_cut_unit(unit, kind, first=kind == "body" and not body_seen))
        body_seen = body_seen or kind == "body"
    spans = _paint(spans, [("furniture", start, end) for start, end in copies])
    spans = _paint(spans, [("comment", one.start, one.end) for one in comments])
    return _merge(text, _once("title", spans, text))


def _cut_unit(unit: Unit, kind: PartKind, *, first: bool) -> list[tuple[PartKind, int, int]]:
    """The unit as spans: heading marks, the dateline of the first paragraph and a credit at its end stand apart."""
    start, end = unit.start, unit.end
    spans: list[tuple[PartKind, int, int]] = []
    if unit.heading_marks and kind in ("title", "body"):
        spans.append(("furniture", start, start + unit.heading_marks))
        start += unit.heading_marks
    if kind == "body":
        line = find_dateline(unit.text) if first else 0
        if line and start + line < end:
            spans.append(("byline", start, start + line))
            start += line
        cut = unit.start + find_credit(unit.text)
        if start < cut < end:
            return [*spans, ("body", start, cut), ("byline", cut, end)]
    return [*spans, (kind, start, end)]


def _paint(
    spans: Sequence[tuple[PartKind, int, int]], over: Sequence[tuple[PartKind, int, int]]
) -> list[tuple[PartKind, int, int]]:
    """Lays the spans of `over`, in order, on those of `spans`; a copy on what is no article stays what it is."""
    painted: list[tuple[PartKind, int, int]] = []
    at = 0
    for kind, start, end in spans:
        while at < len(over) and over[at][2] <= start:
            at += 1
        index = at
        while index < len(over) and over[index][1] < end:
            paint, first, last = over[index][0], max(over[index][1], start), min(over[index][2], end)
            if first > start:
                painted.append((kind, start, first))
            painted.append((paint, first, last))
            start = last
            index += 1
        if start < end:
            painted.append((kind, start, end))
    return painted


def _once(once: PartKind, spans: Sequence[tuple[PartKind, int, int]], text: str) -> list[tuple[PartKind, int, int]]:
    """Makes furniture of later lines that repeat the headline."""
    titles = {passage_key(text[start:end]) for kind, start, end in spans if kind == once}
    seen = False
    result: list[tuple[PartKind, int, int]] = []
    for kind, start, end in spans:
        same = end - start <= 400 and passage_key(text[start:end]) in titles
        result.append(("furniture" if same and (seen or kind != once) and kind != "comment" else kind, start, end))
        seen = seen or kind == once
    return result


def _merge(text: str, spans: Sequence[tuple[PartKind, int, int]]) -> tuple[Part, ...]:
    """Trims white space and joins neighbours of one kind; titles and captions stay single, comments are whole."""
    parts: list[Part] = []
    for kind, start, end in spans:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start >= end:
            continue
        last = parts[-1] if parts else None
        if last and last.kind == kind and kind in ("body", "furniture", "comment"):
            parts[-1] = Part(kind, last.start, end)
        else:
            parts.append(Part(kind, start, end))
    return tuple(parts)
