"""Which blocks of a page are the article's own text.

In: the blocks of our rendering with their words, and trafilatura's choice. Out: `body`, `comment` or `furniture` for
each block. Trafilatura's choice is laid back onto our text; paragraphs that look just like those it took are added,
link-only lines and boxes are taken out. On the benchmark of 181 pages: F1 .963 by alignment alone, .969 with the
paragraphs added, .975 with both.
"""

from collections import Counter
from collections.abc import Sequence

from dragoman.ingest.html.align import mark_common, tokens_of
from dragoman.ingest.html.maintext import MainText
from dragoman.ingest.html.render import Block
from dragoman.model.document import PartKind

BODY_SHARE = 0.5
"""A block is body if trafilatura kept at least half of its words; swept .3 to .8 on the benchmark, flat there."""
MAIN_SHARE, MAX_GAP, MIN_SIBLING = 0.3, 12, 8
"""See `_with_siblings`: share of the words, blocks in between (advertisements, teasers), words of a paragraph."""
LINK_ONLY, MAX_BOXED = 0.8, 0.3
"""See `_without_links`: link share of a mere pointer; share of body words under furniture classes."""
MAX_LINKED = 0.5
"""Without trafilatura, a block with more link text than this is a menu."""


def find_body(blocks: Sequence[Block], words: list[list[str]], main: MainText) -> list[PartKind]:
    """Tell for each block whether it is body, comment or furniture.

    Args:
        blocks: of the page.
        words: tokens of each block.
        main: trafilatura's choice; where it is empty, all that the markup does not call furniture is body.
    """
    body = _shares(words, main.body)
    if not any(share >= BODY_SHARE for share in body):
        return ["body" if _looks_like_prose(block) else "furniture" for block in blocks]
    comments = _shares(words, main.comments)
    body = _without_links(blocks, words, _with_siblings(blocks, words, body))
    return [
        "body" if share >= BODY_SHARE else "comment" if remark >= BODY_SHARE else "furniture"
        for share, remark in zip(body, comments, strict=True)
    ]


def _with_siblings(blocks: Sequence[Block], words: list[list[str]], shares: list[float]) -> list[float]:
    """Take in paragraphs that trafilatura left out though they look just like those that it took.

    A page's own paragraphs share tag, class and place in the tree. Where one shape holds `MAIN_SHARE` of the words
    that were taken, every paragraph of that shape is taken, from the first that was to `MAX_GAP` blocks past the last.
    """
    taken = Counter[str]()
    for block, share, found in zip(blocks, shares, words, strict=True):
        if share >= BODY_SHARE and block.tag == "p":
            taken[block.shape] += len(found)
    total = sum(len(found) for share, found in zip(shares, words, strict=True) if share >= BODY_SHARE)
    main = {shape for shape, count in taken.items() if count >= MAIN_SHARE * total}
    mended = list(shares)
    gap = MAX_GAP + 1
    for at, block in enumerate(blocks):
        gap = 0 if mended[at] >= BODY_SHARE else gap + 1
        if block.shape in main and gap <= MAX_GAP and len(words[at]) >= MIN_SIBLING and _looks_like_prose(block):
            mended[at], gap = 1.0, 0
    return mended


def _without_links(blocks: Sequence[Block], words: list[list[str]], shares: list[float]) -> list[float]:
    """Take out what the article only points to: link-only lines, and boxes whose class says so.

    A page whose taken blocks mostly carry a furniture class has a careless name around its article, and keeps them.
    """
    total = boxed = 0
    for block, share, found in zip(blocks, shares, words, strict=True):
        if share >= BODY_SHARE:
            total += len(found)
            boxed += len(found) * ("furniture" in block.roles)
    trusted = boxed <= MAX_BOXED * total
    return [
        0.0 if block.linked >= LINK_ONLY or (trusted and "furniture" in block.roles) else share
        for block, share in zip(blocks, shares, strict=True)
    ]


def _looks_like_prose(block: Block) -> bool:
    return "furniture" not in block.roles and "comments" not in block.roles and block.linked <= MAX_LINKED


def _shares(words: list[list[str]], chosen: str) -> list[float]:
    """For each block the share of its words that stand in `chosen`; short blocks count if they are a line of it."""
    flat = [word for block in words for word in block]
    marks = mark_common(flat, tokens_of(chosen))
    lines = {tuple(tokens_of(line)) for line in chosen.splitlines()}
    shares: list[float] = []
    at = 0
    for block in words:
        covered = sum(marks[at : at + len(block)])
        at += len(block)
        shares.append(covered / len(block) if block else 0.0)
    return _with_short_lines(shares, words, lines)


def _with_short_lines(shares: list[float], words: list[list[str]], lines: set[tuple[str, ...]]) -> list[float]:
    """Headings of a few words make no shingle; they count where they follow or precede what was chosen."""
    mended = list(shares)
    for at, block in enumerate(words):
        beside = shares[at - 1 : at + 2] if at else shares[:2]
        if tuple(block) in lines and any(share >= BODY_SHARE for share in beside):
            mended[at] = 1.0
    return mended
