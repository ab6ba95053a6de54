"""Visits told only by where somebody speaks or takes part: "said in Rome", "told a summit in Seoul", "while in Paris".

In: a `Reading`, the drafts so far. Out: further visits of office holders to the state whose place is named, one for
each guest, host and day, where no draft tells it yet. Ministers and rulers only: envoys and commanders live abroad.
"""

from collections.abc import Iterator

from dragoman.extract.dates import find_date
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.matching import Match
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.arguments import objects, surface_subjects
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.reading import Reading
from dragoman.extract.status import judge_status
from dragoman.model.analysis import Mention
from dragoman.vocab.predicate_types import Predicate
from dragoman.vocab.word_groups import word_group

_AT = frozenset({"in", "at"})
_SPEAKING = word_group("saying") | {"speak", "talk"}
_ATTENDING = word_group("attends")
_OCCASIONS = word_group("occasion")
_GOING = word_group("goes")
_EDGES = word_group("edge")
_OFFICES = frozenset({"HOS", "HOG", "VHOS", "VHOG", "FM", "DM", "MIN", "NSA"})
_GUESS = "of the state spoken of"
"""How the side of a minister is told whose state the text does not name."""
_SURE = 0.85
_LIKELY = 0.5
"""How sure a meeting of sides that its own words do not name must be, for no visit to be told beside it."""
_PREDICATE = Predicate(
    "be", "verb", (), "CONSULT", "visit", "visits", 0.6, "both", "speaks or takes part abroad", "rule: speaks abroad"
)


def find_presence(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Visits that no draft tells yet, in text order."""
    talks = [
        each for each in drafts if each.type == "CONSULT" and len(each.sides) > 1
        and not (each.lent == "weighed" and each.sureness < _LIKELY)
    ]  # fmt: skip
    told = {(tuple(sorted(each.sides)), each.date.value) for each in talks}
    meetings = {verb for each in talks for verb in (each.token, each.match.slots.carrier) if verb is not None}
    found: list[Draft] = []
    for mention in reading.an.mentions:
        for draft in _visits_at(reading, mention, meetings):
            pair = tuple(sorted(draft.sides))
            if not any(sides == pair and draft.date.value in (day, "") for sides, day in told):
                told.add((pair, draft.date.value))
                found.append(draft)
    return found


def _visits_at(reading: Reading, place: Mention, meetings: set[int]) -> Iterator[Draft]:
    """The visit that a place tells of, if it does; where two sides meet there, the meeting is all that is told."""
    if place.kind not in ("place", "state") or len(place.codes) != 1 or ":" in place.codes[0]:
        return
    verb = _verb_at(reading, place)
    if verb is None or reading.an.lemma[verb] in _GOING or _is_wish(reading, verb):
        return
    if verb in meetings and not (reading.an.lemma[verb] in _ATTENDING or _is_meanwhile(reading, place)):
        return
    guests = join_sides(
        side for token in surface_subjects(reading.an, verb)
        if (side := _guest(reading, token)).codes and place.codes[0] not in side.codes
    )  # fmt: skip
    if not guests.codes:
        return
    judgement = judge_status(reading.an, reading.world.status_cues, place.head, "CONSULT")
    if judgement.status in ("happened", "planned"):
        match = Match(_PREDICATE, reading.world.lexicon.frames["visits"], slots_of(reading.an, place.head))
        host = Side(place.codes, ("GOV",), (), (place.head,), (place.how,))
        date = find_date(reading, place.head)
        yield Draft(
            place.head, match, Roles(guests, host, ("subj", "in")), judgement, date, place.name, sureness=_SURE
        )


def _is_wish(reading: Reading, verb: int) -> bool:
    """ "Was told to step down at a conference": what somebody is to do there shows nobody there, unless he speaks."""
    an = reading.an
    infinitive = an.tag[verb] == "VB" and any(an.tag[kid] == "TO" for kid in an.children[verb])
    return infinitive and an.lemma[verb] not in _SPEAKING | _ATTENDING


def _guest(reading: Reading, token: int) -> Side:
    """The side of a minister or ruler who stands at a token, empty for anybody else."""
    mention = reading.who.mention_at(token)
    if mention is None or not _OFFICES & set(mention.office.split("|")) or reading.an.tag[token] in ("NNS", "NNPS"):
        return Side()
    side = reading.who.side_of(token)
    unsure = side.private or mention.how.startswith(_GUESS) or any(":" in code for code in side.codes)
    return Side() if unsure else side


def _verb_at(reading: Reading, place: Mention) -> int | None:
    """What somebody does at a place: speaks in a town, or does anything at an occasion there or "while" there."""
    an = reading.an
    prep = an.head[place.head]
    if an.dep[place.head] != "pobj" or an.lemma[prep] not in _AT:
        return None
    if _is_meanwhile(reading, place):
        return an.head[prep]
    above = an.head[prep]
    if is_verbal(an, above):
        town = place.kind == "place" and an.lemma[above] in _SPEAKING
        gives = any(an.lemma[thing] in _OCCASIONS for thing in objects(an, above))
        return above if town or gives else None
    return _verb_of_occasion(reading, above)


def _is_meanwhile(reading: Reading, place: Mention) -> bool:
    """ "While in Paris": it tells of the stay itself, whatever is done there."""
    an = reading.an
    kids = an.children[an.head[place.head]]
    return any(an.lemma[kid] in ("while", "when") and an.dep[kid] == "mark" for kid in kids)


def _verb_of_occasion(reading: Reading, noun: int) -> int | None:
    """ "Said at a summit", "on the edge of a summit", "told a conference": what is done there, None without any."""
    an = reading.an
    if an.lemma[noun] not in _OCCASIONS:
        return None
    for _ in range(3):
        link = an.head[noun]
        if an.dep[noun] == "dobj" and an.lemma[link] in _SPEAKING | _ATTENDING:
            return link
        if an.dep[noun] != "pobj":
            return None
        above = an.head[link]
        if is_verbal(an, above):
            at = an.word[link].lower() == "at" or an.lemma[noun] in _EDGES or an.lemma[noun] == "interview"
            return above if at else None
        noun = above
    return None
