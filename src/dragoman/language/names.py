"""Which names of the gazetteer stand in the text: states, nationalities, seats of government, organisations, groups.

In: an analysis and the world. Out: one `Found` a name, its meaning chosen for the day of the text. The gazetteer
overrules the statistical recogniser, except where a name is plainly part of a person's name.
"""

from dataclasses import dataclass

from dragoman.model.analysis import Analysis
from dragoman.vocab.gazetteer import Hit, Name, fold_word
from dragoman.vocab.world import World

_PREFERENCE = (
    "state",
    "capital",
    "organisation",
    "group",
    "body",
    "adjective",
    "people",
    "prefix",
    "disputed",
    "place",
    "person",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text: tokens `first` to `last` (exclusive) and the meaning chosen."""

    first: int
    last: int
    name: Name


def find_names(an: Analysis, world: World, day: str) -> list[Found]:
    """All names in text order, without overlap; `day` is the ISO day on which meanings must hold, "" if unknown."""
    folded = [fold_word(word) for word in an.word]
    people = _person_spans(an)
    hits: list[Hit] = []
    at = 0
    while at < len(folded):
        hit = world.names.at(folded, at) if folded[at] else None
        hit = hit or _shouted(folded, at, world)
        if hit and an.sentence[hit.last - 1] == an.sentence[at] and not _inside_person(an, hit, people):
            hits.append(hit)
            at = hit.last
        else:
            at += 1
    found = [Found(hit.first, hit.last, _choose(hit.names, day)) for hit in hits]
    return _drop_doubtful(found)


def _shouted(folded: list[str], at: int, world: World) -> Hit | None:
    """A name in capitals ("ISLAMABAD") or an acronym in small letters ("Nato")."""
    word = folded[at]
    if len(word) < 4 or not word.isalpha():
        return None
    other = word.capitalize() if word.isupper() else word.upper() if word.istitle() and len(word) < 7 else ""
    if not other or other not in world.names:
        return None
    hit = world.names.at([*folded[:at], other, *folded[at + 1 : at + 2]], at)
    if hit is None or hit.last != at + 1:
        return None
    kinds = {"organisation", "group"} if word.istitle() else {"state", "capital", "place", "adjective"}
    names = tuple(name for name in hit.names if name.kind in kinds)
    return Hit(hit.first, hit.last, names) if names else None


def _person_spans(an: Analysis) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for first, last, label in an.names:
        if label == "PERSON" and last - first > 1:
            spans.update(dict.fromkeys(range(first, last), (first, last)))
    return spans


def _inside_person(an: Analysis, hit: Hit, people: dict[int, tuple[int, int]]) -> bool:
    """A state or place inside a longer personal name belongs to the person ("Jordan" in "Jordan Lee")."""
    span = people.get(hit.first)
    if span is None or hit.last - hit.first >= span[1] - span[0]:
        return False
    if any(name.kind in ("adjective", "organisation", "group", "body", "person") for name in hit.names):
        return False
    after = an.word[hit.last] if hit.last < span[1] else ""
    return hit.first > span[0] or (after[:1].isupper() and after.lower() not in ("president", "prime", "foreign"))


def _choose(names: tuple[Name, ...], day: str) -> Name:
    valid = [name for name in names if name.valid_on(day)] or list(names)
    return min(
        valid, key=lambda name: (name.doubtful, _PREFERENCE.index(name.kind) if name.kind in _PREFERENCE else 99)
    )


def _drop_doubtful(found: list[Found]) -> list[Found]:
    sure = {code for each in found if not each.name.doubtful for code in each.name.codes}
    return [each for each in found if not each.name.doubtful or sure & set(each.name.codes)]
