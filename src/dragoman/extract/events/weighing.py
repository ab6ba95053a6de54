"""Who the sides of an act are, all evidence weighed: each candidate's chance in each role, and the sides chosen.

In: a `Reading`, the drafts as grammar gives them and as the rules of `context.py` complete them. Out: the drafts with
their final sides, and how sure these are. The weights are those of a logistic regression (`scripts/fit_sides.py`).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.extract.events.closed import find_sureness
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.evidence import Question, codes_in, features_of_side
from dragoman.extract.events.home_wars import find_war_at_home
from dragoman.extract.events.scene import Candidate, Scene, candidates_of, ground_of
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.reading import Reading

SURE = 0.5
"""Chance from which a candidate is a side (swept .35-.6 on coded texts)."""
LIKELY = 0.3
"""Chance that is enough where a role would stay empty."""
PARTNER = 0.25
"""Chance that is enough for the second party of a mutual act."""
WAR_AT_HOME = 0.7
"""How sure the two sides of a civil war are (right in 13 of 17 on coded texts)."""
Chances = dict[str, dict[str, float]]


def weigh_sides(reading: Reading, plain: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Set the sides of `drafts`; `plain` are the same drafts, in the same order, as grammar gives them."""
    scene = Scene.of(reading, plain)
    for bare, draft in zip(plain, drafts, strict=True):
        rivals = find_war_at_home(scene, bare)
        if rivals is not None:
            _settle_war(draft, rivals)
            continue
        sure = find_sureness(reading.who, bare)
        if sure is not None:
            draft.roles, draft.sureness, draft.carried, draft.lent = bare.roles, sure, "", ""
            continue
        named = {candidate.code: candidate for candidate in candidates_of(scene, bare, draft.sides)}
        chances = {
            role: pool(
                {code: _chance(reading.world.side_weights[role], names) for code, names in of_role},
                codes_in(bare.roles, role),
            )
            for role, of_role in questions_of(scene, bare, draft, list(named.values()))
        }
        _settle(bare, draft, chances, named)


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
            for each in candidates
        ]


def is_mutual(draft: Draft) -> bool:
    """Whether all sides are parties of one rank."""
    return draft.roles.mutual or bool(draft.match.frame.both)


def _chance(weights: Mapping[str, float], names: Sequence[str]) -> float:
    total = weights.get("constant", 0.0) + sum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def pool(chances: dict[str, float], together: frozenset[str]) -> dict[str, float]:
    """The chances with one mean for all that grammar names together: a coordination is taken whole or not at all."""
    if len(together) < 2:
        return chances
    mean = sum(chances[code] for code in together if code in chances) / len(together)
    return {code: mean if code in together else chance for code, chance in chances.items()}


def with_all(chosen: frozenset[str], together: frozenset[str]) -> frozenset[str]:
    """Those chosen, and whoever grammar names together with one of them."""
    return chosen | together if chosen & together else chosen


def _settle(bare: Draft, draft: Draft, chances: Chances, named: Mapping[str, Candidate]) -> None:
    if "party" in chances:
        parties = choose_parties(chances["party"])
        chosen = {"actor": parties, "recipient": frozenset[str]()}
    else:
        actors, recipients = choose_roles(chances["actor"], chances["recipient"])
        for together in (codes_in(bare.roles, "recipient"), *companies_in(named.values())):
            recipients = with_all(recipients, together - actors)
        actors = with_all(actors, codes_in(bare.roles, "actor") - recipients)
        chosen = {"actor": actors, "recipient": recipients}
    draft.sureness = _sureness(chances, chosen)
    if chosen["actor"] == codes_in(draft.roles, "actor") and chosen["recipient"] == codes_in(draft.roles, "recipient"):
        return
    sides = {role: _side(bare, draft, role, codes, named) for role, codes in chosen.items()}
    draft.roles = replace(
        draft.roles, actors=sides["actor"], recipients=sides["recipient"], mutual="party" in chances, domestic=False
    )
    grammar = codes_in(bare.roles, "party")
    if not (chosen["actor"] | chosen["recipient"]) <= grammar:
        draft.carried = draft.carried or "likeliest in this text"
        draft.lent = draft.lent or "weighed"
    elif chosen["actor"] | chosen["recipient"]:
        draft.carried, draft.lent = "", ""


def choose_parties(chances: Mapping[str, float]) -> frozenset[str]:
    """The parties of a mutual act: all that are sure, and one more where fewer than two are."""
    sure = {code for code, chance in chances.items() if chance >= SURE}
    if len(sure) < 2:
        best = sorted(chances, key=lambda code: (-chances[code], code))[:2]
        sure |= {code for code in best if chances[code] >= PARTNER}
    return frozenset(sure)


def choose_roles(actor: Mapping[str, float], recipient: Mapping[str, float]) -> tuple[frozenset[str], frozenset[str]]:
    """Actors and recipients; nobody is both, and a role without a sure one takes the likeliest."""
    actors = {code for code, chance in actor.items() if chance >= max(SURE, recipient[code])}
    recipients = {code for code, chance in recipient.items() if chance >= SURE and chance > actor[code]}
    if not actors:
        actors = _likeliest(actor, recipients)
    if not recipients:
        recipients = _likeliest(recipient, actors)
    return frozenset(actors), frozenset(recipients)


def _likeliest(chances: Mapping[str, float], taken: set[str]) -> set[str]:
    free = {code: chance for code, chance in chances.items() if code not in taken and chance >= LIKELY}
    return {max(sorted(free), key=lambda code: free[code])} if free else set()


def _sureness(chances: Chances, chosen: Mapping[str, frozenset[str]]) -> float:
    """The chance that exactly the chosen sides are right, the judgements taken as independent."""
    product = 1.0
    for role, of_role in chances.items():
        codes = chosen["actor"] if role == "party" else chosen[role]
        for code, chance in of_role.items():
            product *= chance if code in codes else 1.0 - chance
    return product


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
