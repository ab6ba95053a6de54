"""Threads as PLOVER's flat world has them: no status, no voice, one actor and one recipient, one type, mode and score.

In: a thread with its standing, the events that tell it, a scale. Out: `FlatAct`, one for each pair of sides; none where
nothing is left of it in a world that knows only acts. The rules follow PLOVER's own text (2021):

- What is ahead and friendly is AGREE; a promised concession or retreat is CONCEDE. What is ahead and harmful is
  THREATEN, if somebody plans or proposes it; that it is possible is nobody's act. Words ahead are as good as said.
- A meeting that is called off is REJECT (meet), of the side that called it off: the one that the record names as doing
  so alone, else the first actor. Other cooperation called off is REJECT (assist), a concession REJECT (yield); a demand
  taken back is CONCEDE. Harm called off, and what did not happen, is no act.
- What is put off is REJECT likewise, at half the score: the same words are said to the other side, but the plan stands.
  PLOVER has no place for it. Half is the editor's choice, not a measured figure.
- What is claimed or disputed counts as told, with its doubt beside it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.model.records import EventType
from dragoman.model.relation import Quad, ToldEvent
from dragoman.model.resolution import Thread
from dragoman.vocab.plover_map import MapName, code_of, quad_of
from dragoman.vocab.scales import Scale

PUT_OFF = 0.5
"""Share of its score that a postponement keeps; see above."""
AHEAD = frozenset({"planned", "proposed", "possible", "lapsed"})
OFF = frozenset({"cancelled", "postponed"})
DOUBTS = frozenset({"claimed", "disputed"})
WORDS: frozenset[EventType] = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
"""Types that consist of words: to announce them is to say them."""
FRIENDLY: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
THREATS = {"SANCTION": "relations", "PROTEST": "relations", "COERCE": "restrict", "MOBILIZE": "violence",
           "ASSAULT": "violence"}  # fmt: skip
"""Modes of THREATEN by the type of what is ahead."""
REFUSALS = {"CONSULT": "meet", "AGREE": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "AID": "assist",
            "CONCEDE": "yield", "RETREAT": "yield"}  # fmt: skip
"""Modes of REJECT by the type of what is called off."""


@dataclass(frozen=True, slots=True)
class FlatAct:
    """What a thread is between two sides in PLOVER's flat world.

    Attributes:
        thread: id; `date`: EDTF, of the thread.
        mutual: True where both do it together; it stands once, the sides by the alphabet.
        cameo: the code that stands for type and mode by the map in use.
        score: on the scale in use.
        standing: of the thread; `doubt`: claimed or disputed, else "".
    """

    thread: str
    date: str
    actor: str
    recipient: str
    mutual: bool
    type: str
    mode: str
    quad: Quad
    cameo: str
    score: float
    standing: str
    doubt: str


def project_thread(
    thread: Thread, events: Sequence[ToldEvent], scale: Scale, *, map: MapName = "dragoman", by: str = ""
) -> tuple[FlatAct, ...]:
    """The flat acts of a thread, by actor and recipient; () where none is left.

    Args:
        thread: with its standing.
        events: that tell it; they give the mode, and say who called it off.
        scale: that scores the acts.
        map: that gives the CAMEO codes.
        by: code of the side that called it off, where the caller knows it.
    """
    kind = fold_kind(thread, find_mode(thread, events))
    if kind is None:
        return ()
    type, mode = kind
    quad = quad_of(type)
    if quad is None:
        return ()
    share = PUT_OFF if thread.standing == "postponed" else 1.0
    score = scale.score(type, mode) * share
    code = code_of(type, mode, map)
    doubt = thread.standing if thread.standing in DOUBTS else ""
    canceller = (by or find_canceller(thread, events)) if thread.standing in OFF else ""
    return tuple(
        FlatAct(thread.id, thread.date, a, b, mutual, type, mode, quad, code, score, thread.standing, doubt)
        for a, b, mutual in sorted(pair_sides(thread, canceller))
    )


def fold_kind(thread: Thread, mode: str) -> tuple[str, str] | None:
    """Type and mode in the flat world, None where nothing is left."""
    type, standing = thread.type, thread.standing
    if standing == "did not happen":
        return None
    if standing in OFF:
        return _fold_off(type)
    return _fold_ahead(type, mode, standing) if standing in AHEAD else (type, mode)


def _fold_ahead(type: EventType, mode: str, standing: str) -> tuple[str, str] | None:
    if type in WORDS:
        return type, mode
    if type in FRIENDLY:
        return "AGREE", ""
    if type == "RETREAT":
        return "CONCEDE", ""
    return None if standing == "possible" else ("THREATEN", THREATS[type])


def _fold_off(type: EventType) -> tuple[str, str] | None:
    if type == "REQUEST":
        return "CONCEDE", ""
    return ("REJECT", REFUSALS[type]) if type in REFUSALS else None


def find_mode(thread: Thread, events: Iterable[ToldEvent]) -> str:
    """The mode that most events of the thread's type have, the first by the alphabet of several; "" if none has one."""
    counts = Counter(event.mode for event in events if event.type == thread.type and event.mode)
    return min(counts, key=lambda mode: (-counts[mode], mode), default="")


def find_canceller(thread: Thread, events: Iterable[ToldEvent]) -> str:
    """The side that called it off: the one side in whose events alone it is told so, "" where that is not one side.

    A cancellation that the record tells of one actor only ("Iran has cancelled the talks") names it; of a meeting of
    all it does not say who.
    """
    sides = {event.actors for event in events if event.status in OFF}
    alone = {actors[0] for actors in sides if len(actors) == 1}
    return alone.pop() if len(alone) == 1 and alone <= {*thread.actors, *thread.recipients} else ""


def pair_sides(thread: Thread, canceller: str = "") -> set[tuple[str, str, bool]]:
    """Actor, recipient, and whether both act together; a canceller acts alone, towards all others."""
    others = {*thread.actors, *thread.recipients} - {canceller}
    if canceller:
        return {(canceller, other, False) for other in others}
    if thread.recipients:
        return {(a, b, False) for a, b in product(thread.actors, thread.recipients) if a != b}
    together = thread.standing not in OFF
    pairs = combinations(sorted(set(thread.actors)), 2) if together else product(thread.actors[:1], thread.actors[1:])
    return {(a, b, together) for a, b in pairs if a != b}
