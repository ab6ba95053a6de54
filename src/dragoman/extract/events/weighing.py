"""Who the sides of an act are, all evidence weighed: each candidate's chance in each role, and the sides chosen.

In: a `Reading`, the drafts as grammar gives them and as the rules of `context.py` complete them. Out: the drafts with
their final sides, and how sure these are. The weights are those of a logistic regression (`scripts/fit_sides.py`); what
they say of each candidate is joined to sets in `choosing.py`.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.extract.events.choosing import Ballot, Codes, choose_sides
from dragoman.extract.events.closed import find_sureness
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.evidence import Question, codes_in, features_of_side
from dragoman.extract.events.home_wars import find_war_at_home
from dragoman.extract.events.hosting import seat_hosts
from dragoman.extract.events.roles import VICTIM_TYPES
from dragoman.extract.events.scene import Candidate, Scene, candidates_of, ground_of
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.reading import Reading

WAR_AT_HOME = 0.7
"""How sure the two sides of a civil war are (right in 13 of 17 on coded texts)."""


def weigh_sides(reading: Reading, plain: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Set the sides of `drafts`; `plain` are the same drafts, in the same order, as grammar gives them."""
    scene = Scene.of(reading, plain)
    for bare, draft in zip(plain, drafts, strict=True):
        _weigh(scene, bare, draft)
        seat_hosts(scene, draft)


def _weigh(scene: Scene, bare: Draft, draft: Draft) -> None:
    rivals = find_war_at_home(scene, bare)
    sure = find_sureness(scene.reading.who, bare) if rivals is None else None
    if rivals is not None:
        _settle_war(draft, rivals)
    elif sure is not None:
        draft.roles, draft.sureness, draft.carried, draft.lent = bare.roles, sure, "", ""
    else:
        world = scene.reading.world
        named = {candidate.code: candidate for candidate in candidates_of(scene, bare, draft.sides)}
        ballots = [
            make_ballot(world.side_weights, role, of_role, bare, draft, named, scene.foes.of)
            for role, of_role in questions_of(scene, bare, draft, list(named.values()))
        ]
        chosen, draft.sureness = choose_sides(ballots, world.side_choices)
        _settle(bare, draft, chosen, named)


def make_ballot(
    weights: Mapping[str, Mapping[str, float]], role: str, of_role: Sequence[tuple[str, tuple[str, ...]]],
    bare: Draft, draft: Draft, named: Mapping[str, Candidate], foes: Mapping[str, Codes],
) -> Ballot:  # fmt: skip
    """What is known of a role, from the features of its candidates."""
    return Ballot(
        role, draft.type, {code: _chance(weights[role], names) for code, names in of_role}, codes_in(bare.roles, role),
        codes_in(draft.roles, role), frozenset(code for code, each in named.items() if not each.distance),
        (*companies_in(named.values()), *_coordinated(bare, role)), foes,
    )  # fmt: skip


def _coordinated(bare: Draft, role: str) -> Iterator[frozenset[str]]:
    """Those whom grammar names together; a guess whom "both countries" means binds nobody."""
    if not (bare.roles.actors.guessed or bare.roles.recipients.guessed):
        yield codes_in(bare.roles, role)


def companies_in(candidates: Iterable[Candidate]) -> Iterator[frozenset[str]]:
    """Codes that one name stands for ("the six powers"): all are sides or none is."""
    mentions = {id(each.mention): each.mention for each in candidates if each.mention}
    return (frozenset(m.codes) for m in mentions.values() if len(m.codes) > 1 and m.kind == "organisation")


def _settle_war(draft: Draft, rivals: Side) -> None:
    draft.roles = replace(draft.roles, actors=rivals, recipients=Side(), mutual=True, domestic=False)
    draft.sureness, draft.carried, draft.lent = WAR_AT_HOME, rivals.how[0], "weighed"


def questions_of(
    scene: Scene, bare: Draft, draft: Draft, candidates: Sequence[Candidate]
) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """(role, [(code, features)]) for each role that the act has."""
    ground = ground_of(scene, bare)
    for role in ("party",) if is_mutual(draft) else ("actor", "recipient"):
        yield role, [
            (each.code, features_of_side(Question(scene, bare, ground, each, role, draft.roles, draft.lent)))
            for each in candidates if role != "actor" or not _is_only_where(scene, bare, each)
        ]  # fmt: skip


def _is_only_where(scene: Scene, bare: Draft, candidate: Candidate) -> bool:
    """ "Two Danes were killed in Chad": the land of the deed, which the text names nowhere else, did not do it."""
    mention = candidate.mention
    if bare.type not in VICTIM_TYPES or mention is None or candidate.distance or candidate.code in bare.sides:
        return False
    return mention.head in bare.match.slots.own.get("in", ()) and scene.named[candidate.code] < 2


def is_mutual(draft: Draft) -> bool:
    """Whether all sides are parties of one rank."""
    return draft.roles.mutual or bool(draft.match.frame.both)


def _chance(weights: Mapping[str, float], names: Sequence[str]) -> float:
    total = weights.get("constant", 0.0) + sum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _settle(bare: Draft, draft: Draft, by_role: Mapping[str, Codes], named: Mapping[str, Candidate]) -> None:
    mutual = "party" in by_role
    chosen = {"actor": by_role["party" if mutual else "actor"], "recipient": by_role.get("recipient", Codes())}
    if chosen["actor"] == codes_in(draft.roles, "actor") and chosen["recipient"] == codes_in(draft.roles, "recipient"):
        return
    sides = {role: _side(bare, draft, role, codes, named) for role, codes in chosen.items()}
    draft.roles = replace(
        draft.roles, actors=sides["actor"], recipients=sides["recipient"], mutual=mutual, domestic=False
    )
    grammar = codes_in(bare.roles, "party")
    if not (chosen["actor"] | chosen["recipient"]) <= grammar:
        draft.carried = draft.carried or "likeliest in this text"
        draft.lent = draft.lent or "weighed"
    elif chosen["actor"] | chosen["recipient"]:
        draft.carried, draft.lent = "", ""


def _takes_part(bare: Draft, role: str, candidate: Candidate) -> bool:
    """Whether the person by whom a likely guest is named in the sentence is who goes there."""
    mention = candidate.mention
    named = mention is not None and mention.entity >= 0 and not candidate.distance
    return named and role == "actor" and bare.match.frame.name == "visits"


def _side(
    bare: Draft, draft: Draft, role: str, codes: frozenset[str], named: Mapping[str, Candidate]
) -> Side:
    """A side of these codes: as grammar gives them where it does, then as lent, then by their nearest mention."""
    parts: list[Side] = []
    left = set(codes)
    for side in (bare.roles.actors, bare.roles.recipients, draft.roles.actors, draft.roles.recipients):
        kept = [at for at, code in enumerate(side.codes) if code in left]
        if kept:
            left -= {side.codes[at] for at in kept}
            parts.append(
                replace(
                    side, codes=tuple(side.codes[at] for at in kept), sectors=tuple(side.sectors[at] for at in kept)
                )
            )
    for code in named:
        if code in left:
            mention = named[code].mention
            sector = mention.sector if mention else "UNK"
            how = f"likeliest {role} in this text" + (f", named as {mention.name}" if mention else "")
            people = (mention.name,) if mention and _takes_part(bare, role, named[code]) else ()
            parts.append(Side((code,), (sector,), people, (mention.head,) if mention else (), (how,)))
    return join_sides(parts)
