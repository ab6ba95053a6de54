"""What stands around an act lends it a side: the only other actor of its clause or sentence, the pair last named.

In: a draft that grammar leaves without one of its sides. Out: the draft completed, with a note of what lent the side.
"""

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.participants import Side
from dragoman.extract.grammar.tree import clause_of, first_conjunct, is_verbal, path_up, subtree
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Mention

_NOT_FROM = {
    "phrase": frozenset({"REQUEST", "ASSAULT"}),
    "clause": frozenset({"ASSAULT", "ACCUSE"}),
    "sentence": frozenset({"ASSAULT", "AID", "SUPPORT", "ACCUSE", "SANCTION", "REQUEST"}),
}  # fmt: skip
"""Types whose other side is seldom the only other actor around (measured on gold/dev: right in under a third)."""
FOCUS_SENTENCES = 2
"""How far back the other side of an addressed act is looked for."""


def find_other(reading: Reading, draft: Draft) -> None:
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


def find_partner(reading: Reading, draft: Draft) -> None:
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


def use_focus(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
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


def use_pair(reading: Reading, draft: Draft) -> None:
    """Talks that name nobody are of the two states last named together."""
    pair = reading.pair_at(draft.token)
    if len(pair) == 2:
        draft.roles = Roles(
            Side(pair, ("UNK", "UNK"), (), (), ("the two states last named together",)), Side(), (), mutual=True
        )
        draft.carried = "the two states last named together"
        draft.lent = "last pair"
