"""Renders a brief as one self-contained HTML page: no script, no outside resource, a policy that forbids both."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from dragoman.present.brief.page import Brief
from dragoman.present.brief.quoting import clip
from dragoman.present.escaping import for_terminal


def render_html(brief: Brief, picture: bytes = b"") -> str:
    """The page as HTML text; everything that comes from a document is escaped.

    Args:
        picture: SVG of the pair's relation, shown as an image, in which nothing can run; empty for none.
    """
    style = _read("page.css")
    policy = policy_of(picture)
    image = base64.b64encode(picture).decode("ascii")
    page = _environment().from_string(_read("page.html.jinja"))
    return page.render(brief=brief, style=Markup(style), policy=policy, picture=image) + "\n"


def policy_of(picture: bytes = b"") -> str:
    """The policy of the page: its own style, its own picture if there is one, and nothing else."""
    policy = f"default-src 'none'; style-src 'sha256-{_hash(_read('page.css'))}'; base-uri 'none'; form-action 'none'"
    return f"{policy}; img-src data:" if picture else policy


def safe_link(url: str) -> str:
    """The address if it leads to a web page, "" for any other scheme or a broken address.

    Example:
        >>> safe_link("javascript:alert(1)")
        ''
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = _visible
    environment.filters["clip"] = clip
    environment.filters["link"] = safe_link
    return environment


def _visible(text: str) -> str:
    """Control and direction characters as codes; spaces at the edges stay."""
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if text.strip() else ""
    return f"{lead}{for_terminal(text)}{trail}"


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def _read(name: str) -> str:
    return files("dragoman.present.brief").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
