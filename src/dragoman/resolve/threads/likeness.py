"""What two tellings have in common and where they differ, as named features for weighing.

Two tellings in, feature names out, the same in either order. No weight is known here.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from dragoman.resolve.threads.told import Telling
from dragoman.text.names import same_person
from dragoman.vocab.rarity import weigh_words

SignaturePart = tuple[str, ...]
"""Its kind ("core", "fields", "words", "weight", "here" or "there"), then its values."""
Signature = tuple[SignaturePart, ...]
_OUTCOMES = {
    "happened": "held", "planned": "ahead", "proposed": "ahead", "possible": "ahead",
    "postponed": "off", "cancelled": "off", "denied": "denied",
}  # fmt: skip
LONGEST_GAP = 10
"""Days between two narrow dates of what is told as past beyond which they are two events."""
LONGEST_NEWS = 540
"""Days between two texts beyond which undated news of each is not the same news; history may be."""
LONGEST_MOVE = 200
"""The same where one tells a plan: a visit of spring may be moved to autumn."""
_AKIN = frozenset(map(frozenset, (("AGREE", "SUPPORT"), ("COOPERATE", "AID"), ("COOPERATE", "SUPPORT"))))
"""Types between which a trigger of one meaning may be coded either way."""
_DIRECTED = frozenset(
    ("ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "CONCEDE")
)
"""Types of which A to B and B to A are two events, unless a telling makes them mutual."""
_GAPS = ((1, "a day"), (4, "days"), (21, "weeks"), (180, "months"))
_WEIGHTS = (1.0, 3.0, 6.0, 10.0, 16.0)
"""Steps of what the common words weigh: one plain word, one rare one, two rare ones ..."""
_SHARES = (0.05, 0.15, 0.3, 0.5, 0.75)
"""Steps of the share that the common words are of the lighter telling."""


def may_be_one(a: Telling, b: Telling) -> bool:
    """Whether two tellings are worth weighing: of one type, with a side in common, not years apart."""
    if a.event.type != b.event.type and not _are_akin(a, b):
        return False
    if not a.sides & b.sides and (a.sides or b.sides):
        return False
    if a.event.document != b.event.document and not a.kinds & b.kinds and not a.names & b.names:
        return False
    return not is_barred(a, b)


def is_barred(a: Telling, b: Telling) -> bool:
    """Whether two tellings can never be of one event: told of times too far apart, or of two visitors."""
    if a.first and a.last and b.first and b.last:
        past = a.event.status == b.event.status == "happened"
        if _gap((a.first, a.last), (b.first, b.last)) > (LONGEST_GAP if past else LONGEST_MOVE):
            return True
    if a.event.type in _DIRECTED and a.event.recipients and _sides(a, b) == "crossed":
        return True
    history = a.event.background or b.event.background
    if not history and _is_other_news(a, b):
        return True
    return _people(a, b) == "others" and "visit" in a.kinds & b.kinds and a.event.type == "CONSULT"


def _is_other_news(a: Telling, b: Telling) -> bool:
    """Whether one is news, and the other was or was news too long before or after it."""
    if not a.recent and not b.recent:
        return False
    one, other = a.recent or _span(a), b.recent or _span(b)
    return one is not None and other is not None and _gap(one, other) > LONGEST_NEWS


def _span(telling: Telling) -> tuple[date, date] | None:
    return (telling.first, telling.last) if telling.first and telling.last else None


def features_of(a: Telling, b: Telling) -> Iterator[str]:
    """Names of what speaks for or against one event; each at most once."""
    return (name for part in sign_pair(a, b) for name in name_features(part))


def sign_pair(a: Telling, b: Telling) -> Signature:
    """What the names of the features are made of, in parts that are named apart and that many pairs have in common."""
    type_ = a.event.type if a.event.type == b.event.type else "akin"
    kinds, people, when = _kinds(a, b), _people(a, b), _when(a, b)
    voice = "one voice" if a.event.voice == b.event.voice else "two voices"
    history = "both history" if a.event.background and b.event.background else "not both history"
    here = a.event.document == b.event.document
    return (
        ("core", type_, kinds, people, when),
        ("fields", _sides(a, b), _place(a, b), _outcomes(a, b), _ordinals(a, b)),
        ("words", _share(a.words, b.words), str(min(3, len(a.names & b.names))), voice, history, _mode(a, b)),
        ("weight", *_weights(a, b), _numbers(a, b)),
        ("here", kinds, *_here(a, b)) if here else ("there", when, *_there(a, b)),
    )


def name_features(part: SignaturePart) -> Iterator[str]:
    """The features that one part of a signature has."""
    name, *values = part
    yield from _NAMERS[name](*values)


def _name_core(type_: str, kinds: str, people: str, when: str) -> Iterator[str]:
    yield from (type_, f"kinds {kinds}", f"{type_} kinds {kinds}", f"people {people}", f"when {when}")
    yield from (f"people {people}, when {when}", f"kinds {kinds}, when {when}", f"kinds {kinds}, people {people}")


def _name_fields(sides: str, place: str, outcome: str, ordinals: str) -> Iterator[str]:
    yield from (f"sides {sides}", f"place {place}", f"outcome {outcome}", f"ordinals {ordinals}")


def _name_words(words: str, names: str, voice: str, history: str, mode: str) -> Iterator[str]:
    yield from (f"words {words}", f"names {names}", voice, history, f"mode {mode}")


def _name_weight(weight: str, share: str, numbers: str) -> Iterator[str]:
    yield from (f"weight of words {weight}", f"share of weight {share}", f"numbers {numbers}")


def _are_akin(a: Telling, b: Telling) -> bool:
    return frozenset({a.event.type, b.event.type}) in _AKIN and bool(a.kinds & b.kinds) and a.sides == b.sides


def _kinds(a: Telling, b: Telling) -> str:
    if a.event.trigger.casefold() == b.event.trigger.casefold():
        return "same words"
    return "shared" if a.kinds & b.kinds else "other"


def _people(a: Telling, b: Telling) -> str:
    if not a.people and not b.people:
        return "none"
    if not a.people or not b.people:
        return "one"
    shared = sum(any(same_person(x, y) for y in b.people) for x in a.people)
    if not shared:
        return "others"
    return "same" if shared == len(a.people) == len(b.people) else "some"


def _when(a: Telling, b: Telling) -> str:
    if a.days and b.days:
        gap = _gap(a.days, b.days)
        if gap <= 0:
            width = max(a.width, b.width)
            return "day" if width <= 2 else "week" if width <= 8 else "month"
        return "next day" if gap <= 2 else "days apart" if gap <= LONGEST_GAP else "moved"
    if a.recent and b.recent:
        return "both news" if _gap(a.recent, b.recent) <= 0 else "news long apart"
    if (a.recent and b.days) or (b.recent and a.days):
        news, days = (a.recent, b.days) if a.recent else (b.recent, a.days)
        return "fits news" if news and days and _gap(news, days) <= 0 else "long before or after the news"
    if not a.event.date or not b.event.date:
        return "unknown"
    return "same time" if a.event.date == b.event.date else "wide" if _touch(a, b) else "apart"


def _sides(a: Telling, b: Telling) -> str:
    if not a.sides and not b.sides:
        return "none"
    if a.sides == b.sides:
        if len(a.sides) == 1:
            return "one"
        same = set(a.event.actors) == set(b.event.actors) and set(a.event.recipients) == set(b.event.recipients)
        loose = not a.event.recipients or not b.event.recipients
        return "same roles" if same else "mutual" if loose else "crossed"
    if a.sides <= b.sides or b.sides <= a.sides:
        return "part"
    return "shared"


def _place(a: Telling, b: Telling) -> str:
    if not a.place or not b.place:
        return "none" if a.place == b.place else "one"
    return "same" if a.place == b.place else "other"


def _outcomes(a: Telling, b: Telling) -> str:
    return " and ".join(sorted((_OUTCOMES[a.event.status], _OUTCOMES[b.event.status])))


def _share(a: frozenset[str], b: frozenset[str]) -> str:
    """How many of the words are common, in steps; the shorter quote decides."""
    if not a or not b:
        return "0"
    share = len(a & b) / min(len(a), len(b))
    return "0" if share < 0.1 else "1" if share < 0.2 else "2" if share < 0.35 else "3" if share < 0.6 else "4"


def _weights(a: Telling, b: Telling) -> tuple[str, str]:
    """How much the common words say, and what share of all that the poorer telling says: a rare word says more."""
    shared = weigh_words(a.words & b.words)
    least = min(a.weight, b.weight)
    return str(bisect_right(_WEIGHTS, shared)), str(bisect_right(_SHARES, shared / least if least else 0.0))


def _numbers(a: Telling, b: Telling) -> str:
    if not a.numbers or not b.numbers:
        return "none" if a.numbers == b.numbers else "one"
    return "same" if a.numbers & b.numbers else "other"


def _ordinals(a: Telling, b: Telling) -> str:
    if not a.ordinals and not b.ordinals:
        return "none"
    return "same" if a.ordinals == b.ordinals else "other" if a.ordinals and b.ordinals else "one"


def _mode(a: Telling, b: Telling) -> str:
    if not a.event.mode or not b.event.mode:
        return "unknown"
    return "same" if a.event.mode == b.event.mode else "other"


def _here(a: Telling, b: Telling) -> tuple[str, ...]:
    """Of two tellings in one text: how far apart, and how each is led in."""
    first, later = sorted((a, b), key=lambda t: (t.event.trigger_span, t.event.id))
    gap = later.event.trigger_span[0] - first.event.trigger_span[1]
    overlap = first.event.span[1] > later.event.span[0]
    far = "near" if gap < 250 else "some way" if gap < 800 else "far" if gap < 2500 else "very far"
    return ("one sentence" if overlap else "two sentences", far, first.lead or "bare", later.lead or "bare")


def _name_here(kinds: str, sentences: str, far: str, first: str, later: str) -> Iterator[str]:
    yield from ("here", sentences, far, f"led in {later}", f"first led in {first}", f"kinds {kinds}, led in {later}")


def _there(a: Telling, b: Telling) -> tuple[str, ...]:
    """Of two tellings in two texts: how long between their publications, and how each is led in."""
    gap = course = ""
    if a.told and b.told:
        days = max(0, _gap(a.told, b.told))
        gap = next((name for most, name in _GAPS if days <= most), "long")
        course = _course(a, b)
    return (gap, course, *sorted((a.lead or "bare", b.lead or "bare")))


def _name_there(when: str, gap: str, course: str, lead: str, other: str) -> Iterator[str]:
    yield "there"
    if gap:
        yield from (f"told {gap}", f"told {gap}, when {when}", f"outcome {course}")
    yield f"leads {lead} {other}"


_NAMERS: Mapping[str, Callable[..., Iterator[str]]] = {
    "core": _name_core, "fields": _name_fields, "words": _name_words, "weight": _name_weight,
    "here": _name_here, "there": _name_there,
}  # fmt: skip


def _course(a: Telling, b: Telling) -> str:
    """What the text published first has of the outcome, and what the other: a plan comes before its outcome."""
    if a.told == b.told:
        return f"{_outcomes(a, b)} at once"
    first, later = (a, b) if (a.told or ()) < (b.told or ()) else (b, a)
    return f"{_OUTCOMES[first.event.status]} then {_OUTCOMES[later.event.status]}"


def _gap(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days between two spans, 0 or less when they touch."""
    return max((b[0] - a[1]).days, (a[0] - b[1]).days)


def _touch(a: Telling, b: Telling) -> bool:
    return (a.first is None or b.last is None or a.first <= b.last) and (
        b.first is None or a.last is None or b.first <= a.last
    )
