"""The text of a document as HTML: parts told apart, records underlined, every character in its place.

A document and marks in, markup out. What stands in a `<span data-at>` or `<mark data-at>` is text of the document, all
else is ours; joined, and with the marks of unseen characters read back, the former gives the stored text again.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from dragoman.model.document import Document, PartKind
from dragoman.present.segments import Mark, Segment, cut_segments
from dragoman.present.text_parts import Block, blocks_of
from dragoman.present.web.rendering import mark_unseen
from dragoman.present.wording import count_words
from dragoman.text.edtf import spell

LABELS: dict[PartKind, str] = {
    "title": "Title", "body": "", "caption": "Caption", "byline": "Byline", "comment": "A reader’s comment",
    "furniture": "Not part of the article",
}  # fmt: skip
CHOSEN, HIT = "chosen", "hit"
"""Kinds of marks beside those of records: the words of the record asked for, and words that somebody searched for."""
_WITHHELD = Markup(
    '<p class="part label" data-from="{}" data-to="{}">The site’s lines beside readers’ comments are not shown: they'
    " name the readers.</p>\n"
)


def render_text(doc: Document, marks: Sequence[Mark]) -> Markup:
    """All parts in order; furniture folded, and what names the readers who commented left out."""
    blocks = tuple(blocks_of(doc))
    borders = {at for block in blocks for words in block.paragraphs for at in (words.start, words.words_end, words.end)}
    segments = list(cut_segments(len(doc.text), marks, borders))
    segments.reverse()
    return Markup("").join(_render_block(doc.text, block, segments) for block in blocks)


def _render_block(text: str, block: Block, segments: list[Segment]) -> Markup:
    """One part; takes its segments from the end of the list."""
    if block.names_reader:
        return _anchors(_take(segments, block.end)) + _WITHHELD.format(block.start, block.end)
    paragraphs = Markup("").join(
        Markup('<p dir="auto">{}{}</p>\n').format(
            Markup("").join(_render_segment(text, segment) for segment in _take(segments, words.words_end)),
            _gap(text, _take(segments, words.end)),
        )
        for words in block.paragraphs
    )
    label = LABELS[block.kind]
    if block.date:
        label += f", {spell(block.date)}"
    if block.kind == "furniture":
        length = count_words(block.end - block.start, "character")
        return Markup('<details class="part part-furniture"><summary>{} ({})</summary>\n{}</details>\n').format(
            label, length, paragraphs
        )
    head = Markup('<p class="label">{}</p>\n').format(label) if label else ""
    return Markup('<div class="part part-{}">\n{}{}</div>\n').format(block.kind, head, paragraphs)


def _take(segments: list[Segment], end: int) -> Iterator[Segment]:
    """The next segments that end at or before `end`; they never go beyond it, as it is a border."""
    while segments and segments[-1].end <= end:
        yield segments.pop()


def _gap(text: str, segments: Iterable[Segment]) -> Markup:
    words = Markup("").join(_render_segment(text, segment) for segment in segments)
    return Markup('<span class="gap">{}</span>').format(words) if words else words


def _render_segment(text: str, segment: Segment) -> Markup:
    """The anchors of the marks that begin here, then the words."""
    tag = "mark" if HIT in segment.kinds else "span"
    classes = " ".join(sorted(filter(None, segment.kinds)))
    opening = f'<{tag} data-at="{segment.start}"'
    opening += f' class="{classes}"' if classes else ""
    opening += f' data-records="{escape(" ".join(segment.ids))}"' if segment.ids else ""
    words = mark_unseen(text[segment.start : segment.end])
    return Markup(f"{_anchors([segment])}{opening}>{words}</{tag}>")


def _anchors(segments: Iterable[Segment]) -> Markup:
    """Empty elements that addresses with `#` lead to."""
    ids = dict.fromkeys(anchor for segment in segments for anchor in segment.anchors)
    return Markup("").join(Markup('<a class="at" id="{}"></a>').format(id) for id in ids)
