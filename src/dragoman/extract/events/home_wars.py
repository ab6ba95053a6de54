"""Wars within a state: "the civil war", "fighting spread in Syria" are between a government and its armed opponents.

In: a `Scene` and a draft as grammar gives it. Out: the two sides, or None where the act is no war at home. Words that
name two sides, or a foreign one, are left to the evidence of `weighing.py`.
"""

from collections import Counter
from collections.abc import Iterator

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.scene import Scene
from dragoman.extract.grammar.arguments import surroundings
from dragoman.extract.grammar.participants import Side
from dragoman.extract.grammar.tree import path_up
from dragoman.vocab.word_groups import word_group

_WITHIN = word_group("war-within")
_FIGHTING = word_group("fighting")
_NAMELESS = ("opposition", "militia", "guerrillas")
_ENOUGH = 2
"""How often a text must name a group for a war at its home to be its war."""


def find_war_at_home(scene: Scene, draft: Draft) -> Side | None:
    """State and opponents as the parties of a war that grammar gives less than two sides."""
    an = scene.reading.an
    if draft.type != "ASSAULT" or an.lemma[draft.token] not in _FIGHTING:
        return None
    civil = _is_civil(scene, draft)
    if len(draft.sides) > 1 and not civil:
        return None
    land = _land_of(scene, draft, civil=civil)
    foe = _foe_in(scene, land, civil=civil) if land else ""
    if not foe or (not civil and draft.sides - {land, foe}):
        return None
    how = f"a war within {land}"
    return Side((land, foe), ("UNK", "UNK"), (), (), (how, how))


def _is_civil(scene: Scene, draft: Draft) -> bool:
    an = scene.reading.an
    return any(an.lemma[kid] in _WITHIN for kid in an.children[draft.token])


def _land_of(scene: Scene, draft: Draft, *, civil: bool) -> str:
    """The state whose war it is: named with the word or above it, else the one that the text shows at war."""
    an, who, homes = scene.reading.an, scene.reading.who, _homes_in(scene)
    for token in _around(scene, draft):
        codes = who.side_of(token, places=True).codes
        if len(codes) == 1 and ":" not in codes[0] and (civil or codes[0] in homes):
            return codes[0]
    if not civil:
        return next((code for code in draft.sides if code in homes), "")
    named = (token for token in surroundings(an, draft.token) if (m := who.mention_at(token)) and m.kind == "state")
    doers = [who.side_of(token).codes for token in named]
    sliding = [codes[0] for codes in doers if len(codes) == 1 and ":" not in codes[0]]
    if sliding and (not homes or sliding[0] in homes):
        return sliding[0]
    here = an.sentence[draft.token]
    near = [
        m.codes[0] for m in an.mentions
        if m.head < draft.token and here - an.sentence[m.head] <= 1 and len(m.codes) == 1 and m.codes[0] in homes
    ]  # fmt: skip
    return near[-1] if near else next((code for code, _ in homes.most_common(1)), "")


def _around(scene: Scene, draft: Draft) -> Iterator[int]:
    """Whose war, and where: owners and modifiers of the word, what stands after "in" there or at a word above."""
    an = scene.reading.an
    for name in ("poss", "mod", "in", "across", "inside"):
        yield from draft.match.slots.own.get(name, ())
    for up in path_up(an, draft.token):
        if an.sentence[up] == an.sentence[draft.token]:
            for kid in an.children[up]:
                if an.dep[kid] == "prep" and an.lemma[kid] in ("in", "across", "inside", "within"):
                    yield from (k for k in an.children[kid] if an.dep[k] == "pobj")


def _homes_in(scene: Scene) -> Counter[str]:
    """States that the text names, to how often it names groups at home there."""
    homes: Counter[str] = Counter()
    for code, times in scene.named.items():
        for state in scene.reading.world.rebels.homes.get(code, ()):
            homes[state] += times if times >= _ENOUGH else 0
    return +homes


def _foe_in(scene: Scene, land: str, *, civil: bool) -> str:
    """The armed opponents at home there: nameless rebels, else, of a civil war, the group that the text names most."""
    world = scene.reading.world
    day = scene.reading.doc.published
    rebels = world.rebels.code_of(land, (), day)
    others = [c for c, n in scene.named.most_common() if n >= _ENOUGH and land in world.rebels.homes.get(c, ())]
    if rebels in scene.named or not civil:
        nameless = {world.rebels.code_of(land, (kind,), day) for kind in _NAMELESS}
        return rebels if rebels in scene.named or nameless & set(others) else ""
    return others[0] if others else rebels
