"""How well the type of an event is told: the PLV sentences, each with a marked source and target and a PLOVER type.

In: a tab-separated file with `marked_sentence` (`<s>source</s> … <t>target</t>`), `gold_root` and `gold_penta`. Out,
two tasks. *Pair marked*: accuracy and macro F1 of the type, the two sides being given. *Found by itself*: F1 of types
and of quads over whole sentences, nothing being given, and how many events a sentence yields.

The set has 15 types: CONCEDE and RETREAT are one there, YIELD. Quads (1 verbal cooperation, 2 material cooperation,
3 verbal conflict, 4 material conflict) follow from the type as the set has it, YIELD being 2.

Pair marked: the two spans are told to the program as two actors, whoever they are, and its events are taken in this
order: one from the source to the target; one of both sides; one of either side; any of the sentence; of equals, that
whose trigger is nearest to both spans in the parse. Without any event, the type that the lexicon has for the nearest
word counts. A sentence where all fail has no type and is wrong.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.evaluate.measure import Measure
from dragoman.evaluate.nearest import nearest_type, steps_from
from dragoman.evaluate.reports import Report, Share, macro_f1
from dragoman.evaluate.running import Coder, Text, analyse, load_coder, read_texts
from dragoman.extract.grammar.participants import Who
from dragoman.model.analysis import Analysis, Mention
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.model.records import EVENT_TYPES, Event

Span = tuple[int, int]
YIELD = "YIELD"
MERGED = {"CONCEDE": YIELD, "RETREAT": YIELD}
ROOTS = tuple(dict.fromkeys(MERGED.get(each, each) for each in EVENT_TYPES))
QUADS = {
    "AGREE": "1", "CONSULT": "1", "SUPPORT": "1", "COOPERATE": "2", "AID": "2", YIELD: "2",
    "REQUEST": "3", "ACCUSE": "3", "REJECT": "3", "THREATEN": "3",
    "PROTEST": "4", "SANCTION": "4", "MOBILIZE": "4", "COERCE": "4", "ASSAULT": "4",
}  # fmt: skip
SOURCE, TARGET = "GRP:SOURCE", "GRP:TARGET"
"""Codes that the marked spans stand for; no vocabulary has them."""
_MARK = re.compile(r"</?[st]>")
_SHOWN = 140


@dataclass(frozen=True, slots=True)
class PlvRow:
    """A sentence with the spans of its two sides and the gold's type and quad."""

    text: str
    source: Span
    target: Span
    root: str
    quad: str


def score_plv(file: Path, *, show: bool = False, coder: Coder | None = None) -> Report:
    """Both tasks on every row.

    Args:
        file: the set, as its authors have it.
        show: list the rows whose type is wrong when the pair is marked.
        coder: the program, if loaded already.

    Raises:
        EvaluateError: the file cannot be read or has other columns.
    """
    rows = read_plv(file)
    coder = coder or load_coder()
    docs = read_texts([Text(str(number), row.text) for number, row in enumerate(rows, 1)])
    marked: list[str] = []
    alone: list[list[str]] = []
    for row, doc, (analysis, who) in zip(rows, docs, analyse(coder, docs), strict=True):
        alone.append([_root(event) for event in coder.tools.extract_records(doc, analysis, coder.world).events])
        marked.append(type_of_pair(row, doc, analysis, who, coder))
    first, second = compare_marked(rows, marked), compare_alone(rows, alone)
    wrong = (
        f"~ {m or 'none'} for {r.root} | {r.text[:_SHOWN]}" for r, m in zip(rows, marked, strict=True) if m != r.root
    )
    measures = {**first.measures, **second.measures}
    return Report(
        measures, first.shares, figures=first.figures, counts=second.counts, lines=tuple(wrong) if show else ()
    )


def type_of_pair(row: PlvRow, doc: Document, analysis: Analysis, who: Who, coder: Coder) -> str:
    """The type between the two marked sides, "" if no word of the sentence names an act."""
    offset = max(0, doc.text.find(row.text))
    sides = {SOURCE: _tokens(analysis, row.source, offset), TARGET: _tokens(analysis, row.target, offset)}
    told = replace(analysis, mentions=mark_sides(analysis, sides))
    heads = [_head(analysis, tokens) for tokens in sides.values() if tokens]
    events = coder.tools.extract_records(doc, told, coder.world).events
    if events:
        steps = dict(zip(analysis.start, steps_from(analysis, heads), strict=True))
        return _root(min(events, key=lambda event: (_strangeness(event), steps.get(event.trigger_span[0], 0))))
    found = nearest_type(analysis, coder.world.lexicon, heads, {each for tokens in sides.values() for each in tokens})
    return MERGED.get(found, found)


def _strangeness(event: Event) -> int:
    """0 for an event from source to target, 1 for one of both, 2 for one of either, 3 for any other."""
    sides = {SOURCE, TARGET} & {*event.actors, *event.recipients}
    if len(sides) == 2:
        return 0 if SOURCE in event.actors else 1
    return 2 if sides else 3


def mark_sides(analysis: Analysis, sides: Mapping[str, Sequence[int]]) -> tuple[Mention, ...]:
    """The mentions with the tokens of each code as an actor of its own; what stood there before goes."""
    taken = {token for tokens in sides.values() for token in tokens}
    kept = [m for m in analysis.mentions if taken.isdisjoint(range(m.first, m.last))]
    kept += [_side(analysis, tokens, code) for code, tokens in sides.items() if tokens]
    return tuple(sorted(kept, key=lambda mention: (mention.first, mention.last)))


def _side(analysis: Analysis, tokens: Sequence[int], code: str) -> Mention:
    first, last = tokens[0], tokens[-1] + 1
    name = " ".join(analysis.word[first:last])
    return Mention(first, last, _head(analysis, tokens), "organisation", name, (code,), "GOV", how="marked in the set")


def _head(analysis: Analysis, tokens: Sequence[int]) -> int:
    """The token whose governor is outside, the first if several are."""
    return next((t for t in tokens if analysis.head[t] not in tokens or analysis.head[t] == t), tokens[0])


def _tokens(analysis: Analysis, span: Span, offset: int) -> list[int]:
    start, end = span[0] + offset, span[1] + offset
    return [t for t in range(len(analysis)) if analysis.start[t] < end and start < analysis.end[t]]


def _root(event: Event) -> str:
    return MERGED.get(event.type, event.type)


def compare_marked(rows: Sequence[PlvRow], found: Sequence[str]) -> Report:
    """Types when the pair is marked, one a row: accuracy, F1 by type and their mean."""
    theirs, ours = Counter(row.root for row in rows), Counter(found)
    right = Counter(row.root for row, root in zip(rows, found, strict=True) if row.root == root)
    measures = {f"marked {root}": Measure(right[root], ours[root], theirs[root]) for root in ROOTS}
    accuracy = {"marked: accuracy": Share(right.total(), len(rows))}
    return Report(measures, accuracy, figures={"marked: macro F1": macro_f1(measures)})


def compare_alone(rows: Sequence[PlvRow], found: Sequence[Sequence[str]]) -> Report:
    """Types and quads of whole sentences: each type of a sentence counts once, right if the gold has it there."""
    gold: dict[str, set[str]] = {}
    gold_quads: dict[str, set[str]] = {}
    ours: dict[str, set[str]] = {}
    events = 0
    for row, roots in zip(rows, found, strict=True):
        events += len(roots) if row.text not in gold else 0
        gold.setdefault(row.text, set()).add(row.root)
        gold_quads.setdefault(row.text, set()).add(row.quad)
        ours[row.text] = set(roots)
    quads = {text: {QUADS[root] for root in roots} for text, roots in ours.items()}
    measures = {"alone: root": _overlap(gold, ours), "alone: quad": _overlap(gold_quads, quads)}
    answered = sum(map(bool, ours.values()))
    counts = {
        "sentences": len(gold),
        "sentences with events": answered,
        "events a sentence": round(events / len(gold), 2),
    }
    return Report(measures, counts=counts)


def _overlap(gold: dict[str, set[str]], found: dict[str, set[str]]) -> Measure:
    right = sum(len(gold[text] & found[text]) for text in gold)
    return Measure(right, sum(map(len, found.values())), sum(map(len, gold.values())))


def read_plv(file: Path) -> list[PlvRow]:
    """The rows of the set.

    Raises:
        EvaluateError: the file cannot be read, has other columns or holds no rows.
    """
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(_read_rows(csv.DictReader(stream, delimiter="\t")))
    except (OSError, KeyError, ValueError, csv.Error) as error:
        raise EvaluateError(
            f"{file} cannot be read as PLV ({type(error).__name__}: {error}). "
            "It needs the columns marked_sentence, gold_root and gold_penta."
        ) from error
    if not rows:
        raise EvaluateError(f"{file} holds no rows.")
    return rows


def _read_rows(table: "csv.DictReader[str]") -> Iterator[PlvRow]:
    for fields in table:
        yield unmark(fields["marked_sentence"], fields["gold_root"], fields["gold_penta"])


def unmark(marked: str, root: str, quad: str) -> PlvRow:
    """A row from its marked sentence; a side that is not marked has the span (0, 0).

    Example:
        >>> row = unmark("<s>Arnor</s> raided <t>Mordor</t>.", "ASSAULT", "4")
        >>> row.text, row.source, row.target
        ('Arnor raided Mordor.', (0, 5), (13, 19))
    """
    places = {}
    removed = 0
    for mark in _MARK.finditer(marked):
        places[mark.group()] = mark.start() - removed
        removed += len(mark.group())
    source, target = ((places.get(f"<{side}>", 0), places.get(f"</{side}>", 0)) for side in "st")
    return PlvRow(_MARK.sub("", marked), source, target, root, quad)
