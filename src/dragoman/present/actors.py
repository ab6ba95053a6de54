"""What users call an actor, as a code, and what a code is called: for filters, pairs and displayed names.

Words in, codes out; an unknown name is refused with the nearest known ones. Who held an office on a day is the
vocabulary's business.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from dragoman.model.errors import UsageError
from dragoman.present.fields import Fields
from dragoman.present.vocabulary import ActorBook, load_book
from dragoman.present.wording import join_words, with_article

_OWN_CODE = re.compile(r"(?:IGO|GRP):[A-Z0-9][A-Z0-9-]*\Z")


@lru_cache(maxsize=1)
def _book() -> ActorBook:
    return load_book()


def load_names() -> Callable[[str], str]:
    """A function from a code to its name in a sentence: "PAK" to "Pakistan", "USA" to "the United States"."""
    return lambda code: with_article(_book().name_of(code))


def find_code(words: str) -> str:
    """The code of an actor given by code or name.

    Raises:
        UsageError: nobody is called that; near names are listed.
    """
    code = _resolve(words)
    if code:
        return code
    raise UsageError(f"No actor is called {words.strip()!r}.{_near(words)} Codes are as PAK, IGO:NATO, GRP:TALIBAN.")


def find_pair(words: Sequence[str]) -> tuple[str, str]:
    """The two codes of a pair written in any of the ways that people write one.

    Args:
        words: as typed: ["PAK", "RUS"], ["PAK-RUS"], ["PAK/RUS"], ["Pakistan Russia"], ["South", "Korea", "Japan"].

    Raises:
        UsageError: a name is unknown, a side is missing, or both are the same.
    """
    for left, right in split_pair(words):
        a, b = _resolve(left), _resolve(right)
        if a and b and a == b:
            raise UsageError(f"{left.strip()!r} and {right.strip()!r} are both {a}. A pair needs two different sides.")
        if a and b:
            return a, b
    raise UsageError(_pair_fault(words))


def split_pair(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All ways to read the words as two sides, the likeliest first: as typed, then at `/`, at a space, at `-`.

    Example:
        >>> list(split_pair(["PAK-RUS"]))
        [('PAK', 'RUS')]
    """
    if len(words) == 2:
        yield words[0], words[1]
    text = " ".join(words)
    for mark in ("/", r"\s+-+\s+|\s*[–—]\s*", r"\s+(?:and|vs\.?|&)\s+", r"\s+", "-"):
        for found in re.finditer(mark, text):
            left, right = text[: found.start()].strip(), text[found.end() :].strip()
            if left and right:
                yield left, right


def look_up(name: str, date: str) -> list[Fields]:
    """What a name stands for: code, name, kind, period, and the row of the vocabulary that says so.

    Raises:
        UsageError: it stands for nobody; near names are listed.
    """
    from dragoman.vocab.lookup import look_up_actor

    found = look_up_actor(name, date or None)
    if not found:
        raise UsageError(f"No actor is called {name.strip()!r}{f' on {date}' if date else ''}.{_near(name)}")
    return [
        {
            "code": answer.code,
            "stands_for": answer.label,
            "kind": answer.kind,
            "since": answer.since,
            "until": answer.until,
            "row": f"{answer.file}:{answer.line}: {answer.row}",
        }
        for answer in found
    ]


def _resolve(words: str) -> str:
    text = words.strip().strip("/-").strip()
    if not text or _OWN_CODE.match(text.upper()):
        return text.upper()
    return _book().code_of(text)


def _near(words: str) -> str:
    from dragoman.vocab.lookup import near_names

    shown = [f"{name} ({code})" if (code := _resolve(name)) else name for name in near_names(words.strip())[:3]]
    return f" Did you mean {join_words(shown, last='or')}?" if shown else ""


def _pair_fault(words: Sequence[str]) -> str:
    for left, right in split_pair(words):
        a, b = _resolve(left), _resolve(right)
        if a or b:
            missing = right if a else left
            return (
                f"No actor is called {missing.strip()!r}.{_near(missing)} Write a pair as PAK RUS or Pakistan Russia."
            )
    text = " ".join(words).strip()
    if _resolve(text):
        return f"{text!r} is only one side. Write a pair as PAK RUS, PAK-RUS or Pakistan Russia."
    hint = _near(words[0] if words else "")
    return f"{text!r} names no pair.{hint} Write a pair as PAK RUS, PAK-RUS or Pakistan Russia."
