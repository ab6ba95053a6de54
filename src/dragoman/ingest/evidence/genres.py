"""Tells what kind of text a page holds: news, analysis, editorial, interview, official paper, letter.

In: the text, its parts, whether an author is named. Out: a `Genre`. Cues are weighed; quoted words do not count,
because they are not the author's. News is what remains.
"""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.ingest.evidence.authors import find_writer_notes
from dragoman.model.document import Genre, Part
from dragoman.vocab.page_words import GenreCue, load_genre_cues

MARK = 4
"""Weight from which opening or closing words decide; they are written so that one explicit mark suffices."""
OPINION = 4
"""Number of author's-voice cues from which a text without marks is opinion; set by hand on seeds and dev."""
INTERVIEW_TURNS = 3
_QUOTED = re.compile(r"“[^”]{0,1000}”|\"[^\"\n]{0,1000}\"")


GENRES: tuple[Genre, ...] = ("news", "analysis", "editorial", "interview", "official", "comment")


def tell_genre(text: str, parts: Sequence[Part], *, author: str, told: str = "") -> Genre:
    """The genre of a page's article; `told` is what metadata calls it and comes first if it is a known word."""
    for genre in GENRES:
        if told and told.strip().casefold() in {cue.words for cue in _cues(genre, "hint")}:
            return genre
    body = "\n".join(text[part.start : part.end] for part in parts if part.kind == "body")[:20000]
    opening = _opening_lines(text, parts, body)
    lines = [line.strip().casefold() for line in body.split("\n")]
    marks = {genre: _weigh_marks(genre, opening, lines) for genre in ("official", "editorial", "analysis", "comment")}
    if _turns(lines) >= INTERVIEW_TURNS or _weigh("interview", "opening", opening[:2]) >= 3 <= _turns(lines) + 2:
        return "interview"
    if marks["official"] >= MARK:
        return "official"
    if marks["editorial"] >= MARK and not author:
        return "editorial"
    if marks["comment"] >= 3:
        return "comment"
    if marks["analysis"] >= MARK or _has_writer_note(text, parts):
        return "analysis"
    return _by_voice(body, author)


def _opening_lines(text: str, parts: Sequence[Part], body: str) -> list[str]:
    """Title, lines above the article and its first paragraphs, folded."""
    first = next((part.start for part in parts if part.kind == "body"), len(text))
    head = text[max(0, first - 1500) : first].split("\n")[-12:]
    lines = [*head, *body[:1500].split("\n")[:2]]
    return [" ".join(line.casefold().split()).lstrip("#*_ ")[:200] for line in lines if line.strip()]


@cache
def _cues(genre: str, where: str) -> tuple[GenreCue, ...]:
    return tuple(cue for cue in load_genre_cues() if cue.genre == genre and cue.where == where)


def _weigh(genre: str, where: str, lines: Sequence[str]) -> int:
    return sum(
        max((cue.weight for cue in _cues(genre, where) if line.startswith(cue.words)), default=0) for line in lines
    )


def _weigh_marks(genre: str, opening: Sequence[str], lines: Sequence[str]) -> int:
    exact = sum(cue.weight for cue in _cues(genre, "opening") if cue.words.rstrip(" :") in opening)
    return (
        exact
        + _weigh(genre, "opening", opening)
        + _weigh(genre, "line", [line for line in lines[:4] if len(line) < 120])
    )


def _turns(lines: Sequence[str]) -> int:
    cues = tuple(cue.words for cue in _cues("interview", "line"))
    return sum(line.startswith(cues) for line in lines)


def _has_writer_note(text: str, parts: Sequence[Part]) -> bool:
    body = next((part.start for part in parts if part.kind == "body"), 0)
    notes = [
        text[part.start : part.end][:200].casefold() for part in parts if part.kind == "byline" and part.start > body
    ]
    end = max((part.end for part in parts if part.kind == "body"), default=0)
    notes.append(re.split(r"[.!?]\s", text[max(body, end - 400) : end - 1])[-1].casefold())
    cues = tuple(cue.words for cue in _cues("analysis", "closing") if cue.words.startswith("the "))
    return any(note.strip("( ").startswith(cues) for note in notes) or any(True for _ in find_writer_notes(text, parts))


def _by_voice(body: str, author: str) -> Genre:
    """News, editorial or analysis by the words of the author's own voice."""
    said = f" {' '.join(_QUOTED.sub(' ', body[:12000]).casefold().replace('’', chr(39)).split())} "
    voice = {"news": 0, "editorial": 0, "analysis": 0}
    for genre in voice:
        voice[genre] = sum(cue.weight for cue in _cues(genre, "body") if f" {cue.words}" in said)
    opinion = voice["editorial"] + voice["analysis"]
    if opinion < OPINION or opinion < 1.5 * voice["news"]:
        return "news"
    return "editorial" if not author and voice["editorial"] >= OPINION else "analysis"
