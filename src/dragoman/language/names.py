"""Which names of the gazetteer stand in the text: states, nationalities, seats of government, organisations, groups.

In: an analysis and the world. Out: one `Found` a name, its meaning chosen for the day of the text. The gazetteer
overrules the statistical recogniser, except where a name is plainly part of a person's name.
"""

from collections import Counter
from dataclasses import dataclass, replace

from dragoman.model.analysis import Analysis
from dragoman.vocab.gazetteer import Hit, Name, fold_word
from dragoman.vocab.word_groups import word_group
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


_STATES = frozenset({"state", "adjective", "prefix"})
_PAST = word_group("former-state")
_LOCATIVE = word_group("locative")
_AT_PLACES = _LOCATIVE | {"to", "from", "into", "of"}
_RULERS = frozenset({"HOS", "HOG", "FM"})
_COMPASS = frozenset({"north", "south", "east"})
_SUCCESSORS = word_group("successor-noun")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text: tokens `first` to `last` (exclusive) and the meaning chosen."""

    first: int
    last: int
    name: Name


def find_names(an: Analysis, world: World, day: str) -> list[Found]:
    """All names in text order, without overlap; `day` is the ISO day on which meanings must hold, "" if unknown."""
    folded = [fold_word(word) for word in an.word]
    people = _person_spans(an, world)
    surnames = {an.word[last - 1] for _, last in people.values()}
    hits: list[Hit] = []
    at = 0
    while at < len(folded):
        hit = world.names.at(folded, at) if folded[at] else None
        hit = hit or _shouted(folded, at, world) or _joined(an, at, world)
        if hit and _gives_way(folded, hit, world):
            hit = None
        if hit and (_is_titled(an, hit, world) or _is_rulers(an, hit, world, day) or _is_direction(an, hit)):
            at += 1
        elif hit and an.sentence[hit.last - 1] == an.sentence[at] and not (
            _is_surname(an, hit, surnames) or _inside_person(an, hit, people)
        ):
            hits.append(_as_land(hit) if _is_past(an, hit) else hit)
            at = hit.last
        else:
            at += 1
    plain = (_choose(hit.names, day, frozenset()) for hit in hits)
    sure = frozenset(code for name in plain if not name.doubtful for code in name.codes)
    found = [Found(hit.first, hit.last, _choose(hit.names, day, sure)) for hit in hits]
    return _as_at_home(an, world, [each for each in found if not each.name.doubtful or sure & set(each.name.codes)])


def _as_at_home(an: Analysis, world: World, found: list[Found]) -> list[Found]:
    """ "The Taliban" in a text on Pakistan that has named the Pakistani Taliban are these, not the Afghan ones."""
    times = Counter(code for each in found for code in each.name.codes)
    longer: dict[str, list[Name]] = {}
    for each in found:
        if each.name.kind == "group" and each.last - each.first > 1:
            for word in an.word[each.first : each.last]:
                longer.setdefault(word, []).append(each.name)

    def at_home(name: Name) -> int:
        return sum(times[state] for state in world.rebels.homes.get(name.codes[0], ()))

    def meant(each: Found) -> Found:
        if each.name.kind != "group" or each.last - each.first > 1:
            return each
        best = max((*longer.get(an.word[each.first], ()), each.name), key=at_home)
        settled = world.rebels.homes.get(each.name.codes[0])
        return replace(each, name=best) if settled and at_home(best) > at_home(each.name) else each

    return [meant(each) for each in found] if longer else found


def _gives_way(folded: list[str], hit: Hit, world: World) -> bool:
    """ "The West" where the next words are a longer name: "the West African Force"."""
    if folded[hit.first].lower() != "the" or hit.first + 1 >= len(folded):
        return False
    longer = world.names.at(folded, hit.first + 1)
    return longer is not None and longer.last > hit.last


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


def _joined(an: Analysis, at: int, world: World) -> Hit | None:
    """Two states in one token: "U.S.-Pakistan"."""
    parts = an.word[at].split("-")
    if len(parts) != 2 or not all(part[:1].isupper() for part in parts):
        return None
    hits = [world.names.at([fold_word(part)], 0) for part in parts]
    names = [[n for n in hit.names if n.kind in _STATES] if hit else [] for hit in hits]
    if not all(names):
        return None
    first, second = names[0][0], names[1][0]
    codes = tuple(dict.fromkeys((*first.codes, *second.codes)))
    return Hit(at, at + 1, (replace(first, kind="adjective", codes=codes, how=f"{first.how}; {second.how}"),))


def _is_past(an: Analysis, hit: Hit) -> bool:
    """A state that is no more, named for what came after it: "former Soviet republics", "the ex-USSR"."""
    before = [t for t in range(max(0, hit.first - 2), hit.first) if an.sentence[t] == an.sentence[hit.first]]
    words = [an.lemma[t].rstrip("-") for t in before if an.word[t] != "-"]
    if not words or words[-1] not in _PAST:
        return False
    kinds = {name.kind for name in hit.names}
    if "state" in kinds and "adjective" not in kinds:
        head = hit.last - 1
        return an.dep[head] == "pobj" and an.lemma[an.head[head]] in ("of", "in", "across", "from")
    return any(an.lemma[t] in _SUCCESSORS for t in range(hit.last, min(hit.last + 2, len(an.word))))


def _as_land(hit: Hit) -> Hit:
    return Hit(hit.first, hit.last, tuple(replace(name, kind="place") for name in hit.names))


def _person_spans(an: Analysis, world: World) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for first, last, label in an.names:
        last = next((t for t in range(first + 1, last) if is_dash(an, world, t)), last)
        if label == "PERSON" and last - first > 1:
            spans.update(dict.fromkeys(range(first, last), (first, last)))
    return spans


def is_dash(an: Analysis, world: World, token: int) -> bool:
    """A hyphen parts two names where it has spaces around it or a state after it; else it joins the parts of one."""
    if an.word[token] not in ("-", "--") or token + 1 >= len(an.word):
        return False
    hit = world.names.at([fold_word(an.word[token + 1])], 0)
    return an.start[token] > an.end[token - 1] or bool(hit and hit.names[0].kind == "state")


def _inside_person(an: Analysis, hit: Hit, people: dict[int, tuple[int, int]]) -> bool:
    """A state or place inside a longer personal name belongs to the person ("Jordan" in "Jordan Lee")."""
    span = people.get(hit.first)
    if span is None or hit.last - hit.first >= span[1] - span[0]:
        return False
    if any(name.kind in ("adjective", "organisation", "group", "body", "person") for name in hit.names):
        return False
    after = an.word[hit.last] if hit.last < span[1] else ""
    return hit.first > span[0] or (after[:1].isupper() and after.lower() not in ("president", "prime", "foreign"))


def _is_titled(an: Analysis, hit: Hit, world: World) -> bool:
    """A town that bears the name of a person: "President Bush", "Mr Nelson"."""
    if not hit.first or any(name.kind != "place" for name in hit.names):
        return False
    before = an.word[hit.first - 1]
    titled = fold_word(before.lower()) in world.titles
    return titled and before[:1].isupper() and an.sentence[hit.first - 1] == an.sentence[hit.first]


def _is_direction(an: Analysis, hit: Hit) -> bool:
    """ "In the west", "the west and south", "the west of Chad": the direction; "talks with the west": the West."""
    head = hit.last - 1
    if an.word[head] != "west":
        return False
    beside = {an.lemma[kid] for kid in an.children[head]} | {an.lemma[an.head[head]]}
    return bool(beside & _COMPASS) or "of" in beside or (an.dep[head] == "pobj" and "in" in beside)


def _is_surname(an: Analysis, hit: Hit, surnames: set[str]) -> bool:
    """A town that bears the surname of somebody whom the text names in full ("Ann Nelson", then "death to Nelson")."""
    head = hit.last - 1
    if hit.last - hit.first > 1 or any(name.kind != "place" for name in hit.names) or an.word[head] not in surnames:
        return False
    return not (an.dep[head] == "pobj" and an.lemma[an.head[head]] in _LOCATIVE)


def _is_rulers(an: Analysis, hit: Hit, world: World, day: str) -> bool:
    """A town that bears a ruler's surname ("Powell flew in"), where no preposition makes it a place."""
    head = hit.last - 1
    if hit.last - hit.first > 1 or any(name.kind != "place" for name in hit.names) or an.tag[head] != "NNP":
        return False
    above = an.head[head]
    in_place = an.dep[head] == "pobj" and an.lemma[above] in _AT_PLACES
    return not in_place and is_ruler(an, world, head, day, spelt=True)


def is_ruler(an: Analysis, world: World, token: int, day: str, *, spelt: bool = False) -> bool:
    """A lone surname that only one head of state or government, or foreign minister, bears on that day.

    With `spelt`, other spellings of the name ("Sabha" for "Sabah") are not enough.
    """
    if not day or an.dep[token] in ("compound", "amod", "nmod") or (token and an.dep[token - 1] == "compound"):
        return False
    holders = [h for h in world.holders.in_office(an.word[token], day) if h.office in _RULERS]
    if spelt:
        holders = [h for h in holders if any(an.word[token] in form.split() for form in (h.person, *h.spellings))]
    return len({holder.code for holder in holders}) == 1


def _choose(names: tuple[Name, ...], day: str, sure: frozenset[str]) -> Name:
    """The meaning of that day; a doubtful one only of a group that the text is `sure` to speak of, or for want of any.

    "The opposition" of a land is the council that speaks for it where the text names that council.
    """

    def doubt(name: Name) -> tuple[bool, int]:
        backed = name.kind == "group" and bool(sure & set(name.codes))
        return name.doubtful and not backed, _PREFERENCE.index(name.kind) if name.kind in _PREFERENCE else 99

    return min([name for name in names if name.valid_on(day)] or names, key=doubt)
