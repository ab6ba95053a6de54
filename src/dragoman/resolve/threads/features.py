"""Names what speaks for or against two tellings being of one event, for weighing.

Two tellings in, feature names out, the same in either order. What is named is compared in `likeness`; no weight is
known here. Where a word says another thing beside another one (the same sides say more of an attack than of talks) the
two have a name together.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from dragoman.resolve.threads import likeness
from dragoman.resolve.threads.told import Telling

SignaturePart = tuple[str, ...]
"""Its kind (a key of the table of namers below), then its values."""
Signature = tuple[SignaturePart, ...]
HEAD = 700
"""Characters at the head of a text, where its own news stands."""
MOST_ACTS = 3
"""Of the kinds of act of one trigger only the first few in the order of their names are paired."""
_GAPS = ((1, "a day"), (4, "days"), (21, "weeks"), (180, "months"))


def features_of(a: Telling, b: Telling) -> Iterator[str]:
    """Names of what speaks for or against one event; each at most once."""
    return (name for part in sign_pair(a, b) for name in name_features(part))


def name_features(part: SignaturePart) -> Iterator[str]:
    """The features that one part of a signature has."""
    name, *values = part
    yield from _NAMERS[name](*values)


def sign_pair(a: Telling, b: Telling) -> Signature:
    """What the names of the features are made of, in parts that are named apart and that many pairs have in common."""
    type_ = a.event.type if a.event.type == b.event.type else "akin"
    kinds, people = likeness.compare_kinds(a, b), likeness.compare_people(a, b)
    when, sides = likeness.compare_dates(a, b), likeness.compare_sides(a, b)
    here = a.event.document == b.event.document
    where = "here" if here else "there"
    seen = "in one sentence" if here and _is_one_sentence(a, b) else where
    return (
        ("core", type_, kinds, people, when, where),
        ("sides", sides, type_, kinds, people, likeness.compare_outcomes(a, b), where),
        ("fields", likeness.compare_places(a, b), likeness.compare_ordinals(a, b), likeness.compare_numbers(a, b)),
        ("ways", likeness.compare_modes(a, b), likeness.compare_voices(a, b), _history(a, b)),
        ("words", likeness.count_words(a, b), str(min(3, len(a.names & b.names))), seen),
        ("weight", *likeness.weigh_common(a, b), likeness.measure_shorter(a, b), seen),
        ("near", *likeness.weigh_near(a, b), where),
        *_acts(a, b, sides, when, people),
        ("here", kinds, *_here(a, b, seen)) if here else ("there", when, *_there(a, b)),
    )


def _name_core(type_: str, kinds: str, people: str, when: str, where: str) -> Iterator[str]:
    yield from (type_, f"kinds {kinds}", f"{type_} kinds {kinds}", f"people {people}", f"when {when}")
    yield from (f"people {people}, when {when}", f"kinds {kinds}, when {when}", f"kinds {kinds}, people {people}")
    yield from (f"{where}, {type_}", f"{where}, kinds {kinds}", f"{where}, people {people}", f"{where}, when {when}")


def _name_sides(sides: str, type_: str, kinds: str, people: str, outcome: str, where: str) -> Iterator[str]:
    yield from (f"sides {sides}", f"outcome {outcome}", f"sides {sides}, outcome {outcome}", f"{type_} sides {sides}")
    yield from (f"sides {sides}, kinds {kinds}", f"sides {sides}, people {people}", f"{type_} people {people}")
    yield from (f"{where}, sides {sides}", f"{where}, outcome {outcome}")


def _name_fields(place: str, ordinals: str, numbers: str) -> Iterator[str]:
    yield from (f"place {place}", f"ordinals {ordinals}", f"numbers {numbers}")


def _name_ways(mode: str, voice: str, history: str) -> Iterator[str]:
    yield from (f"mode {mode}", voice, history)


def _name_words(words: str, names: str, seen: str) -> Iterator[str]:
    yield from (f"words {words}", f"names {names}", f"names {names} {seen}")


def _name_weight(weight: str, share: str, shorter: str, seen: str) -> Iterator[str]:
    yield from (f"weight of words {weight}", f"share of weight {share}", f"shorter quote {shorter}")
    yield from (f"weight of words {weight} {seen}", f"share of weight {share} {seen}")


def _name_near(weight: str, share: str, where: str) -> Iterator[str]:
    yield from (f"words near {weight}", f"share of words near {share}", f"words near {weight} {where}")


def _acts(a: Telling, b: Telling, sides: str, when: str, people: str) -> Iterator[SignaturePart]:
    """The kinds of act that both name; of two that name none in common each kind with each."""
    shared = sorted(a.kinds & b.kinds)[:MOST_ACTS]
    if shared:
        yield from (("act", kind, sides, when, people) for kind in shared)
        return
    for one, other in product(sorted(a.kinds)[:MOST_ACTS], sorted(b.kinds)[:MOST_ACTS]):
        yield ("acts", *sorted((one, other)))


def _name_act(kind: str, sides: str, when: str, people: str) -> Iterator[str]:
    yield from (f"act {kind}", f"act {kind}, sides {sides}", f"act {kind}, when {when}", f"act {kind}, people {people}")


def _name_acts(one: str, other: str) -> Iterator[str]:
    yield f"acts {one} and {other}"


def _history(a: Telling, b: Telling) -> str:
    return "both history" if a.event.background and b.event.background else "not both history"


def _is_one_sentence(a: Telling, b: Telling) -> bool:
    return max(a.event.span[0], b.event.span[0]) < min(a.event.span[1], b.event.span[1])


def _is_at_head(telling: Telling) -> bool:
    return telling.event.trigger_span[0] < HEAD


def _here(a: Telling, b: Telling, seen: str) -> tuple[str, ...]:
    """Of two tellings in one text: how far apart, where the first stands, and how each is led in."""
    first, later = sorted((a, b), key=lambda t: (t.event.trigger_span, t.event.id))
    gap = later.event.trigger_span[0] - first.event.trigger_span[1]
    far = "near" if gap < 250 else "some way" if gap < 800 else "far" if gap < 2500 else "very far"
    head = "first told at the head" if _is_at_head(first) else "first told later on"
    sentences = "one sentence" if seen == "in one sentence" else "two sentences"
    return (sentences, far, head, first.lead or "bare", later.lead or "bare")


def _name_here(kinds: str, sentences: str, far: str, head: str, first: str, later: str) -> Iterator[str]:
    yield from ("here", sentences, far, head)
    yield from (f"led in {later}", f"first led in {first}", f"kinds {kinds}, led in {later}")


def _there(a: Telling, b: Telling) -> tuple[str, ...]:
    """Of two tellings in two texts: how long between them, how many are at the head, and how each is led in."""
    gap = course = ""
    if a.told and b.told:
        days = max(0, likeness.days_between(a.told, b.told))
        gap = next((name for most, name in _GAPS if days <= most), "long")
        course = _course(a, b)
    return (gap, course, str(_is_at_head(a) + _is_at_head(b)), *sorted((a.lead or "bare", b.lead or "bare")))


def _name_there(when: str, gap: str, course: str, heads: str, lead: str, other: str) -> Iterator[str]:
    yield from ("there", f"at the head {heads}", f"leads {lead} {other}")
    if gap:
        yield from (f"told {gap}", f"told {gap}, when {when}", f"outcome {course}")


def _course(a: Telling, b: Telling) -> str:
    """What the text published first has of the outcome, and what the other: a plan comes before its outcome."""
    if a.told == b.told:
        return f"{likeness.compare_outcomes(a, b)} at once"
    first, later = (a, b) if (a.told or ()) < (b.told or ()) else (b, a)
    return f"{likeness.OUTCOMES[first.event.status]} then {likeness.OUTCOMES[later.event.status]}"


_NAMERS: Mapping[str, Callable[..., Iterator[str]]] = {
    "core": _name_core, "sides": _name_sides, "fields": _name_fields, "ways": _name_ways, "words": _name_words,
    "weight": _name_weight, "near": _name_near, "act": _name_act, "acts": _name_acts, "here": _name_here,
    "there": _name_there,
}  # fmt: skip
