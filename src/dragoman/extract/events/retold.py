"""The same act told elsewhere in a text: a noun that takes it up again has its sides, its date, its unsettled status.

In: a draft and those before it, or all of them. Out: the draft completed, with a note of where its sides are from.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.dates import is_earlier
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.arguments import surroundings
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.reading import Reading
from dragoman.text.names import same_person
from dragoman.vocab.word_groups import word_group

CARRY_SENTENCES = 12
"""How many sentences back an act is looked for that a noun takes up again."""
ADOPT_WEIGHT = 0.5
"""How surely a word must name an act to be taken as one without sides of its own (swept .3-.7 on gold/dev)."""
_DEFINITE = word_group("definite")
_UNSETTLED = frozenset({"planned", "cancelled", "postponed"})


def take_up(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """A noun such as "the visit" takes sides, date and an unsettled status from the act told before."""
    if _names_others(reading, draft):
        return
    sentence = reading.an.sentence[draft.token]
    near = [d for d in reversed(drafts) if sentence - reading.an.sentence[d.token] <= CARRY_SENTENCES]
    lemma = reading.an.lemma[draft.token]
    for earlier in sorted(near, key=lambda d: reading.an.lemma[d.token] != lemma):
        if not _same_act(reading, draft, earlier):
            continue
        if len(draft.sides) < 2 or draft.sides == earlier.sides:
            if len(draft.sides) < 2:
                draft.roles = _with_own_people(roles_as_in(reading, earlier, draft), draft.roles)
                draft.carried = f'sides of "{reading.an.word[earlier.token]}" told before'
                draft.lent = "told before"
            if not draft.date.value and not is_earlier(reading.an, draft.token):
                draft.date = earlier.date
            done = any(d.judgement.status == "happened" and _same_act(reading, draft, d) for d in near)
            if reading.an.tag[draft.token] == "NN" and not done:
                _take_status(draft, earlier)
            return


def _names_others(reading: Reading, draft: Draft) -> bool:
    """ "Basit's meeting with Shah": persons are named whom no code stands for, so it is no act told before."""
    for slot in ("poss", "with", "between", "by"):
        for token in draft.match.slots.own.get(slot, ()):
            mention = reading.who.mention_at(token)
            if mention and mention.kind == "person" and not mention.codes:
                return True
    return False


def _same_act(reading: Reading, draft: Draft, earlier: Draft) -> bool:
    if earlier.type != draft.type or not draft.sides <= earlier.sides or len(earlier.sides) < 2:
        return False
    same_doer = bool(draft.sides) and draft.roles.actors.codes == earlier.roles.actors.codes
    same_word = reading.an.lemma[earlier.token] == reading.an.lemma[draft.token]
    if not same_word and earlier.match.frame != draft.match.frame:
        return False
    if _are_others(draft.roles.actors.people, earlier.roles.actors.people) and not draft.roles.mutual:
        return False
    return same_doer or is_definite(reading, draft.token) or (same_word and not draft.sides)


def _are_others(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """ "Lavrov came. Putin cancelled the trip": who travels is named both times, and it is not the same person."""
    return bool(mine and theirs) and not any(_may_be_one(one, other) for one in mine for other in theirs)


def _may_be_one(one: str, other: str) -> bool:
    """The same person, or another spelling of the first name."""
    return same_person(one, other) or one.split()[-1] == other.split()[-1]


def _with_own_people(roles: Roles, own: Roles) -> Roles:
    """Lent roles with the persons whom the act's own words name on that side."""
    actors, recipients = (
        replace(lent, people=mine.people) if mine.people and mine.codes and set(mine.codes) <= set(lent.codes) else lent
        for lent, mine in ((roles.actors, own.actors), (roles.recipients, own.recipients))
    )
    return replace(roles, actors=actors, recipients=recipients)


def _take_status(draft: Draft, earlier: Draft) -> None:
    """A single act told before as planned or called off still is, where nothing new is said of it."""
    if draft.judgement.steps or draft.judgement.explained or earlier.judgement.status not in _UNSETTLED:
        return
    mine, theirs = set(draft.people), set(earlier.people)
    if draft.match.frame == earlier.match.frame and (not mine or mine == theirs):
        draft.judgement.status = earlier.judgement.status
        draft.judgement.steps.append(f"as told before: {earlier.judgement.status}")


def is_definite(reading: Reading, noun: int) -> bool:
    """Whether a noun points back: by its article, demonstrative or possessor."""
    an = reading.an
    return any(an.lemma[kid] in _DEFINITE or an.word[kid].lower() in _DEFINITE for kid in an.children[noun])


def adopt(reading: Reading, drafts: list[Draft]) -> None:
    """An act without any side is the act of that type and word that the document tells with its sides elsewhere.

    A headline or a summary names "talks" or "the deal" before the sentence that says whose they are.
    """
    told = [draft for draft in drafts if len(draft.sides) > 1 and not draft.carried]
    for draft in drafts:
        if draft.sides or draft.predicate.weight < ADOPT_WEIGHT or is_verbal(reading.an, draft.token):
            continue
        lemma = reading.an.lemma[draft.token]
        same = [other for other in told if other.type == draft.type and reading.an.lemma[other.token] == lemma]
        same = same or [other for other in told if other.type == draft.type and is_definite(reading, draft.token)]
        if same:
            nearest = min(same, key=lambda other: abs(other.token - draft.token))
            draft.roles = roles_as_in(reading, nearest, draft)
            draft.carried = f'sides of "{reading.an.word[nearest.token]}" elsewhere in the text'
            draft.lent = "elsewhere"


def roles_as_in(reading: Reading, model: Draft, draft: Draft) -> Roles:
    """The sides of `model` in the places that the draft's own frame gives them: a mutual act has no recipients.

    A one-sided act that takes its sides from a mutual one is done by whoever is subject of its clause.
    """
    if draft.match.frame.both and not model.roles.mutual:
        return Roles(join_sides([model.roles.actors, model.roles.recipients]), Side(), draft.roles.gave, mutual=True)
    if model.roles.mutual and not draft.match.frame.both and len(model.sides) == 2:
        for subject in surroundings(reading.an, draft.token):
            doer = reading.who.side_of(subject)
            if len(doer.codes) == 1 and doer.codes[0] in model.sides:
                (other,) = model.sides - set(doer.codes)
                return Roles(doer, Side((other,), ("UNK",), (), (), ("the other of the two",)), draft.roles.gave)
    return Roles(model.roles.actors, model.roles.recipients, draft.roles.gave, model.roles.mutual)


def share_dates(reading: Reading, drafts: Sequence[Draft]) -> None:
    """An undated visit or meeting that is planned, put off or called off has the date that the text gives elsewhere.

    "He was to come this week. ... Putin cancelled the trip": one traveller has one such journey in a text.
    """
    published = reading.doc.published
    open_acts = [d for d in drafts if d.type == "CONSULT" and d.judgement.status in _UNSETTLED]
    dated = [(d, d.date.for_status(d.judgement.status, published)) for d in open_acts]
    for draft, date in dated:
        if date or is_earlier(reading.an, draft.token):
            continue
        same = [(other, when) for other, when in dated if when and _is_same_journey(draft, other)]
        if same and len({when for _, when in same}) == 1:
            draft.date = replace(same[0][0].date, why="the date told elsewhere in the text", above=False)


def _is_same_journey(draft: Draft, other: Draft) -> bool:
    if draft.sides != other.sides or draft.roles.actors.codes != other.roles.actors.codes:
        return False
    mine, theirs = draft.roles.actors.people, other.roles.actors.people
    return not _are_others(mine, theirs)
