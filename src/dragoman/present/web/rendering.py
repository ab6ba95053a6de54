"""Renders templates: escaping always on, and the filters by which words of documents can do nothing to a page."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dragoman.present.brief.html import safe_link
from dragoman.present.escaping import for_terminal, split_unseen
from dragoman.present.web.links import with_query
from dragoman.present.web.navigation import BAR, MENU, find_entry
from dragoman.present.wording import (
    count_words,
    spell_for,
    spell_reason,
    spell_standing,
    spell_status,
    spell_told,
)
from dragoman.text.edtf import spell


def make_environment() -> Environment:
    """The environment of all templates."""
    environment = Environment(
        loader=PackageLoader("dragoman.present.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(isolate=isolate, link=safe_link, spell=spell, plain=for_terminal, slug=slug,
                               told=spell_told, for_day=spell_for, capfirst=capitalise, unseen=mark_unseen,
                               zip=zip)  # fmt: skip
    environment.globals.update(count_words=count_words, spell_reason=spell_reason, spell_standing=spell_standing,
                               spell_status=spell_status, with_query=with_query, bar=BAR, menu=MENU,
                               find_entry=find_entry, live=True, texts=True, years=())  # fmt: skip
    return environment


def isolate(text: str) -> Markup:
    """Words of a document in a box of their own: its direction ends with it, and what is unseen is shown as a mark.

    Example:
        >>> isolate("a<b")
        Markup('<bdi>a&lt;b</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(mark_unseen(text))


def mark_unseen(text: str) -> Markup:
    """The words with a mark in place of each character that turns the text around or cannot be seen."""
    pieces = list(split_unseen(text))
    if len(pieces) == 1 and not pieces[0][1]:  # nearly all words, and a page may hold thousands of them
        return escape(text)
    return Markup("").join(_mark(piece) if unseen else escape(piece) for piece, unseen in pieces)


def slug(words: str) -> str:
    """The words as part of an id: "did not happen" gives "did-not-happen"."""
    return "-".join(words.split())


def capitalise(words: str) -> str:
    """The words as they begin a sentence: "the United States" gives "The United States"."""
    return f"{words[:1].upper()}{words[1:]}"


def _mark(character: str) -> Markup:
    return Markup('<span class="unseen">U+{}</span>').format(f"{ord(character):04X}")
