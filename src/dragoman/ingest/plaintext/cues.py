"""Says what a line of a page announces itself as: furniture of some kind, a byline, a credit, a date, a caption.

In: a `Unit`. Out: the act of the cue table ("menu", "share", "legal" ...), or "". Looks at one line at a time: where it
stands on the page is weighed in `labelling`.
"""

import re
from functools import cache

from dragoman.ingest.plaintext.dateforms import FoundDate, find_dates, weekday_of
from dragoman.ingest.plaintext.units import FOLDED_LENGTH, Unit
from dragoman.vocab.page_words import Cue, load_furniture_cues

SHORT_LINE = 25
LONG_ACTS = frozenset({"legal", "bio", "credit", "comment-open", "signup"})
"""Acts whose opening words also count before a whole sentence."""
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_WRITER_LINE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]+ ){1,3}?[^\W\d_a-z][\w.'’-]+(?: in |, ?)(?:[A-Z][\w.'’-]+ ?){1,3}")
_PIECES = re.compile(r"[ \t]{2,}|[ \t]*[|»›>•·/][ \t]*")
_BYLINE_DASH = re.compile(r"(?:-{2,3}|–|—)\s*(?=[A-ZÀ-ÞА-Я])")


def find_act(unit: Unit) -> str:
    """The act that the line's words announce, "" if none."""
    if not any(map(str.isalnum, unit.text[:4000])):
        return "menu"
    cues = load_furniture_cues().whole.get(unit.folded) or load_furniture_cues().whole.get(unit.bare)
    if cues:
        return cues[0].act if cues[0].act != "date-word" else ""
    return _pieces_act(unit) or _start_act(unit) or _inside_act(unit)


def _pieces_act(unit: Unit) -> str:
    """The act of a line made of several buttons: "Home  News  Opinion", "Log in | Register", "Like (3)  Reply"."""
    if unit.words > 20 or unit.end - unit.start > 200:
        return ""
    pieces = [piece for piece in _PIECES.split(unit.text) if piece]
    if len(pieces) < 2:
        return ""
    table = load_furniture_cues().whole
    acts = [table[folded][0].act for piece in pieces if (folded := Unit(0, 0, piece).bare) in table]
    return acts[0] if 2 * len(acts) >= len(pieces) and acts[0] != "date-word" else ""


def find_acts(unit: Unit) -> frozenset[str]:
    """All acts of the cues that are the whole line or one of its buttons ("Reply" is for articles and comments)."""
    table = load_furniture_cues().whole
    pieces = _PIECES.split(unit.text)[:6] if unit.end - unit.start <= 200 else []
    keys = (unit.folded, unit.bare, *(Unit(0, 0, piece).bare for piece in pieces if piece))
    return frozenset(cue.act for key in keys for cue in table.get(key, ()))


def _start_act(unit: Unit) -> str:
    line = unit.folded if unit.folded[:1] in "(©-<[" else unit.bare
    first = line.split(" ", 1)[0]
    table = load_furniture_cues().start
    for cue in (*table.get(first, ()), *(table.get(first[:-1], ()) if first.endswith((":", ",")) else ())):
        if cue.act not in ("byline", "caption") and line.startswith(cue.words) and _fits(unit, cue, line):
            return cue.act
    return ""


def _fits(unit: Unit, cue: Cue, line: str) -> bool:
    after = line[len(cue.words) : len(cue.words) + 1]
    if after.isalnum() and cue.words[-1].isalnum():
        return False
    if cue.act == "about":
        return unit.words <= 6 and not unit.is_sentence
    if cue.act in LONG_ACTS:
        return unit.words <= (200 if cue.act in ("legal", "bio") else SHORT_LINE * 2)
    return unit.words <= SHORT_LINE and (not unit.is_sentence or unit.words <= 6 or cue.words.endswith(":"))


def _inside_act(unit: Unit) -> str:
    if unit.link_share > 0.6 and unit.words <= 40 and not is_byline(unit):
        return "menu"
    if unit.text.startswith("<http") or (unit.text.startswith(("http://", "https://", "www.")) and unit.words == 1):
        return "menu"
    if unit.words <= 30 and any(words in unit.folded for words in words_of("widget inside")):
        return "widget"
    if unit.words >= 6 and weigh(unit, "legal inside") >= 6:
        return "legal"
    if unit.words <= 40 and any(words in unit.folded for words in words_of("credit inside")):
        return "credit"
    return ""


def weigh(unit: Unit, kind: str) -> int:
    """Weight of the cues of one kind ("legal inside", "caption verb") that stand in the unit."""
    folded = unit.folded if unit.end - unit.start <= FOLDED_LENGTH else unit.text[:3000].casefold()
    return sum([weight for words, weight in _weights(kind) if words in folded])


@cache
def _weights(kind: str) -> tuple[tuple[str, int], ...]:
    return tuple((cue.words, cue.weight) for cue in load_furniture_cues().other[kind])


@cache
def words_of(kind: str) -> frozenset[str]:
    """The cues of one kind ("date-word whole") as a set."""
    return frozenset(cue.words for cue in load_furniture_cues().other[kind])


def date_of_line(unit: Unit) -> FoundDate | None:
    """The date of a line that holds nothing but a date (weekday, time, zone, "Published on"); None for other lines."""
    if unit.end - unit.start > 120:
        return None
    dates = find_dates(unit.text)
    if not dates or len(dates) > 2:
        return None
    return None if _words_beside(unit.text, dates) else dates[0]


def stamp_of_line(unit: Unit) -> FoundDate | None:
    """The date of a line that holds a date and names only ("Daily Post, October 4, 2012"); None for other lines."""
    if unit.end - unit.start > 160 or unit.words > 16:
        return None
    dates = find_dates(unit.text)
    if not dates or len(dates) > 2 or (unit.is_sentence and not unit.text.endswith((".m.", "M."))):
        return None
    allowed = words_of("byline word")
    beside = _words_beside(unit.text, dates)
    names = all(
        word[0].lower() == word[0] == word[0].upper() or word[0].isupper() or word.casefold() in allowed
        for word in beside
    )
    return dates[0] if names and len(beside) <= 10 else None


def _words_beside(text: str, dates: tuple[FoundDate, ...]) -> list[str]:
    """The words of a line that belong to no date, time, zone or "published on"."""
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    left = [word for word in _WORD.findall(rest) if word.casefold() not in words_of("date-word whole")]
    left = [word for word in left if not weekday_of(word.capitalize())]
    return [] if " ".join(left).casefold() in words_of("date-word whole") else left


def is_byline(unit: Unit) -> bool:
    """Whether the line names the author: "By Ann Lee in Rome", "-- A. Lee and B. Ray", with or without a full stop."""
    if unit.words > 16 or unit.text.endswith(("?", "!", ":")):
        return False
    text = unit.text.replace("**", "").replace("_", "")
    dashed = _BYLINE_DASH.match(text)
    if dashed:
        return unit.words <= 10 and _is_names(text[dashed.end() :])
    first = unit.bare.split(" ", 1)[0]
    for cue in load_furniture_cues().start.get(first, ()):
        if cue.act == "byline" and unit.bare.startswith(cue.words + " "):
            return _is_names(unit.text.lstrip("*_ -–—[(")[len(cue.words) :])
    return False


def _is_names(words: str) -> bool:
    plain = re.sub(r"\]\([^()\s]{0,300}\)", "", words[:300])
    names = _WORD.findall(plain)
    allowed = words_of("byline word")
    if not names or not names[0][:1].isupper() and names[0].casefold() not in allowed:
        return False
    small = [word for word in names if not word[:1].isupper() and word.casefold() not in allowed]
    return not small and any(word[:1].isupper() for word in names)


def is_writer_line(line: str) -> bool:
    """Whether a short line is a name with a place: "Ann Lee in Rome", "Ann Lee, Rome"."""
    return bool(_WRITER_LINE.fullmatch(line[:120]))


def is_caption(unit: Unit, *, repeated: bool, early: bool) -> bool:
    """Whether the line describes a picture: its words, a date at its end, and that it is repeated or stands early."""
    if not 3 <= unit.words <= 60:
        return False
    if unit.bare.startswith(_caption_starts()):
        return True
    score = weigh(unit, "caption inside")
    if not (score or early or repeated):
        return False
    score += min(weigh(unit, "caption verb"), 2)
    if score and _ends_with_date(unit):
        score += 1
    if repeated and unit.is_sentence and unit.text[-1] not in "?!":
        score += 2
    return score >= (2 if repeated else 3 if early else 4) and (unit.words <= 45 or score >= 4)


@cache
def _caption_starts() -> tuple[str, ...]:
    return tuple(sorted(words_of("caption start")))


def _ends_with_date(unit: Unit) -> bool:
    return any(found.end >= len(unit.text) - 2 for found in find_dates(unit.text, max(0, len(unit.text) - 40)))
