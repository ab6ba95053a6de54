"""Who does it and whom it is done to: the argument frame of a predicate applied to the slots of its trigger.

In: a predicate's frame, the slots, who stands behind which token. Out: the two sides of the event, and which slot gave
each. The rules of the manual that need no context are applied here: mutual events have no recipients, and nobody is on
both sides.
"""

from dataclasses import dataclass, replace

from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Side, Who, join_sides
from dragoman.extract.grammar.slots import Slotted
from dragoman.extract.grammar.tree import prepositions
from dragoman.vocab.predicate_types import Frame
from dragoman.vocab.word_groups import word_group

COMPANION = word_group("companion")
_HOUSEHOLD = word_group("household")
_SCENES = word_group("scene")
_VENUES = word_group("venue")
_RELATIVES = word_group("relative-role")
_OWN_PEOPLE = word_group("own-people")
_MEASURES = word_group("measure")
_OTHERS = frozenset({"him", "her", "them", "it"})
_OWNING = ("by", "poss")
_SINGLE = frozenset({"NN", "NNP", "PRP"})
PLACE_SLOTS = frozenset({"obj", "to", "in", "into", "of", "against", "on", "at", "from"})
SURE_FRAMES = frozenset(
    {"acts-on", "gives", "instrument", "visits", "goes-on", "deploys", "supports", "sanctions"}
)
PLACE_FRAMES = frozenset({"visits", "goes-on", "hosts", "acts-on", "withdraws", "invades", "deploys", "moves"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The two sides of an event; `gave` names the slots used, for `explain`.

    `domestic` is True when whom it is done to is of the doer's own state, or is named and stands for no actor.
    """

    actors: Side
    recipients: Side
    gave: tuple[str, ...] = ()
    mutual: bool = False
    domestic: bool = False


VICTIM_TYPES = frozenset({"COERCE", "ASSAULT", "RETREAT", "SANCTION"})


def fill_roles(frame: Frame, slots: Slotted, who: Who, trigger: int, *, nationals: bool = False) -> Roles:
    """Apply a frame to slots; with `nationals`, private people on the receiving side stand for their state."""
    places = frame.name in PLACE_FRAMES
    if frame.both:
        return _mutual(frame, slots, who, trigger)
    scenes = _scenes_before(slots, who) if nationals else ()
    order = _owners_first(frame, slots, who)
    if nationals and not slots.own.get("by"):
        slots = _with_doer(slots, who)
    sure = frame.name in SURE_FRAMES
    actors, actor_slot = _first(order, slots, who, trigger, used=scenes, sure=sure)
    actors = join_sides([actors, _companions(slots, who)])
    before = bool(scenes) or (frame.name == "visits" and actor_slot == "poss")
    recipients, recipient_slot = _first(
        (*frame.recipient, "mod") if before else frame.recipient,
        slots, who, trigger, places=places, used=actors.tokens, nationals=nationals, sure=sure,
    )  # fmt: skip
    left = _without(recipients, actors)
    of_one_state = len(actors.codes) == 1 and ":" not in actors.codes[0]
    met = bool(recipients.codes) and not _is_another(who, recipients)
    own = of_one_state and not left.codes and (met or _asks_its_own(frame, slots, who, actors))
    if nationals and of_one_state and not recipients.codes:
        own = own or _harms_its_own(slots, who, trigger, actors)
    return Roles(actors, left, (actor_slot, recipient_slot), domestic=own)


def _is_another(who: Who, side: Side) -> bool:
    """ "We'll strike him", "invaded its neighbour": not of the doer's state, whomever the pronoun is taken for."""
    an = who.an
    return bool(side.tokens) and all(
        an.word[token].lower() in _OTHERS or an.lemma[token] in _RELATIVES for token in side.tokens
    )


def _with_doer(slots: Slotted, who: Who) -> Slotted:
    """ "The release of ten sailors by Chad": the doer, where the parse hangs it on those to whom it is done."""
    victims = [token for token in slots.own.get("of", ()) if who.an.tag[token] in ("NNS", "NNPS")]
    doers = [obj for token in victims for name, obj in prepositions(who.an, token) if name == "by"]
    return replace(slots, own={**slots.own, "by": doers}) if doers else slots


def _asks_its_own(frame: Frame, slots: Slotted, who: Who, actors: Side) -> bool:
    """ "urged its citizens", "called for the country's forces to take over": a state speaks to its own people."""
    if frame.name not in ("requests", "tells"):
        return False
    told = [*slots.own.get("obj", ()), *slots.own.get("iobj", ())]
    told.extend(token for verb in slots.own.get("for", ()) for token in subjects(who.an, verb))
    return any(set(who.side_of(token, nationals=True).codes) == set(actors.codes) for token in told)


def _harms_its_own(slots: Slotted, who: Who, trigger: int, actors: Side) -> bool:
    """ "The army killed 37 protesters": its own people, where the sentence names no land of another state."""
    harmed = [token for name in ("obj", "of", "on", "against") for token in slots.own.get(name, ())]
    if not harmed or not all(_are_people(who, token) for token in harmed):
        return False
    an, here = who.an, who.an.sentence[trigger]
    lands = (
        mention for mention in who.by_head.values()
        if an.sentence[mention.head] == here and (mention.kind == "place" or _is_inside(who, mention.head))
    )  # fmt: skip
    return all(set(mention.codes) <= set(actors.codes) for mention in lands)


def _is_inside(who: Who, token: int) -> bool:
    an = who.an
    return an.dep[token] == "pobj" and an.lemma[an.head[token]] in word_group("locative")


def _are_people(who: Who, token: int) -> bool:
    """ "Protesters", "dozens of civilians"."""
    an = who.an
    if an.lemma[token] in _MEASURES:
        return any(an.lemma[inner] in _OWN_PEOPLE for name, inner in prepositions(an, token) if name == "of")
    return an.lemma[token] in _OWN_PEOPLE


def _owners_first(frame: Frame, slots: Slotted, who: Who) -> tuple[str, ...]:
    """Whose a noun is tells its doer, more than the verb around it ("compared Israel's occupation").

    Of a visit the guest is told so too ("Norway put off the visit of the king of Spain"), unless the verb says who
    pays it ("he made the first visit of a king").
    """
    verb = slots.carrier
    hosted = frame.name == "visits" and verb is not None and who.an.lemma[verb] not in word_group("carries-out")
    names, guest = frame.actor, ("of",) if hosted else ()
    if slots.own.get("subj") or not slots.lent.get("subj"):
        return names
    owners = [name for name in names if name in (*_OWNING, *guest) and slots.own.get(name)]
    if any(who.by_head.get(token) and who.side_of(token) for token in slots.own.get("mod", ())):
        owners.extend(name for name in names if name == "mod")
    return tuple(dict.fromkeys((*owners, *names)))


def _scenes_before(slots: Slotted, who: Who) -> tuple[int, ...]:
    """The land named before a noun of harm ("the Iraq invasion"); "Iraqi" and "US" are the doer."""
    an = who.an
    mentions = ((token, who.by_head.get(token)) for token in slots.own.get("mod", ()))
    return tuple(
        token for token, mention in mentions
        if mention and mention.kind in ("state", "place") and an.tag[token] == "NNP" and not an.word[token].isupper()
    )  # fmt: skip


def _mutual(frame: Frame, slots: Slotted, who: Who, trigger: int) -> Roles:
    sides, gave = [], []
    for slot in frame.both:
        for token in slots.get(slot):
            if slot in _SCENES and _is_scene(who, token) or slot == "obj" and who.an.word[token].lower() == "it":
                continue  # "they signed it": a paper, not a party
            side = who.side_of(token)
            if token != trigger and (side or side.private):
                sides.append(side)
                gave.append(slot)
    named = join_sides(sides).codes
    only_bodies = bool(named) and all(code.startswith("IGO:") for code in named)
    if len(named) < 2 and not only_bodies and frame.name in ("mutual", "hosts-meeting"):
        sides.extend(who.side_of(token) for token in slots.lent.get("ctx", ()))
        sides.extend(_host_of_talks(slots, who, trigger, join_sides(sides).codes))
    joined = join_sides(sides)
    of_one_state = len(joined.codes) == 1 and ":" not in joined.codes[0]
    apart = sum(1 for side in sides if side.codes) < 2
    home = of_one_state and (not apart or _is_among_its_own(slots, who, gave) or _is_with_its_own(slots, who, joined))
    return Roles(joined, Side(), tuple(gave), mutual=True, domestic=home)


def _is_among_its_own(slots: Slotted, who: Who, gave: list[str]) -> bool:
    """ "A meeting of Afghan leaders": several of one state, and nobody else is named."""
    if set(gave) != {"of"}:
        return False
    guests = slots.own.get("of", ())
    roles = (who.by_head.get(token) for token in guests)
    return all(who.an.tag[token] == "NNS" for token in guests) and all(m and m.kind == "role" for m in roles)


def _is_with_its_own(slots: Slotted, who: Who, side: Side) -> bool:
    """ "The premier met with his top advisers": whoever else takes part is named as his own."""
    guests = slots.own.get("with", []) or slots.lent.get("with", [])
    owners = [kid for token in guests for kid in who.an.children[token] if who.an.dep[kid] == "poss"]
    fellows = all(who.an.lemma[token] in _HOUSEHOLD for token in guests)
    return bool(owners) and fellows and all(who.side_of(owner).codes == side.codes for owner in owners)


def _host_of_talks(slots: Slotted, who: Who, trigger: int, known: tuple[str, ...]) -> list[Side]:
    """ "The minister held talks in Muscat": with Oman, where the sentence names nobody else and no usual venue."""
    an = who.an
    if len(known) != 1 or ":" in known[0] or not any(_is_one_person(who, token) for token in slots.get("subj")):
        return []
    here = an.sentence[trigger]
    others = {
        code for mention in who.by_head.values()
        if an.sentence[mention.head] == here and mention.kind != "place" and mention.head not in slots.get("in")
        for code in mention.codes
    }  # fmt: skip
    hosts = [token for token in slots.get("in") if _is_scene(who, token) and an.lemma[token] not in _VENUES]
    found = [who.side_of(token, places=True) for token in hosts] if others <= set(known) else []
    return [side for side in found if not set(side.codes) & set(known)]


def _is_one_person(who: Who, token: int) -> bool:
    """A named person or one office holder: "leaders" and governments may talk among themselves anywhere."""
    mention = who.mention_at(token)
    return bool(mention and mention.kind in ("person", "role", "pronoun") and who.an.tag[token] in _SINGLE)


def _is_scene(who: Who, token: int) -> bool:
    """ "in Tunisia", "at Geneva", "in the Tunisian capital": where they meet, not who meets."""
    mention = who.mention_at(token)
    if who.an.lemma[token] in word_group("place-noun"):
        return True
    return bool(mention and mention.kind in ("state", "place"))


def _first(
    names: tuple[str, ...], slots: Slotted, who: Who, trigger: int, *,
    places: bool = False, used: tuple[int, ...] = (), nationals: bool = False, sure: bool = False,
) -> tuple[Side, str]:  # fmt: skip
    """The side in the first slot that names an actor; a subject that names none ends the search for a verb.

    With `sure`, "they" is not taken for two states named before ("they had ambushed a convoy").
    """
    for name in names:
        tokens = [t for t in slots.get(name) if t != trigger and t not in used]
        side = join_sides(who.side_of(t, places=places and name in PLACE_SLOTS, nationals=nationals) for t in tokens)
        if side.guessed and sure and slots.own.get(name):
            continue
        if side:
            return side, name
        if name == "subj" and tokens and side.private:
            return side, name
    return Side(), ""


def _companions(slots: Slotted, who: Who) -> Side:
    """ "X, together with Y": the companion is on the subject's side, whether the parse hangs it on X or on the verb."""
    an = who.an
    found: list[Side] = []
    for token in slots.get("subj"):
        between = (kid for kid in an.children[an.head[token]] if token < kid < an.head[token])
        for kid in (*an.children[token], *between):
            if an.dep[kid] in ("prep", "advmod") and an.lemma[kid] in {"with", "alongside"} | COMPANION:
                company = an.lemma[kid] != "with" or any(an.lemma[k] in COMPANION for k in an.children[kid])
                if company:
                    found.extend(who.side_of(k) for k in _objects(who, kid))
    return join_sides(found)


def _objects(who: Who, prep: int) -> list[int]:
    an = who.an
    found: list[int] = []
    for kid in an.children[prep]:
        if an.dep[kid] == "pobj":
            found.append(kid)
        elif an.dep[kid] == "prep":
            found.extend(_objects(who, kid))
    return found


def _without(side: Side, other: Side) -> Side:
    keep = [i for i, code in enumerate(side.codes) if code not in other.codes]
    return Side(
        tuple(side.codes[i] for i in keep), tuple(side.sectors[i] for i in keep), side.people, side.tokens, side.how,
        side.unofficial, side.private,
    )  # fmt: skip
