"""Finds who first published a text, which sites carry it, who wrote it and what kind of text it is.

In: a page and its parts. Out: a `Provenance`. What the page does not say stays empty; outside knowledge only gives an
outlet's name its usual form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.ingest.evidence.authors import clean_names, find_author
from dragoman.ingest.evidence.genres import tell_genre
from dragoman.ingest.page import Page
from dragoman.ingest.plaintext.cues import find_act, stamp_of_line, words_of
from dragoman.ingest.plaintext.datelines import is_outlet_name
from dragoman.ingest.plaintext.units import Unit
from dragoman.model.document import Genre, Part
from dragoman.vocab.page_words import Outlet, fold_outlet, load_outlets

SCANNED = 3000
_LINK = re.compile(r"\[([^\[\]\n]{1,120})\]\([^()\s]{0,400}\)")
_AGENCY = re.compile(r"(?:\(|-LRB- )([^()\n]{2,40}?)(?:\)| -RRB-)\s*(?:-{1,3}|–|—)\s")
_NAMED = re.compile(
    r"[\s:*_\[]{0,4}(?:the )?((?:[A-Z0-9][\w.'’&/-]*)(?: (?:of|and|the|&|de) (?=[A-Z])| (?=[A-Z0-9]))?"
    r"(?:[A-Z][\w.'’&/-]* ?){0,5})"
)
_OWN = re.compile(
    r"(?:[Tt]he )?([A-Z][A-Za-z]{1,12})(?:'s|’s|’ s) [A-Z][\w.-]+ [A-Z][\w-]+ (?:says|reports|contributed|and )"
)
_STAFF = re.compile(r"By (?:the )?([A-Z]{2,6}) (?:Wire |News )?Staff\b|By [A-Z][\w.' -]{3,40}, ([A-Z]{2,6}) [A-Z]")
_TRAILING = re.compile(r"(?:-{1,3}|–|—)\s*([A-Z][\w.'’/& ]{1,40}?)[.\s]*\Z")
_PIECES = re.compile(r"[,|•·–—]| - |[ \t]{2,}| for (?=the |The )")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)[ \t]*(?:\d{4}(?:[-–]\d{4})?,?[ \t]*)?(?:by )?"
    r"([A-Z][\w.'’& -]{2,50}?)(?=[ ,.]*(?:\d|[.,|\n]|All |\Z))"
)
_ABOUT = re.compile(r"(?:^|\n)About (?:the )?([A-Z][^\n.]{1,40})\n\s*([^\n]{20,600})")
_MADE_BY = re.compile(r"(?:written|run|produced|published|operated|maintained) by (?:the )?([^\n,;]{2,60})")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who published a text first, which sites carry it (first to last), who wrote it, and what kind of text it is."""

    outlet: str = ""
    carriers: tuple[str, ...] = ()
    author: str = ""
    genre: Genre = "news"


def find_provenance(page: Page, parts: Sequence[Part]) -> Provenance:
    """The provenance of a page as far as it says."""
    told = {hint.field: hint for hint in reversed(page.hints)}
    author = _told_author(told["author"].value) if "author" in told else ""
    author = author or find_author(page.text, parts)
    site = spell_outlet(told["outlet"].value) if "outlet" in told else ""
    given = "outlet" in told and told["outlet"].source.casefold().startswith(("column", "field"))
    origin = "" if given else next(_origins(page.text, parts), "")
    carriers = [name for name in (*_carriers(page.text, parts), *_mastheads(page)) if name != origin]
    if origin and site:
        carriers.append(site)
    outlet = origin or site or next(iter(carriers), "")
    unique = tuple(name for name in dict.fromkeys(carriers) if not outlet or outlet not in name)
    genre = tell_genre(page.text, parts, author=author, told=told["genre"].value if "genre" in told else "")
    return Provenance(outlet, unique, author, genre)


def spell_outlet(name: str) -> str:
    """The usual form of an outlet's name, the name itself in single spaces if it is not known."""
    known = load_outlets().get(fold_outlet(name))
    return known.name if known else " ".join(name.split())[:80]


def _told_author(value: str) -> str:
    names = clean_names(value)
    return " and ".join(names) if names else " ".join(value.split())[:120]


def _origins(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """Names of the first publisher, the surest first."""
    for part in parts:
        if part.kind in ("furniture", "byline"):
            yield from _phrases(text, part)
    bylines = [part for part in parts if part.kind == "byline"]
    for part in reversed(bylines):
        match = _TRAILING.search(text, max(part.start, part.end - 60), part.end)
        known = _known(match.group(1)) if match else None
        if known:
            yield known.name
    body = [part for part in parts if part.kind in ("body", "byline")]
    if body:
        yield from _in_article(text[body[0].start : body[-1].end])
    yield from _about_box(text, parts)


def _phrases(text: str, part: Part) -> Iterator[str]:
    """Names after "The original source of this article is" and the like."""
    piece = text[part.start : part.end]
    head = piece if len(piece) <= 2 * SCANNED else piece[:SCANNED] + "\n" + piece[-SCANNED:]
    folded = head.casefold()
    if len(folded) != len(head):
        return
    for phrase in sorted(words_of("origin phrase"), key=lambda words: (-len(words), words)):
        at = folded.find(phrase)
        if at < 0:
            continue
        after = head[at + len(phrase) : at + len(phrase) + 120]
        link = _LINK.match(after.lstrip(" :*_"))
        named = _NAMED.match(after)
        name = link.group(1) if link else named.group(1) if named else ""
        if name.strip() and (link or _known(name) or ":" not in phrase):
            yield spell_outlet(name.strip(" .,"))


def _known(name: str) -> Outlet | None:
    return load_outlets().get(fold_outlet(name.strip(" .,*_[]")))


def _in_article(article: str) -> Iterator[str]:
    """Agencies and broadcasters that the report itself names as its own: "(Reuters) -", "By the CNN Wire Staff"."""
    opening, closing = article[:SCANNED], article[-1500:]
    staff = _STAFF.match(opening)
    names = [staff.group(1) or staff.group(2)] if staff else []
    names += [match.group(1).strip() for match in _AGENCY.finditer(opening)]
    names += [match.group(1) for piece in (opening, closing) for match in _OWN.finditer(piece)]
    for name in names:
        known = _known(name)
        if known and known.kind in ("agency", "broadcaster", "newspaper"):
            yield known.name
        elif is_outlet_name(name):
            yield spell_outlet(name)


def _about_box(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """The name of a blog or site from its "About" box, with the house behind it in brackets."""
    for part in parts:
        if part.kind != "furniture":
            continue
        for match in _ABOUT.finditer(text, max(part.start - 1, 0), part.end):
            name, said = match.group(1).strip(), match.group(2)
            if name.casefold().split()[0] in ("us", "me", "this", "author", "writer") or name.split()[0] not in said:
                continue
            made = _MADE_BY.search(said)
            house = next((known for known in map(_known, made.group(1).split()) if known), None) if made else None
            yield f"{spell_outlet(name)} ({house.name})" if house and house.name != name else spell_outlet(name)


def _carriers(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """Sites that carry the text: a linked site in a byline, an outlet beside the date or alone near the headline."""
    body = next((part.start for part in parts if part.kind == "body"), len(text))
    copyrights = []
    for part in parts:
        if part.kind == "byline" or (part.kind == "furniture" and part.start < body):
            for line in text[part.start : min(part.end, part.start + SCANNED)].split("\n"):
                name = _outlet_of_line(line.strip())
                if name:
                    yield name
        elif part.kind == "furniture":
            copyrights += [match.group(1) for match in _COPYRIGHT.finditer(text, part.start, part.end)]
    yield from (spell_outlet(name) for name in copyrights if is_outlet_name(name))


def _mastheads(page: Page) -> Iterator[str]:
    """The outlet at the head of the page ("Border Post | Subscribe") or at the end of its title in the browser."""
    first = page.text[:300].strip().split("\n", 1)[0]
    titles = [hint.value for hint in page.hints if hint.field == "title"]
    pieces = [_PIECES.split(first)[0], *(_PIECES.split(title)[-1] for title in titles if len(title) < 300)]
    for name in pieces:
        bare = name.strip(" .,*_()#")
        if bare[:3].casefold() == "by ":
            yield from filter(None, [_closing_outlet(bare)])
        elif is_outlet_name(bare) and not find_act(Unit(0, len(bare), bare)):
            yield _titled(bare)


def _closing_outlet(byline: str) -> str:
    """The known outlet that closes a byline ("By Ann Lee BBC News"), "" if none does."""
    words = byline.split()
    known = (_known(" ".join(words[at:])) for at in range(max(2, len(words) - 3), len(words)))
    return next((outlet.name for outlet in known if outlet), "")


def _titled(name: str) -> str:
    """An outlet's usual form; a name in capitals throughout gets small letters."""
    return spell_outlet(name.title() if name.isupper() and len(name) > 5 else name)


def _outlet_of_line(line: str) -> str:
    """The outlet that a short line names, "" if it names none."""
    if not line or len(line) > 160 or find_act(Unit(0, len(line), line)):
        return ""
    if line[:3].casefold() == "by " and _LINK.fullmatch(line[3:].strip()):
        return spell_outlet(line[3:].strip().split("]")[0].strip("["))
    stamped = stamp_of_line(Unit(0, len(line), line)) is not None
    pieces = [piece.strip(" .,*_()") for piece in _PIECES.split(line)]
    if line[:3].casefold() == "by ":
        return next((_titled(piece) for piece in pieces[1:] if is_outlet_name(piece)), _closing_outlet(pieces[0]))
    if not stamped and len(pieces) > 1:
        return ""
    return next((_titled(piece) for piece in pieces if is_outlet_name(piece)), "")
