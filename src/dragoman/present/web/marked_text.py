"""The text of a document as HTML: parts told apart, records underlined, every character in its place.

A document and marks in, markup out. What stands in a `<span data-at>` or `<mark data-at>` is text of the document, all
else is ours; joined, and with the marks of unseen characters read back, the former gives the stored text again.

A text may hold a thousand records that overlap, so each piece says little: `data-records` names records by their
numbers in a list that the page gives once, and the last place that an address leads to is the piece itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dragoman.model.document import Document, PartKind
from dragoman.present.segments import Mark, Segment, cut_segments
from dragoman.present.text_parts import Block, Paragraph, blocks_of
from dragoman.present.web.rendering import mark_unseen
from dragoman.present.wording import count_words
from dragoman.text.edtf import spell

LABELS: dict[PartKind, str] = {
    "title": "Title", "body": "", "caption": "Caption", "byline": "Byline", "comment": "A reader’s comment",
    "furniture": "Not part of the article",
}  # fmt: skip
CHOSEN, HIT = "chosen", "hit"
"""Kinds of marks beside those of records: the words of the record asked for, and words that somebody searched for."""
_WITHHELD = (
    '<p class="part label" data-from="{}" data-to="{}">The site’s lines beside readers’ comments are not shown: they'
    " name the readers.</p>\n"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What all pieces need: the text, its segments still to come, the next one last, and the number of each record."""

    text: str
    segments: list[Segment]
    numbers: Mapping[str, int]


def list_ids(marks: Sequence[Mark]) -> list[str]:
    """The records that pieces name, each once; a piece says its place in this list, from 0."""
    return list(dict.fromkeys(mark.id for mark in marks if mark.id))


def render_text(doc: Document, marks: Sequence[Mark]) -> Markup:
    """All parts in order; furniture folded, and what names the readers who commented left out."""
    blocks = tuple(blocks_of(doc))
    borders = {at for block in blocks for words in block.paragraphs for at in (words.start, words.words_end, words.end)}
    segments = list(cut_segments(len(doc.text), marks, borders))
    segments.reverse()
    page = _Page(doc.text, segments, {id: number for number, id in enumerate(list_ids(marks))})
    return Markup("".join(_render_block(page, block) for block in blocks))


def _render_block(page: _Page, block: Block) -> str:
    """One part; takes its segments from the end of the list."""
    if block.names_reader:
        hidden = (anchor for segment in _take(page.segments, block.end) for anchor in segment.anchors)
        return "".join(map(_anchor, hidden)) + _WITHHELD.format(block.start, block.end)
    paragraphs = "".join(_render_paragraph(page, words) for words in block.paragraphs)
    label = escape(LABELS[block.kind] + (f", {spell(block.date)}" if block.date else ""))
    if block.kind == "furniture":
        length = count_words(block.end - block.start, "character")
        return f'<details class="part part-furniture"><summary>{label} ({length})</summary>\n{paragraphs}</details>\n'
    head = f'<p class="label">{label}</p>\n' if label else ""
    return f'<div class="part part-{block.kind}">\n{head}{paragraphs}</div>\n'


def _render_paragraph(page: _Page, words: Paragraph) -> str:
    shown = "".join(_render_segment(page, segment) for segment in _take(page.segments, words.words_end))
    gap = "".join(_render_segment(page, segment) for segment in _take(page.segments, words.end))
    return f'<p dir="auto">{shown}<span class="gap">{gap}</span></p>\n' if gap else f'<p dir="auto">{shown}</p>\n'


def _take(segments: list[Segment], end: int) -> Iterator[Segment]:
    """The next segments that end at or before `end`; they never go beyond it, as it is a border."""
    while segments and segments[-1].end <= end:
        yield segments.pop()


def _render_segment(page: _Page, segment: Segment) -> str:
    """The anchors of the marks that begin here, the last of them the words themselves."""
    tag = "mark" if HIT in segment.kinds else "span"
    *before, own = segment.anchors or ("",)
    classes = " ".join(sorted(filter(None, segment.kinds)))
    opening = f'<{tag} id="{escape(own)}"' if own else f"<{tag}"
    opening += f' data-at="{segment.start}"'
    opening += f' class="{classes}"' if classes else ""
    opening += f' data-records="{" ".join(str(page.numbers[id]) for id in segment.ids)}"' if segment.ids else ""
    words = mark_unseen(page.text[segment.start : segment.end])
    return f"{''.join(map(_anchor, before))}{opening}>{words}</{tag}>"


def _anchor(id: str) -> str:
    """An empty element that addresses with `#` lead to."""
    return f'<a class="at" id="{escape(id)}"></a>'
