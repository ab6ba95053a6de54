"""What the text before, and the rest of the sentence, lend to an event that does not name all of its sides.

In: a `Reading`, a draft, the drafts before it. Out: the draft completed, with a note of what was lent and from where.
Three rules, in order: a definite noun takes up an act told before; the only other actor of the clause or sentence is
the other side; talks and deals without parties are those of the two states that the text last named together.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.dates import is_earlier
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.grammar.tree import clause_of, first_conjunct, is_verbal, path_up, subtree, surroundings
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Mention
from dragoman.text.names import same_person
from dragoman.vocab.word_groups import word_group

_NOT_FROM = {
    "phrase": frozenset({"REQUEST", "ASSAULT"}),
    "clause": frozenset({"ASSAULT", "ACCUSE"}),
    "sentence": frozenset({"ASSAULT", "AID", "SUPPORT", "ACCUSE", "SANCTION", "REQUEST"}),
}  # fmt: skip
"""Types whose other side is seldom the only other actor around (measured on gold/dev: right in under a third)."""
CARRY_SENTENCES = 12
"""How many sentences back an act is looked for that a noun takes up again."""
FOCUS_SENTENCES = 2
"""How far back the other side of an addressed act is looked for."""
_ADDRESSED = frozenset(
    {"REJECT", "AGREE", "REQUEST", "THREATEN", "CONCEDE", "SANCTION", "RETREAT", "AID"}
)
_THEATRES = frozenset({"RETREAT", "SANCTION"})
_DEFINITE = word_group("definite")
_UNSETTLED = frozenset({"planned", "cancelled", "postponed"})
_PAIRED = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})


def lend_sides(reading: Reading, plain: Sequence[Draft]) -> list[Draft]:
    """Copies of the drafts, completed."""
    drafts: list[Draft] = []
    for each in plain:
        draft = replace(each, judgement=replace(each.judgement, steps=list(each.judgement.steps)))
        complete(reading, draft, drafts)
        drafts.append(draft)
    adopt(reading, drafts)
    find_counterparts(drafts)
    use_main_pair(reading, drafts)
    return drafts


def complete(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """Fill what is missing in `draft`."""
    if draft.roles.domestic:
        return
    if not is_verbal(reading.an, draft.token):
        _take_up(reading, draft, drafts)
    if draft.type in _THEATRES and not draft.roles.mutual:
        _same_theatre(draft, drafts)
    if not draft.roles.mutual and len(draft.roles.actors.codes) == 1 and not draft.roles.recipients.codes:
        _find_other(reading, draft)
        if not draft.roles.recipients.codes and draft.type in _ADDRESSED:
            _use_focus(reading, draft, drafts)
    if draft.roles.mutual and len(draft.sides) == 1:
        _find_partner(reading, draft)
    if draft.roles.mutual and not draft.sides and draft.type in _PAIRED and is_definite(reading, draft.token):
        _use_pair(reading, draft)


def _take_up(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
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
                draft.roles = _with_own_people(_as_in(reading, earlier, draft), draft.roles)
                draft.carried = f'sides of "{reading.an.word[earlier.token]}" told before'
                draft.lent = "told before"
            if not draft.date.value and not is_earlier(reading.an, draft.token):
                draft.date = earlier.date
            if reading.an.tag[draft.token] == "NN":
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


def _find_other(reading: Reading, draft: Draft) -> None:
    """The only other actor of the trigger's own phrase, then of its clause, then of its sentence, is the recipient."""
    an = reading.an
    sentence = an.sentences[an.sentence[draft.token]]
    known = frozenset(draft.roles.actors.codes)
    for first, last, name in (
        (*subtree(an, draft.token), "phrase"),
        (*subtree(an, clause_of(an, draft.token)), "clause"),
        (sentence.first, sentence.last, "sentence"),
    ):
        if draft.type in _NOT_FROM[name]:
            continue
        others = _not_above(reading, draft.token, _others(reading, first, last, known))
        codes = tuple(dict.fromkeys(code for mention in others for code in mention.codes))
        if len(codes) == 1 or (name == "phrase" and 1 < len(codes) < 5 and _coordinated(reading, others)):
            mention = others[0]
            side = Side(codes, (mention.sector,) * len(codes), (), (mention.head,), (mention.how,))
            draft.roles = Roles(draft.roles.actors, side, draft.roles.gave)
            draft.carried = draft.carried or f"the only other actor of the {name}"
            draft.lent = "only other"
            return
        if others:
            return


def _not_above(reading: Reading, token: int, mentions: list[Mention]) -> list[Mention]:
    """Without those who accuse or condemn: who blames an act on somebody is not whom it is done to."""
    an = reading.an
    above = {
        subject for verb in path_up(an, token) if verb != token and is_verbal(an, verb) and _blames(reading, verb)
        for subject in an.children[verb] if an.dep[subject] in ("nsubj", "nsubjpass")
    }  # fmt: skip
    return [mention for mention in mentions if mention.head not in above]


def _blames(reading: Reading, verb: int) -> bool:
    return any(entry.type == "ACCUSE" for entry in reading.world.lexicon.of(reading.an.lemma[verb], "verb"))


def _coordinated(reading: Reading, mentions: list[Mention]) -> bool:
    """Whether all mentions are members of one coordination."""
    return len({first_conjunct(reading.an, mention.head) for mention in mentions}) == 1


def _others(reading: Reading, first: int, last: int, known: frozenset[str]) -> list[Mention]:
    """Mentions of actors between two tokens that are none of the known sides."""
    return [
        mention for mention in reading.by_sentence.get(reading.an.sentence[first], ())
        if first <= mention.head < last and mention.codes and mention.kind != "place" and not mention.former
        and not known & set(mention.codes)
    ]  # fmt: skip


def _find_partner(reading: Reading, draft: Draft) -> None:
    """Talks of one named side are with the only other actor of the sentence."""
    an = reading.an
    sentence = an.sentences[an.sentence[draft.token]]
    others = _others(reading, sentence.first, sentence.last, draft.sides)
    codes = {code for mention in others for code in mention.codes}
    if len(codes) == 1:
        side = Side(
            others[0].codes, (others[0].sector,) * len(others[0].codes), (), (others[0].head,), (others[0].how,)
        )
        draft.roles = Roles(draft.roles.actors, side, draft.roles.gave, mutual=True)
        draft.carried = "the only other actor of the sentence"
        draft.lent = "only other"
    elif not codes:
        pair = reading.pair_at(draft.token)
        if draft.sides < set(pair):
            rest = tuple(code for code in pair if code not in draft.sides)
            side = Side(rest, ("UNK",) * len(rest), (), (), ("the two states last named together",))
            draft.roles = Roles(draft.roles.actors, side, draft.roles.gave, mutual=True)
            draft.carried = "the two states last named together"
            draft.lent = "last pair"


def _same_theatre(draft: Draft, drafts: list[Draft]) -> None:
    """A withdrawal without a host, or sanctions without an author, are those of the acts of that type told before."""
    actors, recipients = draft.roles.actors, draft.roles.recipients
    if bool(actors.codes) == bool(recipients.codes):
        return
    for earlier in reversed(drafts):
        if earlier.type != draft.type or not (earlier.roles.actors.codes and earlier.roles.recipients.codes):
            continue
        if actors.codes and not set(actors.codes) & set(earlier.roles.recipients.codes):
            recipients = earlier.roles.recipients
        elif recipients.codes == earlier.roles.recipients.codes:
            actors = earlier.roles.actors
        else:
            continue
        draft.roles = Roles(actors, recipients, draft.roles.gave)
        draft.carried = "as in the act of this type told before"
        draft.lent = "same type"
        return


def _use_focus(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """An act addressed to somebody unnamed goes to whom the same side dealt with just before."""
    doer = draft.roles.actors.codes[0]
    for earlier in reversed(drafts):
        if reading.an.sentence[draft.token] - reading.an.sentence[earlier.token] > FOCUS_SENTENCES:
            return
        if doer in earlier.sides and len(earlier.sides) == 2:
            other = next(code for code in sorted(earlier.sides) if code != doer)
            side = Side((other,), ("UNK",), (), (), (f'other side of "{reading.an.word[earlier.token]}" before',))
            draft.roles = Roles(draft.roles.actors, side, draft.roles.gave)
            draft.carried = f'other side of "{reading.an.word[earlier.token]}" before'
            draft.lent = "other side before"
            return


def _use_pair(reading: Reading, draft: Draft) -> None:
    pair = reading.pair_at(draft.token)
    if len(pair) == 2:
        draft.roles = Roles(
            Side(pair, ("UNK", "UNK"), (), (), ("the two states last named together",)), Side(), (), mutual=True
        )
        draft.carried = "the two states last named together"
        draft.lent = "last pair"


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
            draft.roles = _as_in(reading, nearest, draft)
            draft.carried = f'sides of "{reading.an.word[nearest.token]}" elsewhere in the text'
            draft.lent = "elsewhere"


ADOPT_WEIGHT = 0.5
"""How surely a word must name an act to be taken as one without sides of its own (swept .3-.7 on gold/dev)."""


def use_main_pair(reading: Reading, drafts: list[Draft]) -> None:
    """A plain act that names nobody is between the two that the document tells of most."""
    pairs = Counter(draft.sides for draft in drafts if len(draft.sides) == 2 and draft.lent != "deals with")
    if not pairs:
        return
    for draft in drafts:
        if draft.sides or draft.predicate.weight < MAIN_PAIR_WEIGHT or draft.type == "ASSAULT":
            continue
        same = [other for other in drafts if other.type == draft.type and len(other.sides) == 2]
        model = min(same, key=lambda other: abs(other.token - draft.token)) if same else None
        main = pairs.most_common(1)[0][0]
        model = model or next(other for other in drafts if other.sides == main)
        draft.roles = _unnamed(_as_in(reading, model, draft))
        draft.carried = "the two sides that the text tells of most"
        draft.lent = "main pair"


def _unnamed(roles: Roles) -> Roles:
    """The same sides without persons: who the two are is lent, who took part is not."""
    actors, recipients = replace(roles.actors, people=()), replace(roles.recipients, people=())
    return replace(roles, actors=actors, recipients=recipients)


def _as_in(reading: Reading, model: Draft, draft: Draft) -> Roles:
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


MAIN_PAIR_WEIGHT = 0.65
"""How surely a word must name an act to be given the document's main pair."""


def find_counterparts(drafts: list[Draft]) -> None:
    """An act of one known side is towards whom that side mostly deals with in the document, if that is plain."""
    dealings = Counter(draft.sides for draft in drafts if len(draft.sides) == 2)
    for draft in drafts:
        if len(draft.sides) != 1 or draft.type in _ALONE:
            continue
        (known,) = draft.sides
        partners = Counter({other: n for pair, n in dealings.items() if known in pair for other in pair - {known}})
        if not partners:
            continue
        (partner, times), *rest = partners.most_common(2)
        if times < 2 or (rest and 2 * rest[0][1] > times):
            continue
        side = Side((partner,), ("UNK",), (), (), (f"{known} deals mostly with {partner} in this text",))
        roles = draft.roles
        if roles.mutual or roles.actors.codes:
            draft.roles = Roles(roles.actors, side, roles.gave, roles.mutual)
        else:
            draft.roles = Roles(side, roles.recipients, roles.gave)
        draft.carried = "whom that side mostly deals with in this text"
        draft.lent = "deals with"


_ALONE = frozenset({"MOBILIZE", "PROTEST", "ASSAULT", "AID", "REJECT", "THREATEN", "SUPPORT", "ACCUSE"})
