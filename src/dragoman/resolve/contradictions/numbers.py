"""Reads what a quote counts: a number with its hedge, its unit and what became of those who are counted.

In: a quote. Out: `Count` values as ranges. "Dozens", "several" and a number that counts a part or a second lot give
none. It must not know events.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.vocab.clash_words import CountWords, load_count_words
from dragoman.vocab.cue_table import load_small_words

ROUGH = 0.25
"""How far "about" may lie from the number."""
ROUND = 0.1
"""How far a round number from a hundred on may lie from the true one: 20,000 soldiers may be 21,200."""
_TOKEN = re.compile(r"[$€£¥]?\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-z]+(?:['’][a-z]+)?|[^\w\s]")
_PLURAL = re.compile(r"[a-z]{4,}[a-rt-z]s\Z")
"""A noun that no row of the table lists counts only its like: "12 turbines" against "15 turbines"."""
NO_UNIT = "none"
_LONGEST = 2000
_NEXT_CLAUSE = frozenset({"and", "but", "after", "before", "while", "when", "who", "which", "as", "since", "until"})
_OF_MORE = frozenset({
    "of", "to", "or", "-year", "percent", "%", "other", "others", "more", "further", "additional", "extra", "smaller",
    "larger", "bigger",
})  # fmt: skip
"""After a number these say that it is a part of more: "two smaller parties" may be two of four."""
_BETWEEN = 3
_ROLE_AFTER = 7
_ROLE_BEFORE = 7


@dataclass(frozen=True, slots=True)
class Count:
    """A number as told.

    `low` and `high` are the range that it may mean. `unit` is what is counted, `role` what became of it ("" if nothing
    is said), `of` the nationality told with the unit. `words` are as they stand in the quote.
    """

    low: float
    high: float
    unit: str
    role: str
    of: str
    words: str


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    first: int
    last: int
    money: str


@lru_cache(maxsize=2048)
def read_counts(quote: str) -> tuple[Count, ...]:
    """The counts of a quote, in order.

    Example:
        >>> [(c.low, c.unit, c.role, c.words) for c in read_counts("The raid killed 24 Pakistani soldiers.")]
        [(24.0, 'soldier', 'killed', '24 Pakistani soldiers')]
        >>> read_counts("The raid killed dozens of soldiers and another three civilians.")
        ()
    """
    spans = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(quote[:_LONGEST])]
    tokens = [word for word, _, _ in spans]
    found: list[Count] = []
    at = 0
    while at < len(tokens):
        number = _number_at(tokens, at) if _may_count(tokens[at]) else None
        if number is None:
            at += 1
            continue
        count = _count_of(tokens, number, quote, spans)
        if count:
            found.append(count)
        at = number.last
    return tuple(found)


def read_number(text: str) -> float:
    """The value of a number in figures or words, 0 if it is none.

    Example:
        >>> read_number("40"), read_number("twenty-five"), read_number("many")
        (40.0, 25.0, 0.0)
    """
    number = _number_at(_TOKEN.findall(text), 0) if text.strip() else None
    return float(number.value) if number else 0.0


def _may_count(token: str) -> bool:
    return not token[0].isalpha() or token.lower() in load_count_words().numbers


def _number_at(tokens: Sequence[str], at: int) -> _Number | None:
    words = load_count_words()
    money = words.money.get(tokens[at][0], "")
    digits = tokens[at].lstrip("$€£¥").replace(",", "")
    end = at
    if digits[:1].isdigit():
        value, end = float(digits), at + 1
        if not money and len(tokens[at]) == 4 and 1900 <= value <= 2100:
            return None
    else:
        value, end = _spelt(tokens, at)
        if end == at:
            return None
    while end < len(tokens) and tokens[end].lower() in words.scales and _scales(tokens[end], words, bool(money)):
        value, end = value * words.scales[tokens[end].lower()], end + 1
    return _Number(value, at, end, money)


def _scales(token: str, words: CountWords, money: bool) -> bool:
    """One letter multiplies only sums of money: "$5m", but not "5 m"."""
    return money or len(token) > 1


def _spelt(tokens: Sequence[str], at: int) -> tuple[float, int]:
    """A number in words: "twenty - four", "two hundred"."""
    numbers = load_count_words().numbers
    word = tokens[at].lower()
    if word not in numbers:
        return 0, at
    value, end = numbers[word], at + 1
    if value >= 20 and end + 1 < len(tokens) and tokens[end] == "-" and numbers.get(tokens[end + 1].lower(), 20) < 10:
        return value + numbers[tokens[end + 1].lower()], end + 2
    return value, end


def _count_of(
    tokens: Sequence[str], number: _Number, quote: str, spans: Sequence[tuple[str, int, int]]
) -> Count | None:
    if _is_part(tokens, number):
        return None
    unit, first, last = _unit_after(tokens, number)
    role = _role_near(tokens, number.first, last)
    words = load_count_words()
    if not unit and role in ("killed", "wounded") and _bare(tokens, number):
        unit, first, last = "people", number.last, number.last
    if not unit or unit in words.persons and not role:
        return None
    of = "".join(token for token in tokens[number.last : first] if token[:1].isupper())
    low, high = _range(tokens, number)
    return Count(low, high, unit, role if unit in words.persons else "", of, _words(quote, spans, number.first, last))


def _words(quote: str, spans: Sequence[tuple[str, int, int]], first: int, last: int) -> str:
    return " ".join(quote[spans[max(first - 2, 0) if _hedged(spans, first) else first][1] : spans[last - 1][2]].split())


def _hedged(spans: Sequence[tuple[str, int, int]], first: int) -> bool:
    return _hedge([word for word, _, _ in spans], first) != ""


def _is_part(tokens: Sequence[str], number: _Number) -> bool:
    """Whether words beside the number say that it is a part, a second lot, an order or one end of a range."""
    parts = load_count_words().parts
    before = [token.lower() for token in tokens[max(number.first - 2, 0) : number.first]]
    after = [token.lower() for token in tokens[number.last : number.last + 3]]
    if before and not _hedge(tokens, number.first) and (before[-1] in parts or before[-1] in "-–—%/"):
        return True
    if len(before) == 2 and before[0] in ("including", "another", "between", "among", "from") and before[1] != ",":
        return True
    return bool(after) and (after[0] in _OF_MORE or (
        after[0] in "-–—" and len(after) > 1 and (after[1][:1].isdigit() or after[1] in ("year", "member", "point"))
        and after[1:3] not in (["year", contract] for contract in ("contract", "agreement", "deal", "pact", "accord"))
    ))  # fmt: skip


def _unit_after(tokens: Sequence[str], number: _Number) -> tuple[str, int, int]:
    """The unit that the number counts, with the tokens that hold it; "" if none follows."""
    if number.money:
        return number.money, number.last, number.last
    words, small = load_count_words(), load_small_words()
    at = number.last
    for step in range(_BETWEEN + 1):
        unit, end = _unit_at(tokens, at, words)
        if unit == NO_UNIT:
            return "", at, at
        if unit:
            further, further_end = _unit_at(tokens, end, words)
            return (further, at, further_end) if further else (unit, at, end)
        if at >= len(tokens) or not (tokens[at].isalpha() or step == 0 and tokens[at] == "-"):
            return "", at, at
        if tokens[at].lower() in small or tokens[at].lower() in words.roles:
            return "", at, at
        if step < 2 and _PLURAL.match(tokens[at]):
            return tokens[at][:-1], at, at + 1
        at += 1
    return "", at, at


def _unit_at(tokens: Sequence[str], at: int, words: CountWords) -> tuple[str, int]:
    for length in range(words.longest, 0, -1):
        form = " ".join(token.lower() for token in tokens[at : at + length])
        if form in words.units and at + length <= len(tokens):
            return words.units[form], at + length
    return "", at


def _bare(tokens: Sequence[str], number: _Number) -> bool:
    """Whether the number stands for people by itself: "killed 24", "24 dead", "24 were killed"."""
    roles = load_count_words().roles
    after = [token.lower() for token in tokens[number.last : number.last + 3]]
    before = tokens[number.first - 1].lower() if number.first else ""
    if after and after[0] in roles:
        return True
    if len(after) > 1 and after[0] in ("were", "was") and any(token in roles for token in after[1:]):
        return True
    ends = not after or not after[0].isalpha() or after[0] in ("and", "in", "on", "at", "near")
    return before in ("killed", "killing", "wounded", "wounding", "injured", "injuring") and ends


def _role_near(tokens: Sequence[str], first: int, last: int) -> str:
    """What became of those who are counted, by the nearest word of the clause; what stands after goes first."""
    roles = load_count_words().roles
    after = _clause(tokens[last : last + _ROLE_AFTER])
    for token in after:
        if token.lower() in roles:
            return roles[token.lower()]
        if token[:1].isdigit():
            break
    before = _clause(list(reversed(tokens[max(first - _ROLE_BEFORE, 0) : first])))
    return next((roles[token.lower()] for token in before if token.lower() in roles), "")


def _clause(tokens: Sequence[str]) -> list[str]:
    stop = next((i for i, token in enumerate(tokens) if token in ",;:()“”\"" or token.lower() in _NEXT_CLAUSE), None)
    return list(tokens[:stop])


def _range(tokens: Sequence[str], number: _Number) -> tuple[float, float]:
    value, hedge = number.value, _hedge(tokens, number.first)
    if hedge == "low":
        return value, float("inf")
    if hedge == "high":
        return 0, value
    if hedge == "about":
        return value * (1 - ROUGH), value * (1 + ROUGH)
    if value >= 100 and value % 10 ** (len(str(int(value))) - 2) == 0:
        return value * (1 - ROUND), value * (1 + ROUND)
    return value, value


@cache
def _hedges() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Phrases as words, the longest first."""
    listed = ((tuple(phrase.split()), kind) for phrase, kind in load_count_words().hedges.items())
    return tuple(sorted(listed, key=lambda item: (-len(item[0]), item)))


def _hedge(tokens: Sequence[str], first: int) -> str:
    before = tuple(token.lower() for token in tokens[max(first - 5, 0) : first])
    for phrase, kind in _hedges():
        for skip in (0, 1):
            end = len(before) - skip
            if end >= len(phrase) and before[end - len(phrase) : end] == phrase:
                return kind
    return ""
