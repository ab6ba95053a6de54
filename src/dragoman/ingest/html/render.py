"""A tree to text: our own rendering of the whole page, the same for the same bytes on every machine.

In: an lxml tree. Out: `Rendering`, the text and its blocks, each with the roles that the markup gives it. Block
elements become paragraphs with a blank line between them, `<br>` a line end, table cells are separated by tabs,
white space is folded, what no reader sees (scripts, styles, templates, hidden elements, form fields) is dropped.
Knows nothing of articles: what is body and what is furniture is for `parts` to say.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

from dragoman.ingest.html.roles import roles_of

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead tr ul"
)
"""Elements that stand in lines of their own (HTML Living Standard, rendering, 15.3)."""
_UNSEEN_NAMES = (
    "script style template noscript head iframe object embed applet audio video canvas svg select option "
    "datalist textarea input noframes map area param link meta title base"
)
_BLOCKS, _UNSEEN = frozenset(_BLOCK_NAMES.split()), frozenset(_UNSEEN_NAMES.split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")
_BREAK, _CELL = "\x1e", "\x1f"
"""Marks of a line end and of a cell inside a block; Python counts both as white space, so none survives."""
MAX_CLASS = 100
"""Characters of a class that tell one kind of paragraph from another."""
ROLE_SHARE = 0.8
"""A block has the role of inline elements inside it if they hold so much of its characters."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the rendering.

    Attributes:
        start: first character in the text.
        end: half-open end.
        tag: the block element that holds it directly.
        roles: what the elements around it, and those inside that hold nearly all of it, say that it is.
        linked: share of its characters that are link text, 0..1.
        item: number of the reader comment that it stands in, -1 outside of any.
        shape: tag and class of the element itself and the tags around it; paragraphs of one article share it.
        date: `datetime` of a `<time>` element inside, "" if there is none.
    """

    start: int
    end: int
    tag: str
    roles: frozenset[str]
    linked: float = 0.0
    item: int = -1
    shape: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text of a page and its blocks in text order; all that is not white space stands in a block."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What is inherited from the elements around."""

    roles: frozenset[str] = frozenset()
    tag: str = "body"
    item: int = -1
    pre: bool = False
    shape: str = ""


@dataclass(slots=True)
class _Builder:
    """Collects runs of text into blocks."""

    stack: list[_Context] = field(default_factory=lambda: [_Context()])
    runs: list[tuple[str, _Context]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    items: int = 0
    date: str = ""

    def add(self, text: str | None) -> None:
        if text:
            self.runs.append((text, self.stack[-1]))

    def flush(self) -> None:
        """End the block: fold its runs, and cut it at empty lines."""
        runs, self.runs = self.runs, []
        if not any(run.strip() for run, _ in runs):
            return
        context = self.stack[-1]
        lines = _folded(runs, pre=context.pre)
        shares = _role_shares(runs)
        date, self.date = self.date, ""
        roles = frozenset(role for role, share in shares.items() if share >= ROLE_SHARE)
        for paragraph in _paragraphs(lines):
            start = self.length
            self.pieces.append(paragraph)
            self.length += len(paragraph) + 2
            self.blocks.append(
                Block(
                    start,
                    start + len(paragraph),
                    context.tag,
                    roles,
                    shares.get("link", 0.0),
                    context.item,
                    context.shape,
                    date,
                )
            )


def render(body: _Element, *, show_hidden: bool = False) -> Rendering:
    """Render a tree without recursion.

    Args:
        body: the element to render.
        show_hidden: keep elements that the page hides, for pages that show nothing without their scripts.
    """
    build = _Builder()
    protected = _around_headline(body)
    walk = iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in _UNSEEN or (not show_hidden and _is_hidden(element)):
                build.stack.append(build.stack[-1])
                walk.skip_subtree()
            else:
                _open(build, element, protected)
                build.add(element.text)
        else:
            if event == "end":
                _close(build, element)
            if element is not body:
                build.add(element.tail)
    build.flush()
    return Rendering("\n\n".join(build.pieces), tuple(build.blocks))


def _open(build: _Builder, element: _Element, protected: set[_Element]) -> None:
    outer = build.stack[-1]
    tag = str(element.tag)
    roles = roles_of(element)
    if element in protected:
        roles -= {"furniture", "comments", "comment", "byline", "caption"}
    item = outer.item
    if "comment" in roles and not _is_piece_of_item(element, outer):
        item = build.items
        build.items += 1
    if tag in _BLOCKS:
        build.flush()
    elif tag in ("td", "th") and build.runs:
        build.add(_CELL)
    if tag == "br":
        build.add(_BREAK)
    if tag == "time" and element.get("datetime"):
        build.date = build.date or str(element.get("datetime"))
    build.stack.append(_inner(outer, element, roles, item))


def _inner(outer: _Context, element: _Element, roles: frozenset[str], item: int) -> _Context:
    tag = str(element.tag)
    if tag not in _BLOCKS:
        return _Context(outer.roles | roles, outer.tag, item, outer.pre, outer.shape)
    shape = f"{outer.shape.partition('.')[0]}/{tag}.{str(element.get('class') or '')[:MAX_CLASS]}"
    return _Context(outer.roles | roles, tag, item, outer.pre or tag == "pre", shape)


def _close(build: _Builder, element: _Element) -> None:
    if element.tag in _BLOCKS:
        build.flush()
    build.stack.pop()


def _is_piece_of_item(element: _Element, outer: _Context) -> bool:
    """A class such as comment-body inside an item is a piece of that item; a list item or article is a reply."""
    return outer.item >= 0 and element.tag not in ("li", "article")


def _is_hidden(element: _Element) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style) and bool(_HIDDEN_STYLE.search(str(style)[:1000]))


def _around_headline(body: _Element) -> set[_Element]:
    """All elements around an h1 or main, and the body: whatever their class says, they are not a mere menu."""
    found = {body}
    for inner in body.iter("h1", "main"):
        parent = inner if inner.tag == "main" else inner.getparent()
        while parent is not None and parent not in found and parent.tag not in ("nav", "aside", "footer"):
            found.add(parent)
            parent = parent.getparent()
    return found


def _folded(runs: list[tuple[str, _Context]], *, pre: bool) -> list[str]:
    text = _INVISIBLE.sub("", "".join(run for run, _ in runs))
    if pre:
        return [line.rstrip() for line in text.replace(_BREAK, "\n").split("\n")]
    return [
        "\t".join(" ".join(cell.split()) for cell in line.split(_CELL) if cell.strip()) for line in text.split(_BREAK)
    ]


def _paragraphs(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(found) for found in paragraphs if found]


def _role_shares(runs: list[tuple[str, _Context]]) -> dict[str, float]:
    """Share of the visible characters that stand under each role."""
    total = 0
    under: Counter[str] = Counter()
    for text, context in runs:
        size = len(text) - text.count(" ") - text.count("\n")
        total += size
        for role in context.roles:
            under[role] += size
    return {role: size / total for role, size in under.items()} if total else {}
