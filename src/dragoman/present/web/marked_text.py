"""The text of a document as HTML: parts told apart, records underlined, every character in its place.

A document and marks in, markup out. What stands in a `<span data-at>` or `<mark data-at>` is text of the document, all
else is ours; joined, and with the marks of unseen characters read back, the former gives the stored text again.
"""

from collections.abc import Iterator, Sequence

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


def render_text(doc: Document, marks: Sequence[Mark]) -> Markup:
    """All parts in order; furniture folded, and what names the readers who commented left out."""
    blocks = tuple(blocks_of(doc))
    borders = {at for block in blocks for words in block.paragraphs for at in (words.start, words.words_end, words.end)}
    segments = list(cut_segments(len(doc.text), marks, borders))
    segments.reverse()
    return Markup("".join(_render_block(doc.text, block, segments) for block in blocks))


def _render_block(text: str, block: Block, segments: list[Segment]) -> str:
    """One part; takes its segments from the end of the list."""
    if block.names_reader:
        return "".join(map(_anchors, _take(segments, block.end))) + _WITHHELD.format(block.start, block.end)
    paragraphs = "".join(_render_paragraph(text, words, segments) for words in block.paragraphs)
    label = escape(LABELS[block.kind] + (f", {spell(block.date)}" if block.date else ""))
    if block.kind == "furniture":
        length = count_words(block.end - block.start, "character")
        return f'<details class="part part-furniture"><summary>{label} ({length})</summary>\n{paragraphs}</details>\n'
    head = f'<p class="label">{label}</p>\n' if label else ""
    return f'<div class="part part-{block.kind}">\n{head}{paragraphs}</div>\n'


def _render_paragraph(text: str, words: Paragraph, segments: list[Segment]) -> str:
    shown = "".join(_render_segment(text, segment) for segment in _take(segments, words.words_end))
    gap = "".join(_render_segment(text, segment) for segment in _take(segments, words.end))
    return f'<p dir="auto">{shown}<span class="gap">{gap}</span></p>\n' if gap else f'<p dir="auto">{shown}</p>\n'


def _take(segments: list[Segment], end: int) -> Iterator[Segment]:
    """The next segments that end at or before `end`; they never go beyond it, as it is a border."""
    while segments and segments[-1].end <= end:
        yield segments.pop()


def _render_segment(text: str, segment: Segment) -> str:
    """The anchors of the marks that begin here, then the words."""
    tag = "mark" if HIT in segment.kinds else "span"
    classes = " ".join(sorted(filter(None, segment.kinds)))
    opening = f'<{tag} data-at="{segment.start}"'
    opening += f' class="{classes}"' if classes else ""
    opening += f' data-records="{escape(" ".join(segment.ids))}"' if segment.ids else ""
    return f"{_anchors(segment)}{opening}>{mark_unseen(text[segment.start : segment.end])}</{tag}>"


def _anchors(segment: Segment) -> str:
    """Empty elements that addresses with `#` lead to."""
    return "".join(f'<a class="at" id="{escape(anchor)}"></a>' for anchor in segment.anchors)
