"""Blocks of a page to its parts: title, body, captions, bylines, comments, furniture.

In: our rendering, trafilatura's choice of body and comments, the title hints. Out: parts and comments as spans of our
text. `body` decides between body and furniture; here the markup tells captions, bylines, title and comments.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dragoman.ingest.html.align import tokens_of
from dragoman.ingest.html.body import find_body
from dragoman.ingest.html.maintext import MainText
from dragoman.ingest.html.render import Block, Rendering
from dragoman.ingest.plaintext.cues import is_byline, stamp_of_line
from dragoman.ingest.plaintext.dateforms import find_dates
from dragoman.ingest.plaintext.units import Unit
from dragoman.model.document import Comment, Part, PartKind

SURE_TITLE = 2.0
"""Score of a block whose words are exactly the title that the metadata gives."""
MAX_BYLINE = 40
"""Longer blocks are prose, whatever their class says (words)."""
HEAD_BLOCKS, TAIL_BLOCKS = 20, 4
"""How far before and after the body a byline may stand; further off it is that of another article (blocks)."""
MIN_CAPTION = 3
"""Shorter captions are labels such as "Advertisement" (words)."""
MAX_HEAD, PARAGRAPH = 30, 20
"""See `_mark_head_lines`: how many blocks the head of an article may have; words that make a paragraph of a line."""
MAX_COMMENT_META = 12
"""A block of a comment with a date or name in it is its head if it has at most so many words."""

_PROSE_TAGS = frozenset(("p", "h2", "h3", "h4", "blockquote"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """The parts of a page and its comments, in text order."""

    parts: tuple[Part, ...]
    comments: tuple[Comment, ...]


def label_parts(page: Rendering, main: MainText, titles: Sequence[str]) -> Labelled:
    """Give every block of a page its kind.

    Args:
        page: our rendering.
        main: what trafilatura took for body and comments; both "" if it found nothing.
        titles: what the metadata gives as title, most trusted first.
    """
    words = [tokens_of(page.text[block.start : block.end]) for block in page.blocks]
    kinds = find_body(page.blocks, words, main)
    _mark_roles(page.blocks, words, kinds)
    _mark_title(page.blocks, words, kinds, titles)
    _mark_head_lines(page, words, kinds)
    return _merged(page.blocks, kinds)


def _mark_roles(blocks: Sequence[Block], words: list[list[str]], kinds: list[PartKind]) -> None:
    """Let the markup tell captions, bylines and comments apart."""
    body = [at for at, kind in enumerate(kinds) if kind == "body"] or [0]
    near = range(body[0] - HEAD_BLOCKS, body[-1] + TAIL_BLOCKS)
    for at, block in enumerate(blocks):
        if _is_comment(block):
            kinds[at] = "furniture" if _is_comment_head(block, words[at]) else "comment"
        elif "furniture" in block.roles:
            continue
        elif "caption" in block.roles:
            kinds[at] = "caption" if len(words[at]) >= MIN_CAPTION else "furniture"
        elif "byline" in block.roles and len(words[at]) <= MAX_BYLINE:
            kinds[at] = "byline" if at in near else "furniture"


def _is_comment(block: Block) -> bool:
    return block.item >= 0


def _is_comment_head(block: Block, words: list[str]) -> bool:
    if "furniture" in block.roles or "byline" in block.roles:
        return True
    return bool(block.date) and len(words) <= MAX_COMMENT_META or block.linked > 0.9


def _mark_title(blocks: Sequence[Block], words: list[list[str]], kinds: list[PartKind], titles: Sequence[str]) -> None:
    """One block is the title: an h1 or headline that equals a title of the metadata, else the best of either."""
    wanted = [tokens_of(title) for title in titles]
    best, best_score = -1, 0.0
    for at, block in enumerate(blocks):
        score = _title_score(block, words[at], wanted)
        if score > best_score:
            best, best_score = at, score
    if best < 0:
        return
    kinds[best] = "title"
    if best_score >= SURE_TITLE:
        for at in range(best):
            if kinds[at] == "body" and blocks[at].tag not in _PROSE_TAGS:
                kinds[at] = "furniture"  # a calendar, a ticker or a login box above the headline


def _title_score(block: Block, words: list[str], wanted: list[list[str]]) -> float:
    """0 for no title; equality with the metadata counts 2, the markup of a headline 1, not being body .2."""
    if not words or _is_comment(block):
        return 0.0
    same = any(words == title for title in wanted)
    begins = len(words) >= 3 and any(title[: len(words)] == words for title in wanted)
    marked = block.tag == "h1" or "title" in block.roles
    score = 2.0 * same + 1.5 * (begins and not same) + 1.0 * marked
    if block.tag in ("h1", "h2", "h3"):
        score += 0.3
    return score - 1.0 * ("furniture" in block.roles) if score else 0.0


def _mark_head_lines(page: Rendering, words: list[list[str]], kinds: list[PartKind]) -> None:
    """Lines of names and dates between the title and the first paragraph are bylines, whatever markup they have."""
    start = kinds.index("title") + 1 if "title" in kinds else 0
    for at in range(start, min(start + MAX_HEAD, len(kinds))):
        block = page.blocks[at]
        if kinds[at] == "body" and len(words[at]) >= PARAGRAPH:
            return
        open_kind = kinds[at] in ("body", "furniture") and block.item < 0
        if open_kind and _is_head_line(page.text[block.start : block.end]):
            kinds[at] = "byline"


def _is_head_line(line: str) -> bool:
    """A date with names, or the names of authors, which a date may follow."""
    unit = Unit(0, len(line), line)
    if is_byline(unit) or stamp_of_line(unit):
        return True
    names = line[: next((date.start for date in find_dates(line)), 0)].strip(" \t|,-\u2013\u2014")
    return bool(names) and is_byline(Unit(0, len(names), names))


def _merged(blocks: Sequence[Block], kinds: list[PartKind]) -> Labelled:
    """Neighbours of one kind become one part; comments stay apart, one part for each comment."""
    parts: list[Part] = []
    comments: list[Comment] = []
    dates = _item_dates(blocks)
    for (kind, item), run in groupby(zip(blocks, kinds, strict=True), key=lambda pair: _group(*pair)):
        members = [block for block, _ in run]
        part = Part(kind, members[0].start, members[-1].end)
        parts.append(part)
        if kind == "comment":
            comments.append(Comment(part.start, part.end, dates.get(item, "")))
    return Labelled(tuple(parts), tuple(comments))


def _group(block: Block, kind: PartKind) -> tuple[PartKind, int]:
    return kind, block.item if kind == "comment" else -1


def _item_dates(blocks: Sequence[Block]) -> dict[int, str]:
    """The date of each comment: the first that stands in it."""
    dates: dict[int, str] = {}
    for block in blocks:
        if block.item >= 0 and block.date:
            dates.setdefault(block.item, block.date[:10])
    return dates


def iter_kind(parts: Sequence[Part], text: str, *kinds: PartKind) -> Iterator[str]:
    """The words of all parts of the given kinds, in text order."""
    for part in parts:
        if part.kind in kinds:
            yield text[part.start : part.end]
