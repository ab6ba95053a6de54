"""Who is no party of an act though its words name him: the host of others' talks, the council whose draft is vetoed.

In: a draft with its final sides, as grammar gave it and as it was weighed. Out: nothing; the sides are set right.
"""

from dataclasses import replace

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.scene import Scene
from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Side, Who, join_sides
from dragoman.vocab.word_groups import word_group

_COUNCIL = "IGO:UN"
_VETO_POWERS = frozenset({"USA", "RUS", "SUN", "CHN", "GBR", "FRA"})


def seat_hosts(scene: Scene, draft: Draft) -> None:
    """Whoever receives two others for their talks, and the body in which a veto is cast, are on the receiving side."""
    if draft.type == "CONSULT" and draft.roles.mutual:
        _seat_host(draft, _hosts_of(scene.reading.who, draft))
    elif draft.type == "REJECT" and scene.reading.an.lemma[draft.token] == "veto":
        _seat_council(scene, draft)


def _hosts_of(who: Who, draft: Draft) -> Side:
    """ "Talks hosted by Chad", "Chad-hosted talks", "Chad hosted talks": who does the hosting."""
    an, carrier = who.an, draft.match.slots.carrier
    verbs = [kid for kid in an.children[draft.token] if an.dep[kid] in ("acl", "amod", "relcl")]
    verbs.extend([carrier] if carrier is not None else [])
    hosting = (verb for verb in verbs if an.lemma[verb] in word_group("hosts-others"))
    return join_sides(who.side_of(token) for verb in hosting for token in subjects(an, verb))


def _seat_host(draft: Draft, hosts: Side) -> None:
    parties = join_sides([draft.roles.actors, draft.roles.recipients])
    guests = [at for at, code in enumerate(parties.codes) if code not in hosts.codes]
    if not hosts.codes or len(guests) < 2:
        return
    left = replace(
        parties, codes=tuple(parties.codes[at] for at in guests), sectors=tuple(parties.sectors[at] for at in guests)
    )
    draft.roles = replace(draft.roles, actors=left, recipients=hosts, mutual=False)


def _seat_council(scene: Scene, draft: Draft) -> None:
    """A power's veto is a no to the Security Council, where the text names it, whatever the draft was about."""
    powers = set(draft.roles.actors.codes)
    if powers and powers <= _VETO_POWERS and _COUNCIL in scene.named:
        how = "vetoes are cast in the Security Council"
        draft.roles = replace(draft.roles, recipients=Side((_COUNCIL,), ("UNK",), (), (), (how,)))
