"""`/family/ID`: the texts of one family, the likely original first, and the differences of two of them word by word."""

from dataclasses import dataclass

from starlette.requests import Request

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.resolution import Family
from dragoman.present.differences import Piece, compare_texts
from dragoman.present.family_page import describe_share, member_fields
from dragoman.present.fields import Fields, family_fields
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.desk import Desk

LONGEST = 60_000
"""Characters compared of each text, some 10,000 words: more makes a page that nobody reads."""
EDGE = 25
"""Words shown of a long passage that is alike, at each end of it that stands beside a change."""
READ = ("title", "body", "caption")
"""Parts that are compared: what frames a page, and its readers' comments, differ anyway."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece as the page shows it: words, how many are folded away (0 for none), the words and the space behind."""

    kind: str
    words: str
    folded: int = 0
    rest: str = ""
    after: str = ""


def show_family(desk: Desk, request: Request) -> Page:
    """One family; `a` and `b` of the query choose the two texts that are compared."""
    with desk.open() as opened:
        with missing():
            family = opened.family(request.path_params["id"])
        pair = _choose_pair(family, request.query_params.get("a", ""), request.query_params.get("b", ""))
        sources = opened.sources_of(family.documents)
        texts = [_text_of(opened.document(id)) for id in pair]
    pieces = compare_texts(*(text[:LONGEST] for text in texts))
    whole = bool(request.query_params.get("whole"))
    rows = tuple(member_fields(family, sources))
    context = {
        "family": family, "sources": sources, "a": pair[0], "b": pair[1], "whole": whole,
        "shown": [_fold(piece, place, len(pieces), whole) for place, piece in enumerate(pieces)],
        "shares": {id: describe_share(family, id) for id in family.documents},
        "counts": {kind: _count_words(pieces, kind) for kind in ("same", "gone", "new")},
        "cut": any(len(text) > LONGEST for text in texts), "longest": LONGEST,
    }  # fmt: skip
    differences: Fields = {"a": pair[0], "b": pair[1], "pieces": [{"kind": p.kind, "words": p.words} for p in pieces]}
    data: Fields = {**family_fields(family), "members": list(rows), "differences": differences}
    return Page(f"Family of {len(family.documents)} texts", "family.html.jinja", context, rows, data)


def _choose_pair(family: Family, a: str, b: str) -> tuple[str, str]:
    """The two documents that were asked for, else the likely original and the first of the others.

    Raises:
        UsageError: one is not of the family.
    """
    first = a or family.original
    second = b or next(id for id in family.documents if id != first)
    for id in (first, second):
        if id not in family.documents:
            raise UsageError(f"The document {id!r} is not of this family.")
    return first, second


def _text_of(doc: Document) -> str:
    """Title and body of a page as they stand; the whole page if it has no parts."""
    parts = [doc.text[part.start : part.end] for part in doc.parts if part.kind in READ]
    return "\n".join(parts) if parts else doc.text


def _count_words(pieces: list[Piece], kind: str) -> int:
    return sum(len(piece.words.split()) for piece in pieces if piece.kind == kind)


def _fold(piece: Piece, place: int, count: int, whole: bool) -> Shown:
    """A long passage that is alike keeps the words beside changes; the others are folded away."""
    text = piece.words.rstrip()
    words, after = text.split(" "), piece.words[len(text) :]
    if whole or piece.kind != "same" or len(words) <= 3 * EDGE:
        return Shown(piece.kind, text, after=after)
    head = words[:EDGE] if place else []
    tail = words[-EDGE:] if place < count - 1 else []
    middle = words[len(head) : len(words) - len(tail)]
    return Shown(piece.kind, " ".join(head), len(middle), " ".join(tail), after)
