"""What tags, classes, ids and item properties say about the role of an element; read from `vocab/data`."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from lxml.etree import _Element

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
MAX_NAME = 300
"""Longest class or id attribute that is looked at; longer ones are generated."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The rows of `html_roles.tsv`: role by tag, by item property, and by the words of a class or id."""

    tags: dict[str, str]
    props: dict[str, str]
    names: dict[Words, str]


@cache
def load_roles() -> RoleTable:
    """Read the table once."""
    table = RoleTable({}, {}, {})
    for where, entry, role in read_table("html_roles.tsv"):
        if where == "tag":
            table.tags[entry] = role
        elif where == "prop":
            table.props[entry] = role
        else:
            table.names[tuple(entry.split("-"))] = role
    return table


def read_table(name: str) -> list[list[str]]:
    """Rows of a tab-separated data file without comments and header."""
    text = resources.files("dragoman.vocab").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]


def roles_of(element: _Element) -> frozenset[str]:
    """All roles that an element's tag, class, id and itemprop tell."""
    table = load_roles()
    found = {table.tags.get(str(element.tag), ""), table.props.get((element.get("itemprop") or "").lower(), "")}
    for attribute in (element.get("class"), element.get("id")):
        if attribute:
            found |= _named_roles(attribute[:MAX_NAME])
    return frozenset(found - {""})


@cache
def _named_roles(attribute: str) -> frozenset[str]:
    return frozenset(role for name in attribute.split() if (role := _role_of_name(name)))


def _role_of_name(name: str) -> str:
    """Role of the longest entry whose words stand in the name, the first of equals."""
    words = tuple(word.lower() for word in _WORDS.findall(name))
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            role = load_roles().names.get(words[at : at + length])
            if role:
                return role
    return ""
