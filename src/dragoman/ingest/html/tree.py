"""Markup to a tree that is safe to walk: any encoding, any depth, any size of attribute.

In: the text of a web page. Out: an lxml tree at most `MAX_DEPTH` deep. Deeper pages are thinned before parsing,
because the parser drops what lies below 2,048 levels without a word and other code recurses.
"""

import re

from lxml import etree, html
from lxml.etree import LxmlError, _Element

from dragoman.model.errors import IngestError
from dragoman.text.sanitise import Clean, decode_bytes, web_name

MAX_DEPTH = 250
"""Below the 255 levels at which libxml2 begins to drop content by default; real pages have 30."""
MAX_MARKUP, MAX_ELEMENTS = 32 * 1024 * 1024, 250_000
"""Largest page in characters (inlined pictures aside) and elements; no article comes near, and reading takes 10 s."""

MAX_ATTRIBUTE = 2_000
"""Longer attributes are inlined pictures, scripts or attacks; they are dropped."""

_INLINED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)


def decode_markup(data: bytes, *, declared: str = "") -> Clean:
    """Decode a page; the encoding of an HTTP header (`declared`) comes before that of a tag."""
    return decode_bytes(data, declared=declared if web_name(declared) else declared_encoding(data))


def declared_encoding(data: bytes) -> str:
    """The encoding that a `<meta charset>` or an XML declaration in the first kilobytes names, "" if none."""
    match = _XML_ENCODING.search(data[:1024]) or _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii") if match else ""


def parse_markup(markup: str) -> _Element:
    """Parse a page, mending what is broken.

    Raises:
        IngestError: larger than `MAX_MARKUP` or `MAX_ELEMENTS`, or nothing in it can be parsed.
    """
    if len(markup) > MAX_ATTRIBUTE:
        markup = _INLINED.sub("", markup)
    if len(markup) > MAX_MARKUP:
        raise IngestError(f"the page has more than {MAX_MARKUP // 2**20} MB", remedy="Save only the article.")
    tree = _parse(markup)
    count = sum(1 for _ in tree.iter())
    if count > MAX_ELEMENTS:
        raise IngestError(f"the page has {count:,} elements", remedy="Save only the article.")
    if depth_of(tree) > MAX_DEPTH:
        tree = _parse(thin(markup))
    _drop_ballast(tree)
    return tree


def _drop_ballast(tree: _Element) -> None:
    """Empty long attributes, and scripts and styles that are no metadata."""
    for element in tree.iter("script", "style"):
        if "json" not in str(element.get("type") or "").lower():
            element.text = None
    for element in tree.iter(etree.Element):
        long = [name for name, value in element.attrib.items() if len(value) > MAX_ATTRIBUTE]
        for name in long:
            del element.attrib[name]


def depth_of(tree: _Element) -> int:
    """Number of levels, counted without recursion; counting stops above `MAX_DEPTH`."""
    depth, level = 0, [tree]
    while level and depth <= MAX_DEPTH:
        depth += 1
        level = [child for element in level for child in element]
    return depth


def thin(markup: str) -> str:
    """Drop the tags of all elements nested deeper than half of `MAX_DEPTH`; their text stays, with line breaks."""
    open_tags: list[str] = []
    limit = MAX_DEPTH // 2

    def keep(match: re.Match[str]) -> str:
        closing, name = match.group(1), match.group(2).lower()
        if name in _VOID:
            return match.group(0)
        if not closing:
            open_tags.append(name)
            return match.group(0) if len(open_tags) <= limit else "<br>"
        depth = len(open_tags)
        if open_tags and open_tags[-1] == name:
            open_tags.pop()
        return match.group(0) if depth <= limit else "<br>"

    return _TAG.sub(keep, markup)


def _parse(markup: str) -> _Element:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise IngestError(f"no HTML in it ({error})", remedy="Open it in a browser and save it again.") from error
