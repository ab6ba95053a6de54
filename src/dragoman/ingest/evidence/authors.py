"""Reads authors' names out of bylines, credits and the note on the writer.

In: the text and its parts. Out: names without titles, several joined by " and ". It must not know anybody.
"""

import re
from collections.abc import Iterator, Sequence

from dragoman.ingest.plaintext.cues import is_writer_line, words_of
from dragoman.ingest.plaintext.dateforms import find_dates
from dragoman.ingest.plaintext.datelines import is_outlet_name
from dragoman.model.document import Part
from dragoman.vocab.page_words import fold_outlet, load_genre_cues, load_outlets

_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,400}\)")
_LEAD = re.compile(
    r"^[\s*_(\[]*(?:-{1,3}|–|—|by\b|written by\b|posted by\b|story by\b|report by\b|von\b|par\b)[:\s]*", re.I
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\bet\b|\bund\b|\by\b)\s*")
_STOP = re.compile(r"\s(?:in|at|for|from|of|with|on|via)\s|[|•·–—/]| - |\d|\n")
_NAME = r"[^\W\d_a-z][\w.'’-]*(?: (?:al|el|bin|ibn|de|da|del|der|van|von|la|le|du|ul|ur|ud|zu|di))?"
_FLAT = re.compile(rf"By (?:the )?({_NAME}(?: {_NAME}){{1,3}})(?:,| and ({_NAME}(?: {_NAME}){{1,3}}),)")
_STAFF = re.compile(r"By (?:the )?((?:[A-Z][\w.'’-]* ){1,4}(?:Staff|Desk|Team|Reporter|Correspondent))\b")
_CREDIT = re.compile(r"\b(?:Reporting|Writing|reporting|writing) by ([^;:()]{3,120}?)(?=[;:()]| -RRB-|; | in [A-Z]|$)")
_BIO = re.compile(rf"(?:\A|[.!?”\"]\s+|\n)({_NAME}(?: {_NAME}){{1,3}}),? (?:is|was|teaches|writes)\b([^.\n]{{0,200}})")


def find_author(text: str, parts: Sequence[Part]) -> str:
    """The authors that the page names, "" if it names none."""
    for names in (
        _from_bylines(text, parts),
        _from_flat(text, parts),
        _from_credit(text, parts),
        _from_bio(text, parts),
    ):
        if names:
            return " and ".join(dict.fromkeys(names))
    return ""


def clean_names(words: str) -> list[str]:
    """Names in a byline's words, titles and places dropped; outlets and lower-case words are no names."""
    plain = _LINK.sub(r"\1", words).replace("**", "").replace("_", " ")
    found = []
    for piece in _SPLIT.split(_STOP.split(plain + " ", maxsplit=1)[0]):
        name = _without_outlet(drop_titles(piece.strip(" .,:*()[]")))
        if 2 <= len(name.split()) <= 5 and name[:1].isupper() and not is_outlet_name(name):
            found.append(name)
    return found


def _without_outlet(name: str) -> str:
    """ "Ann Lee BBC News" is "Ann Lee"."""
    words = name.split()
    cuts = (at for at in range(2, len(words)) if fold_outlet(" ".join(words[at:])) in load_outlets())
    return " ".join(words[: next(cuts, len(words))])


def drop_titles(name: str) -> str:
    """A name without the titles before it: "Colonel (R) Ann Lee" is "Ann Lee"."""
    titles = words_of("author title")
    words = name.split()
    while words:
        two = " ".join(words[:2]).casefold()
        if len(words) > 2 and two in titles:
            words = words[2:]
        elif len(words) > 1 and (words[0].casefold() in titles or words[0].casefold().strip("().,") in titles):
            words = words[1:]
        else:
            break
    return " ".join(words)


def _from_bylines(text: str, parts: Sequence[Part]) -> list[str]:
    body = _body(text, parts)[0]
    for part in parts:
        if part.kind != "byline":
            continue
        for line in text[part.start : min(part.end, part.start + 400)].split("\n"):
            lead = _LEAD.match(line)
            if not lead and part.start < body and is_writer_line(line.strip()):
                return clean_names(_SPLIT.split(line, maxsplit=1)[0])
            if lead and not _LINK.fullmatch(line[lead.end() :].strip()):
                names = clean_names(line[lead.end() :])
                if names:
                    return names
    return []


def _body(text: str, parts: Sequence[Part]) -> tuple[int, int]:
    body = [part for part in parts if part.kind == "body"]
    return (body[0].start, body[-1].end) if body else (0, 0)


def _from_flat(text: str, parts: Sequence[Part]) -> list[str]:
    """A byline that runs into the first paragraph: "By Ann Lee, Senior Producer The minister said"."""
    start, end = _body(text, parts)
    opening = text[start : min(end, start + 160)]
    staff = _STAFF.match(opening)
    if staff:
        return [staff.group(1)]
    match = _FLAT.match(opening)
    return [drop_titles(name) for name in match.groups() if name] if match else []


def _from_credit(text: str, parts: Sequence[Part]) -> list[str]:
    credits = [text[part.start : part.end][:600] for part in parts if part.kind == "byline"]
    start, end = _body(text, parts)
    credits.append(text[max(start, end - 500) : end])
    return [name for words in credits for match in _CREDIT.finditer(words) for name in clean_names(match.group(1))]


def _from_bio(text: str, parts: Sequence[Part]) -> list[str]:
    return [name for name, _ in find_writer_notes(text, parts)]


def find_writer_notes(text: str, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """(name, what is said of it) of sentences at the end such as "Ann Lee is a professor of history at ..."."""
    start, end = _body(text, parts)
    pieces = [text[max(start, end - 450) : end]]
    pieces += [text[part.start : part.end][:400] for part in parts if part.kind == "byline" and part.start > start]
    roles = [
        cue.words.split(" ", 1)[1] for cue in load_genre_cues() if cue.where == "closing" and cue.words[:3] == "is "
    ]
    for piece in pieces:
        for match in _BIO.finditer(piece):
            said = match.group(2).casefold().strip()
            last = piece[match.end() :].count(".") <= 2 and not find_dates(match.group(1))
            if last and any(said.startswith(role) for role in roles):
                yield drop_titles(match.group(1)), said
