"""What speaks for an actor being a side of an act: grammar, what the rules lend, nearness, the rest of the text.

In: a scene, a draft as grammar gives it, the same draft with the sides that rules lend, a candidate and a role. Out:
features by name; a yes is 1. They name what an analyst would point at ("the only other actor of the clause",
"recipient of the same word told before"); their weights stand in `side_weights.tsv`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.roles import Roles
from dragoman.extract.events.scene import NOWHERE, Candidate, Ground, Scene
from dragoman.extract.grammar.tree import is_verbal
from dragoman.vocab.word_groups import word_group

_DEFINITE = word_group("definite")
_FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"})
_CIRCLES = ("phrase", "clause", "sentence")


@dataclass(frozen=True, slots=True)
class Question:
    """Is this candidate in this role of this act? `role` is actor, recipient, or party of a mutual act.

    `mine` are the codes that grammar gives the role, `theirs` those of the other role; `lent` are the same act's roles
    once the rules have lent what it does not name.
    """

    scene: Scene
    draft: Draft
    ground: Ground
    candidate: Candidate
    role: str
    lent: Roles
    how: str

    @property
    def mine(self) -> frozenset[str]:
        """Codes that grammar gives the role."""
        return codes_in(self.draft.roles, self.role)

    @property
    def theirs(self) -> frozenset[str]:
        """Codes that grammar gives the other role; none of a mutual act."""
        return codes_in(self.draft.roles, {"actor": "recipient", "recipient": "actor"}.get(self.role, ""))


def codes_in(roles: Roles, role: str) -> frozenset[str]:
    """The codes of a role; both sides are parties."""
    actors, recipients = frozenset(roles.actors.codes), frozenset(roles.recipients.codes)
    return {"actor": actors, "recipient": recipients, "party": actors | recipients}.get(role, frozenset())


def features_of_side(question: Question) -> tuple[str, ...]:
    """The names of all that holds, each once."""
    found = (*_of_act(question), *_of_rules(question), *_of_grammar(question), *_of_nearness(question))
    return (*found, *_of_text(question), *_of_standing(question), *_of_wars(question))


def _of_act(question: Question) -> Iterator[str]:
    """The act itself, and whether grammar has filled the role already."""
    draft = question.draft
    full = "filled" if question.mine else "open"
    yield full
    yield f"{full} {draft.type}"
    yield f"{full} frame {draft.match.frame.name}"
    if question.theirs:
        yield f"{full}, other side known"
    if not question.mine:
        holder = _holder(question)
        yield f"open, held by {holder}"
        yield f"open, held by {holder}, {draft.match.frame.name}"


def _holder(question: Question) -> str:
    """What stands in the place of the role though it names no actor: nothing, a name, a pronoun, a noun."""
    frame, own, an = question.draft.match.frame, question.draft.match.slots.own, question.scene.reading.an
    places = {"actor": frame.actor, "recipient": frame.recipient}.get(question.role, frame.both)
    held = next((own[name][0] for name in places if own.get(name)), None)
    if held is None:
        return "nothing"
    return {"PROPN": "a name", "PRON": "a pronoun", "NOUN": "a noun"}.get(an.pos[held], "a word")


def _of_rules(question: Question) -> Iterator[str]:
    """What the rules of `context.py` lend."""
    code, how, type_ = question.candidate.code, question.how or "own words", question.draft.type
    lent = codes_in(question.lent, question.role)
    if code in lent:
        yield "by rule"
        yield f"by rule, {how}"
        yield f"by rule, {how}, {type_}"
        yield f"by rule, {min(len(lent), 4)} of them"
        if code not in question.mine:
            yield "lent"
            yield f"lent, {how}"
            yield f"lent, {type_}"
    elif code in codes_in(question.lent, "party"):
        yield "the other side by rule"
    elif lent:
        yield "another by rule"
        yield f"another by rule, {how}"
    else:
        yield "none by rule"


def _of_grammar(question: Question) -> Iterator[str]:
    draft, code = question.draft, question.candidate.code
    if code in question.mine:
        yield "by grammar"
        yield f"by grammar, {draft.match.frame.name}"
        yield f"by grammar, {draft.type}"
        yield f"by grammar, {min(len(question.mine), 4)} of them"
    if code in question.theirs:
        yield "the other side by grammar"
        yield f"the other side by grammar, {draft.match.frame.name}"
    slots = draft.match.slots
    who = question.scene.reading.who
    for owned, table in (("own", slots.own), ("lent", slots.lent)):
        for name, tokens in table.items():
            if any(code in who.side_of(token, places=True).codes for token in tokens if token != draft.token):
                yield f"slot {owned} {name}"
                yield f"slot {owned} {name}, {draft.type}"


def _of_nearness(question: Question) -> Iterator[str]:
    candidate, ground, type_ = question.candidate, question.ground, question.draft.type
    code, mention = candidate.code, candidate.mention
    if mention is not None:
        yield f"named as {mention.sector}"
        yield f"named as {mention.sector}, {type_}"
    yield "body" if code.startswith("IGO:") else "group" if code.startswith("GRP:") else "state"
    if mention is None or candidate.distance == NOWHERE:
        yield "named far off"
    elif candidate.distance:
        yield f"named {candidate.distance} sentences before"
        yield f"before as {mention.kind}"
    else:
        gap = abs(mention.head - question.draft.token)
        side = "left" if mention.head < question.draft.token else "right"
        yield "in the sentence"
        yield f"near as {mention.kind}"
        yield f"{side}, {'1-3' if gap < 4 else '4-8' if gap < 9 else '9-20' if gap < 21 else 'over 20'} words off"
    for name, inside in zip(_CIRCLES, ground.circles, strict=True):
        if code in inside:
            yield f"in the {name}, {min(len(inside), 4)} there"
            if len(inside) == 1:
                yield f"the only other actor of the {name}"
                yield f"the only other actor of the {name}, {type_}"
            break
    if code in ground.subjects:
        yield "subject around"
        yield f"subject around, {type_}"
    if code in ground.main:
        yield "subject of the sentence"
    if code == ground.speaker:
        yield "the speaker's side"
        yield f"the speaker's side, {type_}"
    elif ground.speaker:
        yield "not the speaker's side"


def _of_text(question: Question) -> Iterator[str]:
    """The same and like acts that the text tells elsewhere."""
    draft, code, an = question.draft, question.candidate.code, question.scene.reading.an
    definite = any(an.lemma[k] in _DEFINITE or an.word[k].lower() in _DEFINITE for k in an.children[draft.token])
    form = "verb" if is_verbal(an, draft.token) else "the noun" if definite else "noun"
    for when, other in question.ground.retold:
        same = "same word" if an.lemma[other.token] == an.lemma[draft.token] else "like act"
        part = _part_in(other, code)
        yield f"{part} of the {same} told {when}"
        yield f"{part} of the {same} told {when}, {form}"
        if draft.sides and not draft.sides <= other.sides:
            yield f"{part} of a {same} of others told {when}"
    told = [other for other in question.scene.told.get(draft.type, ()) if other is not draft]
    if told:
        parts = sum(code in codes_in(other.roles, question.role) for other in told)
        yield f"{question.role} of acts of this type: {_share(parts / len(told))}"
    last = question.ground.last
    if last is not None:
        yield f"{_part_in(last, code)} of the act before"
        if last.type == draft.type:
            yield f"{_part_in(last, code)} of the act before, same type"


def _part_in(other: Draft, code: str) -> str:
    if code not in other.sides:
        return "no side"
    if other.roles.mutual:
        return "party"
    return "actor" if code in other.roles.actors.codes else "recipient"


def _of_standing(question: Question) -> Iterator[str]:
    """How much the text is about the actor, and whom the known side deals with."""
    scene, draft, code = question.scene, question.draft, question.candidate.code
    rank = scene.ranks.get(code, NOWHERE)
    name = ("most", "second", "third")[rank] if rank < 3 else "seldom"
    yield f"{name} named"
    if rank < 2:
        yield f"{name} named, {draft.type}"
    if code in scene.lead:
        yield "in the lead"
    if code in scene.main_pair:
        yield "of the main pair"
    known = question.mine if question.role == "party" else question.theirs
    if len(known) != 1 or code in known:
        return
    (one,) = known
    dealings = Counter({pair: n for pair, n in scene.pairs.items() if one in pair})
    alike = [
        sides for other, sides in scene.dealt
        if other is not draft and one in sides and (other.type in _FRIENDLY) == (draft.type in _FRIENDLY)
    ]  # fmt: skip
    if dealings:
        yield f"deals with the other side: {_share(dealings[frozenset({one, code})] / dealings.total())}"
    if alike:
        yield f"deals so with the other side: {_share(sum(code in pair for pair in alike) / len(alike))}"


def _share(part: float) -> str:
    return "mostly" if part > 0.6 else "often" if part > 0.3 else "sometimes" if part else "never"


def _of_wars(question: Question) -> Iterator[str]:
    """Whether the actor fights the other side, beside it, or anybody, where the text names some who are at war."""
    if question.scene.foes.of:
        found = _part_in_war(question)
        yield found
        yield f"{found}, {question.draft.type}"


def _part_in_war(question: Question) -> str:
    foes, code = question.scene.foes, question.candidate.code
    known = question.theirs or (question.mine - {code} if question.role == "party" else frozenset())
    fights = code in foes.of
    if not known:
        return "at war in this text" if fights else "not at war in this text"
    if any(code in foes.of.get(one, ()) for one in known):
        return "foe of the other side"
    if any(code in foes.beside.get(one, ()) for one in known):
        return "beside the other side in a war"
    if any(one in foes.of for one in known):
        return "no foe of the other side, another is"
    return "foe of somebody, not of the other side" if fights else "no part in the war, nor the other side"
