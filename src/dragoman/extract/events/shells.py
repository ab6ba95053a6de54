"""Nouns that stand for a whole act told before: "the move", "Norway's decision", "this step".

In: a `Reading`, the drafts with their sides. Out: further drafts, each at such a noun, of the type, sides and status of
the act that it takes up: the highest in the tree of its own sentence or of the one before. A noun that tells its act
itself ("a move to expel", "the decision on visas") is none of these, and neither is one that points at nothing
("a bold move").
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.extract.dates import find_date
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.retold import is_definite
from dragoman.extract.grammar.tree import MODIFIERS, path_up
from dragoman.extract.reading import Reading
from dragoman.vocab.word_groups import word_group

_SHELLS = word_group("shell-act")
_BARE_AFTER = frozenset({"prep", "acl", "relcl", "appos", "nummod"})
_BACK = 1
"""How many sentences back the act may stand (two find more and are mostly wrong)."""


def find_shells(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Acts taken up by a noun that says nothing of them, in text order."""
    told: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        told[reading.an.sentence[draft.token]].append(draft)
    found = (_shell_at(reading, token, told) for token in range(len(reading.an.word)))
    return [draft for draft in found if draft is not None]


def _shell_at(reading: Reading, noun: int, told: Mapping[int, Sequence[Draft]]) -> Draft | None:
    an = reading.an
    if an.lemma[noun] not in _SHELLS or an.tag[noun] != "NN" or not _points_back(reading, noun):
        return None
    here = an.sentence[noun]
    around = [draft for back in range(_BACK + 1) for draft in told.get(here - back, ())]
    if any(draft.token == noun for draft in around):
        return None
    above = set(path_up(an, noun))
    near = [d for d in around if d.token < noun and d.token not in above]
    owners = {code for kid in an.children[noun] if an.dep[kid] == "poss" for code in reading.who.side_of(kid).codes}
    if owners:
        near = [d for d in near if owners & set(d.roles.actors.codes)]
    if not near:
        return None
    act = min(near, key=lambda d: (here - an.sentence[d.token], len(list(path_up(an, d.token))), d.token))
    judgement = replace(act.judgement, also=[], steps=[*act.judgement.steps, "as the act that it takes up"])
    return replace(
        act, token=noun, judgement=judgement, date=act.date if act.date.value else find_date(reading, noun), place="",
        carried=f'sides of "{an.word[act.token]}" told before', lent="told before",
    )  # fmt: skip


def _points_back(reading: Reading, noun: int) -> bool:
    """Whether a noun stands bare but for what points back: an article, a demonstrative, or an owner who acts.

    "Such a move" is one that somebody thinks of, not the act told before.
    """
    an = reading.an
    if any(an.dep[kid] in MODIFIERS | _BARE_AFTER or an.lemma[kid] == "such" for kid in an.children[noun]):
        return False
    owned = any(an.dep[kid] == "poss" and reading.who.side_of(kid) for kid in an.children[noun])
    return owned or is_definite(reading, noun)
