"""What somebody is asked to do: the infinitive that belongs to "called on X to", wherever the parse has hung it.

In: an analysis, a verb, and whom its prepositions name. Out: the clauses that tell what is asked.
"""

from collections.abc import Iterator, Sequence

from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group


def clauses_asked(an: Analysis, verb: int, asked: Sequence[int]) -> list[int]:
    """The clauses of what is asked of `asked`; none if the verb does not ask by a preposition."""
    if an.lemma[verb] not in word_group("asks-by-preposition"):
        return []
    found = [clause for noun in asked for clause in _clauses_of(an, noun)]
    return found or [kid for kid in an.children[verb] if _is_asked_behind(an, verb, kid)]


def is_infinitive(an: Analysis, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return an.tag[verb] == "VB" and any(an.tag[kid] == "TO" for kid in an.children[verb])


def _clauses_of(an: Analysis, noun: int) -> Iterator[int]:
    """ "Called on the president, Ann Lee, to resign": the infinitive that the parse hangs on the one who is asked."""
    names = [noun, *(kid for kid in an.children[noun] if an.dep[kid] == "appos")]
    kids = (kid for name in names for kid in an.children[name])
    return (kid for kid in kids if an.dep[kid] in ("acl", "relcl") and is_infinitive(an, kid))


def _is_asked_behind(an: Analysis, verb: int, kid: int) -> bool:
    """ "Called on the president, Ann Lee, to resign": behind a comma what is asked may be parsed as a purpose."""
    marks = [each for each in an.children[kid] if an.tag[each] == "TO"]
    return an.dep[kid] == "advcl" and kid > verb and bool(marks) and an.word[marks[0] - 1] == ","
