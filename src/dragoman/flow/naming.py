"""Finds the actors of a dossier: from the record's rows to entries with their records.

In: an open dossier and the vocabulary. Out: `Actors`: all entries, the actor of each naming, and what each actor said
and did. Nothing is stored: it is computed when asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.flow.gathering import Deeds, Gathering, Rows
from dragoman.flow.reviewing import find_links
from dragoman.model.resolution import ActorEntry
from dragoman.record.dossier import Dossier
from dragoman.resolve.actors import Naming, NamingKey, PersonActors, find_actors, find_coded_actors
from dragoman.text.names import fold_name
from dragoman.vocab.names_of_codes import load_code_names
from dragoman.vocab.world import World

__all__ = ["Actors", "Deeds", "find_dossier_actors"]


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors of a dossier.

    Attributes:
        persons: the outcome for persons, to which documents can be added.
        coded: states, organisations and groups.
        deeds: what each actor said and did, by the actor's id.
        words: the code of words that name a side in a document, by document and words.
    """

    persons: PersonActors
    coded: tuple[ActorEntry, ...]
    deeds: dict[str, Deeds]
    words: dict[NamingKey, str]

    @property
    def entries(self) -> tuple[ActorEntry, ...]:
        """Persons and sides, the most often recorded first."""
        everybody = (*self.persons.entries, *self.coded)
        return tuple(sorted(everybody, key=lambda entry: (-self.weight_of(entry.id), entry.id)))

    def entries_among(self, records: frozenset[str]) -> tuple[ActorEntry, ...]:
        """Entries with one of these records at least, those with most of them first."""
        counts = {
            id: len(records.intersection(deeds.statements)) + len(records.intersection(deeds.events))
            for id, deeds in self.deeds.items()
        }
        found = [entry for entry in (*self.persons.entries, *self.coded) if counts.get(entry.id)]
        return tuple(sorted(found, key=lambda entry: (-counts[entry.id], entry.id)))

    def deeds_of(self, id: str) -> Deeds:
        """What an actor said and did."""
        return self.deeds.get(id, Deeds())

    def weight_of(self, id: str) -> int:
        """How many records an actor has."""
        deeds = self.deeds_of(id)
        return len(deeds.statements) + len(deeds.events)


def find_dossier_actors(opened: Dossier, world: World) -> Actors:
    """All actors of a dossier, from its records and the words around names."""
    gathering = Gathering(world)
    events, speakers = Rows(opened.named_events()), Rows(opened.named_speakers())
    for text in opened.named_texts():
        gathering.add_document(text, events.of(text.id), speakers.of(text.id))
    namings = gathering.namings
    links = find_links(opened, "actor")
    persons = find_actors(
        namings, world, together=_firsts_of(links.together, namings), apart=_all_of(links.apart, namings)
    )
    coded = find_coded_actors(gathering.side_namings, load_code_names())
    return Actors(persons, coded, gathering.deeds_of(persons.actors), gathering.words)


def _firsts_of(pairs: Iterable[tuple[str, str]], namings: Sequence[Naming]) -> list[tuple[NamingKey, NamingKey]]:
    """For two actors that people joined one naming of each: the others follow by the evidence that holds them."""
    found = ((_named_so(a, namings), _named_so(b, namings)) for a, b in pairs)
    return [(ours[0], theirs[0]) for ours, theirs in found if ours and theirs]


def _all_of(pairs: Iterable[tuple[str, str]], namings: Sequence[Naming]) -> list[tuple[NamingKey, NamingKey]]:
    """For two actors that people parted every naming of one with every naming of the other."""
    return [(a, b) for one, other in pairs for a in _named_so(one, namings) for b in _named_so(other, namings)]


def _named_so(actor: str, namings: Iterable[Naming]) -> list[NamingKey]:
    """The namings that a decision means by "Sergei Lavrov, RUS"; without a code those of any side."""
    name, _, code = actor.partition(", ")
    wanted = fold_name(name)
    return sorted(n.key for n in namings if fold_name(n.name) == wanted and code in ("", n.code, *n.sides))
