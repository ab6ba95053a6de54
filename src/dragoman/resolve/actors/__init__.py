"""Actors across documents: one identifier for all spellings of a person, and never one for two persons.

In: namings and side namings of many documents, the vocabulary, what people decided. Out: actor entries, and for each
naming the actor that it names. Pure; the order of the input does not matter.
"""

from dragoman.resolve.actors.coded import SideNaming, find_coded_actors
from dragoman.resolve.actors.finding import Component, PersonActors, add_namings, find_actors
from dragoman.resolve.actors.naming import Naming, NamingKey
from dragoman.resolve.actors.personal import is_personal

__all__ = [
    "Component",
    "Naming",
    "NamingKey",
    "PersonActors",
    "SideNaming",
    "add_namings",
    "find_actors",
    "find_coded_actors",
    "is_personal",
]
