"""Where around a noun of role ("ally", "foe") those stand who are called so without apposition or "is".

In: a `Reading`, the noun's token. Out: tokens or codes: examples ("allies such as"), seats ("allies in Rome"), whoever
has the ally ("found a friend in").
"""

from dragoman.extract.assessments.pairs import merge_codes
from dragoman.extract.grammar.tree import MODIFIERS, is_verbal, prepositions
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_CLIMB = 6
"""How many words above the noun its verb is looked for; not tuned."""


def examples_of(an: Analysis, token: int) -> list[int]:
    """"Allies including Norway", "foes such as Norway": those that are named as some of them."""
    return [
        obj for name, obj in prepositions(an, token)
        if name in word_group("exemplifying") or name == "as" and _is_such(an, an.head[obj])
    ]  # fmt: skip


def _is_such(an: Analysis, preposition: int) -> bool:
    return any(an.lemma[kid] == "such" for kid in an.children[preposition])


def seats_of(reading: Reading, token: int) -> list[str]:
    """"Its backers in Washington", "found a friend in Oslo": codes of the seat that the noun is told of."""
    an = reading.an
    verb = an.head[token]
    nodes = (token, verb) if an.dep[token] == "dobj" and an.lemma[verb] in word_group("having") else (token,)
    codes: list[str] = []
    for node in nodes:
        for name, obj in prepositions(an, node):
            mention = reading.who.mention_at(obj) if name == "in" and obj > token else None
            if mention is not None and not mention.former:
                codes = merge_codes(codes, mention.codes)
    return codes


def haver_of(an: Analysis, token: int) -> int | None:
    """The verb whose subject has the allies that are had, lost, relied on; None if there is none above the noun."""
    node = token
    for _ in range(_CLIMB):
        head = an.head[node]
        if head == node or an.dep[node] not in ("dobj", "pobj", "prep"):
            return None
        if is_verbal(an, head):
            return head
        node = head
    return None


def is_at_home(an: Analysis, token: int) -> bool:
    """"His political allies", "coalition partners": told of the parties of one state."""
    return any(
        an.dep[kid] in MODIFIERS and an.lemma[kid] in word_group("home-role") for kid in an.children[token]
    )  # fmt: skip
