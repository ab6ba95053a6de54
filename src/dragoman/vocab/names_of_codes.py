"""Gives the name under which each code of a state, organisation or group is shown.

In: the tables of states, organisations and groups. Out: a mapping of codes to names.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.vocab.groups import load_groups
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states


@cache
def load_code_names() -> Mapping[str, str]:
    """Names by code; of two rows with one code the first one names it."""
    names: dict[str, str] = {}
    for state in load_states().states:
        names.setdefault(state.code, state.name)
    for item in load_organisations().organisations:
        names.setdefault(item.code, item.name)
    for group in load_groups().groups:
        names.setdefault(group.code, group.name)
    return MappingProxyType(names)
