"""How well certainty, time and polarity are told: the event mentions of MEANTIME, mapped to our statuses.

In: a folder of MEANTIME's XML files (CAT format: tokens, then EVENT_MENTION with `certainty`, `time`, `polarity`,
`special_cases`). Out: F1 by class, once over the mentions that the program made an event of, once over all mentions,
their status being judged at the marked word without asking whether it is an event between political actors.

The set is about firms and markets, so few of its mentions are events of ours: it checks the treatment of status on
texts of another kind, no more. Classes, in this order of precedence:

| class | MEANTIME | our statuses |
|---|---|---|
| `denied` | polarity NEG | `denied`, `cancelled` |
| `possible` | certainty POSSIBLE or PROBABLE, or part of a condition (COND_...) | `possible` |
| `future` | time FUTURE | `planned`, `proposed`, `postponed` |
| `happened` | all others that are annotated; UNDERSPECIFIED says nothing | `happened` |

What is wanted or recommended is FUTURE there, hence `proposed` stands with the plans; generic mentions (GEN) are left
out, since a rule in general has no status.
"""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.measure import Measure
from dragoman.evaluate.reports import Report, macro_f1
from dragoman.evaluate.running import Coder, Text, analyse, load_coder, read_texts
from dragoman.extract.status import judge_status
from dragoman.model.analysis import Analysis
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Event, Status

Span = tuple[int, int]
CLASSES: dict[Status, str] = {
    "happened": "happened", "planned": "future", "proposed": "future", "postponed": "future",
    "cancelled": "denied", "denied": "denied", "possible": "possible",
}  # fmt: skip
_ANNOTATED = "intra_cross-doc_annotation"
_CLOSING = frozenset({",", ".", ";", ":", "?", "!", ")", "%", "''"})
_OPENING = frozenset({"(", "$", "``"})


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event mention: where it stands in the text, and its class."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A file: its name, the text put together from its tokens, its event mentions."""

    name: str
    text: str
    events: tuple[MarkedEvent, ...]


def score_meantime(folder: Path, *, coder: Coder | None = None) -> Report:
    """Judge every event mention of the set and compare.

    Args:
        folder: the set, or any folder of its files; of a folder that holds both layers the cross-document one is read.
        coder: the program, if loaded already.

    Raises:
        EvaluateError: there are no such files, or one is of another format.
    """
    texts = list(read_meantime(folder))
    coder = coder or load_coder()
    docs = read_texts([Text(each.name, each.text) for each in texts])
    found: list[tuple[str, str]] = []
    marked: list[tuple[str, str]] = []
    for each, doc, (analysis, _) in zip(texts, docs, analyse(coder, docs), strict=True):
        events = coder.tools.extract_records(doc, analysis, coder.world).events
        for gold in each.events:
            marked.append((gold.kind, _judge_word(analysis, gold.span, coder)))
            found.extend((gold.kind, CLASSES[event.status]) for event in _at(gold.span, events)[:1])
    first, second = _measures("found", found), _measures("marked", marked)
    figures = {"marked: macro F1": macro_f1(second)}
    counts = {"documents": len(texts), "mentions": len(marked), "mentions found": len(found)}
    return Report({**first, **second}, figures=figures, counts=counts)


def _at(span: Span, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.trigger_span[0] < span[1] and span[0] < event.trigger_span[1]]


def _judge_word(analysis: Analysis, span: Span, coder: Coder) -> str:
    """The class at a mention's governing word, "" if the words were not analysed."""
    inside = [t for t in range(len(analysis)) if analysis.start[t] < span[1] and span[0] < analysis.end[t]]
    head = next((t for t in inside if analysis.head[t] not in inside or analysis.head[t] == t), None)
    return CLASSES[judge_status(analysis, coder.world.status_cues, head, "").status] if head is not None else ""


def _measures(task: str, pairs: Sequence[tuple[str, str]]) -> dict[str, Measure]:
    gold, ours = Counter(kind for kind, _ in pairs), Counter(said for _, said in pairs)
    right = Counter(kind for kind, said in pairs if kind == said)
    return {f"{task} {kind}": Measure(right[kind], ours[kind], gold[kind]) for kind in dict.fromkeys(CLASSES.values())}


def read_meantime(folder: Path) -> Iterator[MarkedText]:
    """The files of the set in order of their paths.

    Raises:
        EvaluateError: there are none, or one is of another format.
    """
    root = folder / _ANNOTATED if (folder / _ANNOTATED).is_dir() else folder
    paths = sorted(root.rglob("*.xml"))
    if not paths:
        raise EvaluateError(f"{folder} holds no .xml files. Name the folder of MEANTIME.")
    for path in paths:
        try:
            yield _read_file(path)
        except (ElementTree.ParseError, KeyError, ValueError, OSError) as error:
            raise EvaluateError(f"{path.name} is no file of MEANTIME ({type(error).__name__}: {error}).") from error


def _read_file(path: Path) -> MarkedText:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    text, spans = join_tokens([(t.attrib["t_id"], t.text or "", int(t.attrib["sentence"])) for t in root.iter("token")])
    events = []
    for mention in root.iter("EVENT_MENTION"):
        kind = class_of(mention.attrib)
        places = [spans[anchor.attrib["t_id"]] for anchor in mention.iter("token_anchor")]
        if kind and places:
            events.append(MarkedEvent((min(a for a, _ in places), max(b for _, b in places)), kind))
    return MarkedText(path.stem, text, tuple(events))


def class_of(values: dict[str, str]) -> str:
    """The class of a mention's attributes, "" if it is not annotated or generic.

    Example:
        >>> class_of({"certainty": "CERTAIN", "time": "FUTURE", "polarity": "POS", "special_cases": "NONE"})
        'future'
    """
    special = values.get("special_cases", "")
    if not values.get("certainty") or special == "GEN":
        return ""
    if values.get("polarity") == "NEG":
        return "denied"
    if values["certainty"] in ("POSSIBLE", "PROBABLE") or special.startswith("COND"):
        return "possible"
    return "future" if values.get("time") == "FUTURE" else "happened"


def join_tokens(tokens: Sequence[tuple[str, str, int]]) -> tuple[str, dict[str, Span]]:
    """A text from (id, word, sentence) tokens, and where each stands.

    Headline (sentence 0) and date line (1) are paragraphs of their own, the rest is one paragraph.

    Example:
        >>> join_tokens([("1", "Talks", 0), ("2", "end", 0), ("3", "May", 1), ("4", "Now", 2), ("5", ".", 2)])[0]
        'Talks end\\n\\nMay\\n\\nNow.'
    """
    text = ""
    spans: dict[str, Span] = {}
    last, before = 0, ""
    for name, word, sentence in tokens:
        if sentence != last and last < 2:
            text += "\n\n"
        elif text and word not in _CLOSING and not word.startswith(("'", "n't")) and before not in _OPENING:
            text += " "
        spans[name] = (len(text), len(text) + len(word))
        text += word
        last, before = sentence, word
    return text, spans
