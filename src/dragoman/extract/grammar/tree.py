"""Walks over the dependency tree of an `Analysis`: what hangs on what, and what stands together.

All functions take the analysis and token numbers and give token numbers; they know grammar, no vocabulary of events.
Who does what to whom is read from the tree in `arguments.py`.
"""

from collections.abc import Iterator

from dragoman.model.analysis import Analysis

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
PREDICATIVE = frozenset({"acomp", "oprd", "attr"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"})


def child(an: Analysis, token: int, *labels: str) -> int | None:
    """The first dependent of `token` with one of the labels, None without one."""
    for kid in an.children[token]:
        if an.dep[kid] in labels:
            return kid
    return None


def conjuncts(an: Analysis, token: int) -> Iterator[int]:
    """`token` and all that is coordinated with it to its right ("A, B and C" from A)."""
    yield token
    for kid in an.children[token]:
        if an.dep[kid] == "conj":
            yield from conjuncts(an, kid)


def first_conjunct(an: Analysis, token: int) -> int:
    """The leftmost member of the coordination that `token` belongs to."""
    while an.dep[token] == "conj" and an.head[token] != token:
        token = an.head[token]
    return token


def is_verbal(an: Analysis, token: int) -> bool:
    """Whether the token is a verb or an auxiliary used as one."""
    return an.pos[token] in ("VERB", "AUX")


def prepositions(an: Analysis, token: int) -> Iterator[tuple[str, int]]:
    """(preposition, its object) for each prepositional phrase directly under `token`; objects are first conjuncts."""
    for kid in an.children[token]:
        if an.dep[kid] in ("prep", "agent", "dative") and an.children[kid]:
            yield from objects_of(an, kid, an.word[kid].lower())
        elif an.dep[kid] == "prt":
            for grand in an.children[kid]:
                if an.dep[grand] == "prep":
                    yield from objects_of(an, grand, an.word[grand].lower())


def objects_of(an: Analysis, prep: int, name: str) -> Iterator[tuple[str, int]]:
    """(preposition, its object) under a preposition; one behind another goes by the last ("from under it")."""
    for kid in an.children[prep]:
        if an.dep[kid] in ("pobj", "pcomp"):
            yield name, kid
        elif an.dep[kid] == "prep":
            inner = an.word[kid].lower()
            yield from objects_of(an, kid, inner if inner != "of" or name in ("out", "because") else name)
        elif an.dep[kid] == "conj" and an.pos[kid] == "ADP":
            yield from objects_of(an, kid, an.word[kid].lower())


def antecedent(an: Analysis, token: int) -> int:
    """What a relative pronoun stands for; any other token gives itself back."""
    if an.tag[token] not in ("WDT", "WP", "WP$") and not (an.lemma[token] == "that" and an.dep[token] in SUBJECTS):
        return token
    verb = an.head[token]
    for _ in range(6):
        if an.dep[verb] == "relcl":
            return an.head[verb]
        if an.head[verb] == verb:
            return token
        verb = an.head[verb]
    return token


def clause_of(an: Analysis, token: int) -> int:
    """The verb (or root) of the smallest clause that holds `token`."""
    while an.head[token] != token:
        if is_verbal(an, token) and an.dep[token] in CLAUSES | {"ROOT", "conj"}:
            return token
        token = an.head[token]
    return token


def subtree(an: Analysis, token: int) -> tuple[int, int]:
    """First and last (exclusive) token of all that hangs under `token`."""
    first = last = token
    stack = [token]
    while stack:
        node = stack.pop()
        first, last = min(first, node), max(last, node)
        stack.extend(an.children[node])
    return first, last + 1


def path_up(an: Analysis, token: int) -> Iterator[int]:
    """`token`, its governor, and so on to the root."""
    yield token
    while an.head[token] != token:
        token = an.head[token]
        yield token
