"""The clauses of a statement that its speaker vouches for: those at its top, and what thinking verbs among them open.

In: analysis and the tokens of a statement. Out: tokens that head clauses. A clause that only describes something
("the deal that would end the war"), gives a condition, or asks, is left out.
"""

from collections.abc import Iterator

from dragoman.extract.grammar.tree import child, is_verbal, path_up, subtree
from dragoman.model.analysis import Analysis

_ASIDE = frozenset({"relcl", "acl", "advcl", "amod", "aux", "auxpass", "pcomp"})
_UNASSERTED = frozenset({"if", "whether", "unless", "lest", "though", "although", "until"})
_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
COMPLEMENTS = ("acomp", "attr", "oprd")


def top_clauses(an: Analysis, first: int, last: int) -> Iterator[int]:
    """Heads of the asserted clauses of tokens `first` to `last` (exclusive) that hang under no other word of them."""
    for token in range(first, last):
        head = an.head[token]
        outside = head == token or not first <= head < last
        content = an.dep[token] == "acl" and any(an.tag[kid] == "MD" for kid in an.children[token])
        if outside and (content or an.dep[token] not in _ASIDE):
            yield from with_conjuncts(an, token)


def with_conjuncts(an: Analysis, token: int) -> Iterator[int]:
    """A clause and those that stand beside it."""
    yield token
    for kid in an.children[token]:
        if an.dep[kid] in ("conj", "parataxis", "ccomp") and _has_mood(an, kid) and _is_beside(an, kid):
            yield from with_conjuncts(an, kid)


def _is_beside(an: Analysis, kid: int) -> bool:
    """Whether a clause stands beside the one it hangs on; a complement does that goes before ("X will, he says")."""
    if an.dep[kid] != "ccomp":
        return True
    return kid < an.head[kid] and child(an, kid, "mark") is None


def _has_mood(an: Analysis, token: int) -> bool:
    return is_verbal(an, token) and (
        an.tag[token] in ("VBZ", "VBP", "VBD") or any(an.dep[kid] in ("aux", "nsubj") for kid in an.children[token])
    )


def is_asserted(an: Analysis, clause: int, *, doubted: bool = False) -> bool:
    """Whether a clause says that something is so: no question, and no condition; a doubted one may begin "whether"."""
    if not is_verbal(an, clause):
        return False
    for kid in an.children[clause]:
        if an.dep[kid] == "mark" and an.lemma[kid] in _UNASSERTED and not (doubted and an.lemma[kid] == "whether"):
            return False
    return not _begins_asking(an, clause) and not _is_question(an, clause)


def _begins_asking(an: Analysis, clause: int) -> bool:
    """"What it may do next", "in what way it would": a word that asks stands first, and not in a clause of its own."""
    first = subtree(an, clause)[0]
    return any(
        an.tag[token] in _ASKING and _is_own_word(an, token, clause) for token in range(first, min(first + 2, clause))
    )


def _is_own_word(an: Analysis, token: int, clause: int) -> bool:
    for above in path_up(an, token):
        if above == clause:
            return True
        if an.dep[above] in ("advcl", "relcl", "csubj", "csubjpass"):
            return False
    return False


def _is_question(an: Analysis, clause: int) -> bool:
    sentence = an.sentences[an.sentence[clause]]
    return "?" in an.word[max(clause, sentence.last - 3) : sentence.last]


def that_clauses(an: Analysis, token: int) -> Iterator[int]:
    """Heads of the complement clauses of a thinking word, or of the complement of a copula ("it is clear that")."""
    for kid in an.children[token]:
        if an.dep[kid] in ("ccomp", "xcomp", "acl") and is_verbal(an, kid):
            yield kid
        elif an.dep[kid] in COMPLEMENTS and not is_verbal(an, kid):
            yield from (each for each in an.children[kid] if an.dep[each] in ("ccomp", "acl") and is_verbal(an, each))


def infinitive_of(an: Analysis, *tokens: int) -> int | None:
    """The infinitive with "to" that hangs on one of the tokens, None without one."""
    for token in tokens:
        for kid in an.children[token]:
            marked = any(an.tag[grand] == "TO" for grand in an.children[kid])
            if an.dep[kid] in ("xcomp", "ccomp", "advcl", "acl") and is_verbal(an, kid) and marked:
                return kid
    return None
