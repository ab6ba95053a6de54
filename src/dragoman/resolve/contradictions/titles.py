"""Reads who is said to hold which office: "Russian Foreign Minister Igor Ivanov", "Hina Khar, Pakistan's minister".

In: a quote. Out: `Held` values with their place in it. A title with "former", "then", "-elect", "deputy" beside it says
less than that and is marked. It must not know who held what.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.offices import Title, load_offices
from dragoman.vocab.states import load_states

OFFICES = frozenset({"HOS", "HOG", "FM", "DM"})
OWN = "own"
"""In the place of a state: "its ambassador" is that of the one who acts."""
_OWN = frozenset({"its", "their"})
HEADS = {"un secretary-general": "IGO:UN", "nato secretary-general": "IGO:NATO", "iaea chief": "IGO:IAEA"}
"""Titles that name the organisation whose one head bears them."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?|\d+|[^\w\s]")
_LONGEST = 2000
_LONGEST_TITLE = 5
_LONGEST_NAME = 4
_PARTICLES = frozenset({"al", "bin", "bint", "de", "da", "der", "van", "von", "el", "ben", "ul"})


@dataclass(frozen=True, slots=True)
class Held:
    """A person said to hold an office.

    `state` is a code, "" where the words name none; `title` as written, in lower case; `plain` is False where a word
    beside it weakens it. `end` is the offset in the quote after the name and the title. `led` says that the state
    stands before or in the title ("the US president"), not after it.
    """

    name: str
    office: str
    title: str
    state: str
    plain: bool
    end: int
    led: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[str, ...]
    ends: tuple[int, ...]

    def at(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""


def read_roles(quote: str) -> list[Held]:
    """Like `read_titles`, with all posts that one person of a state holds at a place: `office` is then the post.

    Example:
        >>> [(held.name, held.office) for held in read_roles("Norway's ambassador to Chile, Ann Roe, was called in")]
        [('Ann Roe', 'ambassador')]
    """
    return list(_titles(_words_of(quote), posts=True))


def read_titles(quote: str) -> list[Held]:
    """The offices that a quote gives to named persons, in order.

    Example:
        >>> held = read_titles("the visit of Russian Foreign Minister, Igor Ivanov in July 2004")[0]
        >>> held.name, held.office, held.state, held.plain
        ('Igor Ivanov', 'FM', 'RUS', True)
        >>> read_titles("former Russian foreign minister Igor Ivanov said")[0].plain
        False
    """
    return list(_titles(_words_of(quote), posts=False))


def _words_of(quote: str) -> _Words:
    matches = list(_TOKEN.finditer(quote[:_LONGEST]))
    return _Words(tuple(m.group().rstrip(".") or m.group() for m in matches), tuple(m.end() for m in matches))


def _titles(words: _Words, *, posts: bool) -> Iterator[Held]:
    at = 0
    while at < len(words.words):
        title, end = _title_at(words.words, at, posts=posts)
        if title is None:
            at += 1
            continue
        held = _held(words, title, at, end)
        if held:
            yield held
        at = end


def _title_at(words: Sequence[str], at: int, *, posts: bool) -> tuple[Title | None, int]:
    if not load_offices().may_open(words[at]):
        return None, at
    for length in range(min(_LONGEST_TITLE, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        if phrase.endswith("s") and phrase.lower() != "minister of foreign affairs":
            continue
        found = [title for title in load_offices().find(phrase) if title.kind == "title"]
        if found:
            held = found[0].office in OFFICES or found[0].entry in HEADS or posts and _is_post(found[0])
            return (found[0] if held else None), at + length
    return None, at


def _is_post(title: Title) -> bool:
    return title.entry in clash_group("one-holder")


def _held(words: _Words, title: Title, at: int, end: int) -> Held | None:
    before, start = _state_before(words, at)
    after, name_at = _state_after(words, end)
    state = HEADS.get(title.entry) or before or after or (title.states[0] if len(title.states) == 1 else "")
    if title.states and state and state not in title.states:
        return None
    if _is_post(title):
        name_at = _after_seat(words, name_at)
    name, last = _name_at(words, name_at + (words.at(name_at) == ","))
    if name and not state:
        state, last = _state_after(words, last)
    if not name and not after:
        name, last = _name_before(words, start), end
    name = _without_rank(name)
    if not name:
        return None
    if not state and words.at(at - 1).lower() in _OWN:
        state = OWN
    doubts = clash_group("title-doubt")
    beside = [words.at(i).lower() for i in (start - 2, start - 1, *range(start, at), end, end + 1)]
    led = bool(before) or len(title.states) == 1
    plain = not any(part in doubts for word in beside for part in (word, *word.split("-")))
    office = title.entry if _is_post(title) else title.office
    return Held(name, office, title.phrase, state, plain, words.ends[last - 1], led)


def _state_before(words: _Words, at: int) -> tuple[str, int]:
    """The state named right before a title, and where it begins: "Russian", "Pakistan's", "South Korean"."""
    for length in (2, 1):
        form = " ".join(words.at(i) for i in range(at - length, at))
        code = _state(form) if at >= length else ""
        if code:
            return code, at - length
    return "", at


def _state_after(words: _Words, at: int) -> tuple[str, int]:
    """The state named right after a title or a name: "of the Russian Federation"; else "" and the place itself."""
    if words.at(at).lower() != "of":
        return "", at
    first = at + 2 if words.at(at + 1).lower() == "the" else at + 1
    for length in (3, 2, 1):
        code = _state(" ".join(words.at(i) for i in range(first, first + length)).strip())
        if code:
            return code, min(first + length, len(words.words))
    return "", at


def _without_rank(name: str) -> str:
    """ "Ann Roe" of "General Ann Roe"."""
    words = name.split()
    while len(words) > 1 and any(title.office == "OFFICER" for title in load_offices().find(words[0])):
        words = words[1:]
    return " ".join(words)


def _after_seat(words: _Words, at: int) -> int:
    """After the place where a post is held: "ambassador to Chile", "consul general in New York"."""
    if words.at(at).lower() not in ("to", "in", "at", "for", "on"):
        return at
    end = at + 1 + (words.at(at + 1).lower() == "the")
    while end < at + _LONGEST_NAME and words.at(end)[:1].isupper():
        end += 1
    return end


def _state(form: str) -> str:
    """The code of a nationality or a name of a state, "" if it is none or may be several."""
    if not form[:1].isupper():
        return ""
    plain = re.sub(r"['’]s?$", "", form)
    kinds = ("name", "adjective", "capital")
    hits = [hit for hit in load_states().hits(plain) if not hit.doubtful and hit.row.kind in kinds]
    codes = {hit.row.state.code for hit in hits if hit.row.state.kind == "state"}
    return codes.pop() if len(codes) == 1 else ""


def _name_at(words: _Words, at: int) -> tuple[str, int]:
    end = at
    while end < at + _LONGEST_NAME and _is_name(words, end):
        end += 1
    while end > at and words.at(end - 1).lower() in _PARTICLES:
        end -= 1
    name = " ".join(words.words[at:end])
    return (re.sub(r"['’]s?$", "", name), end) if end > at and not _state(name) else ("", at)


def _is_name(words: _Words, at: int) -> bool:
    word = words.at(at)
    if word[:1].isupper() and word[:1].isalpha() or word.lower() in _PARTICLES and words.at(at + 1)[:1].isupper():
        return True
    particle, _, rest = word.partition("-")
    return particle in _PARTICLES and rest[:1].isupper()


def _name_before(words: _Words, start: int) -> str:
    """The name before an apposition: "Hina Khar, Pakistan's foreign minister"."""
    at = start - 1 if words.at(start - 1).lower() == "the" else start
    if words.at(at - 1) != ",":
        return ""
    first = at - 1
    while first > at - 1 - _LONGEST_NAME and first > 0 and _is_name(words, first - 1):
        first -= 1
    name = " ".join(words.words[first : at - 1])
    return name if " " in name and not _state(name) else ""
