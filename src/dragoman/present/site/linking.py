"""A page of the desk as a page of a file: forms and parts fetched later taken out or put in, addresses made links.

Markup in, markup out. The pages are ours, and what comes from a document is escaped in them: so every `<` begins a tag
and every `>` ends one, and the page can be cut there. Nothing between the tags is touched.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape, unescape

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_ATTRIBUTE = re.compile(r'\s([a-zA-Z-]+)="([^"]*)"')
_HREF = re.compile(r'\shref="(/[^"]*)"')
_OF_SCRIPTS = re.compile(r'\s(?:hx-[a-z-]+|data-(?:island|source|label))="[^"]*"')
_DROPPED = ("<form", "<script", "<noscript")
_KEPT = "<script data-site "
"""The script of the page of search, beside it."""
_LINKING = ("<a ", "<link ")
_STEPS = ("prev", "next")
"""Links that are nothing but a way on: they go with the page that they lead to."""

Link = Callable[[str], str | None]
"""From an address of the desk to a link of the site; None where the site has no such page."""
Draw = Callable[[str], str]
"""From an address of the desk to the page there, as the desk draws it."""


def link_page(page: str, link: Link, draw: Draw) -> str:
    """The page with links instead of addresses, and with all parts that the desk would fetch once it is shown."""
    return "".join(_link_tokens(list(_complete(_TAG.split(page), draw)), link))


def _complete(tokens: Sequence[str], draw: Draw) -> Iterator[str]:
    """The tokens without forms and scripts, each part that is fetched later in its place."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.startswith(_DROPPED) and not token.startswith(_KEPT):
            at = _end_of(tokens, at)
        elif ' hx-trigger="load"' in token:
            given = dict(_ATTRIBUTE.findall(token))
            yield from _complete(_pick(_TAG.split(draw(unescape(given["hx-get"]))), given["hx-select"][1:]), draw)
            at = _end_of(tokens, at)
        else:
            yield _OF_SCRIPTS.sub("", token) if token.startswith("<") and "-" in token else token
            at += 1


def _link_tokens(tokens: Sequence[str], link: Link) -> Iterator[str]:
    """The tokens with relative links; an address that leads nowhere leaves its words."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        href = _HREF.search(token) if token.startswith(_LINKING) else None
        target = link(unescape(href[1])) if href else None
        if href is None:
            yield token
            at += 1
        elif target is not None:
            yield f"{token[: href.start(1)]}{escape(target)}{token[href.end(1) :]}"
            at += 1
        else:
            end = _end_of(tokens, at)
            if dict(_ATTRIBUTE.findall(token)).get("rel") not in _STEPS:
                yield from tokens[at + 1 : end - 1]
            at = end


def _pick(tokens: Sequence[str], id: str) -> Sequence[str]:
    """The element of that id."""
    start = next(at for at, token in enumerate(tokens) if token.startswith("<") and f' id="{id}"' in token)
    picked = list(tokens[start : _end_of(tokens, start)])
    picked[0] = _OF_SCRIPTS.sub("", picked[0])  # it is there now, and fetches itself no more
    return picked


def _end_of(tokens: Sequence[str], start: int) -> int:
    """The place behind the element that begins at `start`."""
    name, depth = _name_of(tokens[start]), 0
    for at in range(start, len(tokens)):
        if _name_of(tokens[at]) == name:
            depth += -1 if tokens[at].startswith("</") else 1
            if not depth:
                return at + 1
    return len(tokens)


def _name_of(token: str) -> str:
    found = _NAME.match(token)
    return found[1].lower() if found else ""
