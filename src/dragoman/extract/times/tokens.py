"""A sentence as a string of time codes: one letter a word, so that the rules of `grammar` are short patterns.

In: a text and a span of it. Out: `Tokens`, with a code, a value and a span for each word. "on Oct. 4 , 2012" becomes
"iMD,Y". A word that has nothing to do with time is "_". It must not know what the words together mean.
"""

import re
from dataclasses import dataclass

from dragoman.vocab.time_words import TimeWord, load_time_words

CODES = {
    "month": "M", "weekday": "W", "short_weekday": "w", "season": "S", "unit": "U", "quarter": "Q", "century": "C",
    "small_unit": "H", "number": "n", "one": "a", "ordinal": "o", "decade": "s", "edge": "e", "edge_noun": "N",
    "half": "h", "ago": "A", "earlier": "b", "later": "l", "this": "T", "that": "t", "last": "L", "previous": "P",
    "next": "X", "following": "V", "near_day": "y", "daypart": "p", "reference": "r", "weekend": "k", "zone": "Z",
    "oclock": "O", "named_day": "v", "role": "R", "until": "u", "before": "B", "after": "F", "from": "g", "range": "G",
    "and": "&", "of": "f", "in": "i", "the": "d", "around": "q", "filler": "j", "period": "J", "every": "K",
    "times": "%", "counted": "*", "labelled": "!", "ahead": ">", "name": "_",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]{3,})"
    r"|(?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9-]))"
    r"|(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))"
    r"|(?P<decade>(?:['’‘`]|1[0-9]|20)?[0-9]0['’]?s\b)"
    r"|(?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>[$€£¥₹#+]?[0-9]+(?:[.,/][0-9]+)*%?)"
    r"|(?P<meridiem>[ap]\.\s?m\b\.?|[ap]m\b|[AP]\.\s?M\b\.?|[AP]M\b)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<short>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
_MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", ".": "."}
_SLASHED = re.compile(r"([0-9]{1,4})([/.])([0-9]{1,2})(?:\2([0-9]{2,4}))?\Z")
_LABEL = re.compile(r"![.]?(?:9[,&]{1,2})*\Z")
_WORDLY = ("word", "short", "possessive")
_LONGEST_SHORT = 4

_Raw = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words in columns: `codes[i]` is the code of word i; `value`, its number or unit; `start` and `end`, its span."""

    codes: str
    value: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]


def code_words(text: str, start: int, end: int) -> Tokens:
    """The words of `text[start:end]` as codes; offsets are into `text`. Time grows with the length only."""
    raw = [(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    codes: list[str] = []
    values: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(raw):
        _, word, first, last = raw[at]
        if word == "." and spans and spans[-1][1] == first and codes[-1] in "mw":
            spans[-1], codes[-1] = (spans[-1][0], last), codes[-1].replace("m", "M")
            at += 1
            continue
        code, value, used = _read_word(raw, at)
        codes.append(code)
        values.append(value)
        spans.append((first, raw[at + used - 1][3]))
        at += used
    return Tokens(_settle(codes, values), tuple(values), tuple(s for s, _ in spans), tuple(e for _, e in spans))


def _read_word(raw: list[_Raw], at: int) -> tuple[str, str, int]:
    """Code, value and number of raw words of the longest entry that begins here."""
    kind, word = raw[at][:2]
    folded = word.lower()
    table = load_time_words()
    for pieces, meaning in table.phrases.get(folded, ()):
        used = _match_phrase(raw, at, pieces)
        if used and (not meaning.capital or not word[0].islower()):
            return CODES[meaning.kind], meaning.value, used
    if kind not in _WORDLY:
        return *_read_sign(kind, word), 1
    known = table.words.get(folded)
    if known and (word[0].isupper() or not known.capital):
        return _code_of(known, word), known.value, 1
    return ("'" if kind == "possessive" else "_"), folded, 1


def _match_phrase(raw: list[_Raw], at: int, pieces: tuple[str, ...]) -> int:
    """How many raw words the phrase takes here, 0 if it does not stand here; a full stop may follow a word."""
    here = at
    for piece in pieces:
        if here > at and here < len(raw) and raw[here][1] == ".":
            here += 1
        if here >= len(raw) or raw[here][1].lower().replace("’", "'") != piece:
            return 0
        here += 1
    return here - at


def _code_of(meaning: TimeWord, word: str) -> str:
    """ "m" for a short month ("Oct"), which must prove itself; the kind's code otherwise."""
    if meaning.kind == "month" and len(word) <= _LONGEST_SHORT and word.lower() not in ("may", "june", "july"):
        return "m"
    return CODES[meaning.kind]


def _read_sign(kind: str, word: str) -> tuple[str, str]:
    if kind == "iso":
        return "I", word
    if kind == "clock":
        return "c", word
    if kind == "decade":
        return ("E" if word[0] in "'’‘`" or len(word) > 4 else "s"), "".join(c for c in word if c in "0123456789")
    if kind == "nth":
        return "o", word[:-2].lstrip("0") or "0"
    if kind == "meridiem":
        return "z", word
    if kind == "number":
        return _read_number(word)
    return _MARKS.get(word, "_"), word


def _read_number(word: str) -> tuple[str, str]:
    known = load_time_words().words.get(word)
    if known:
        return CODES[known.kind], known.value
    if not word.isascii() or not word.isdigit():
        written = _read_slashed(word)
        return ("I", written) if written else ("$", word)
    if len(word) == 4 and "1000" <= word <= "2199":
        return "Y", word
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "D", str(int(word))
    return "9", word


def _read_slashed(word: str) -> str:
    """A date in figures: 2012/10/04, 25/12/2012, 4.10.2012, 1998/99; "" if it is none.

    "10/4/2012" may be October or April: only its year is sure.
    """
    match = _SLASHED.match(word)
    if not match:
        return ""
    first, mark, second, third = match.groups()
    if not third:
        follows = len(first) == 4 and mark == "/" and int(second) == (int(first) + 1) % 100
        return f"{first}/{int(first) + 1}" if follows and "1000" <= first <= "2199" else ""
    if len(first) == 4:
        return f"{first}-{second:0>2}-{third:0>2}" if len(third) <= 2 else ""
    if len(third) != 4 or len(first) > 2:
        return ""
    one, two = int(first), int(second)
    if mark == "." or one > 12 or one == two:
        return f"{third}-{two:02}-{one:02}"
    return f"{third}-{one:02}-{two:02}" if two > 12 else third


def _is_label(before: str) -> bool:
    """Whether a number is a name: "Resolution 1973", "No. 1989", "resolutions 1929 and 1973"."""
    return bool(_LABEL.search(before))


def _settle(codes: list[str], values: list[str]) -> str:
    """Judge the words that need a neighbour: "Oct" a figure, "80s" an article, a year no label before it."""
    for at, code in enumerate(codes):
        before = codes[at - 1] if at else ""
        after = codes[at + 1] if at + 1 < len(codes) else ""
        if code == "m":
            codes[at] = "M" if after in ("D", "o", "Y") or before in ("D", "o", "I") else "_"
        elif code == "s":
            codes[at] = "E" if before in ("d", "e", "-") else "_"
        elif code == "Y" and (after in ("*", "9", "$") or _is_label("".join(codes[max(0, at - 5) : at]))):
            codes[at] = "9"
    return "".join(codes)
