"""The actors that have a page, and what a page says of one: name, spellings, offices and where these are known from.

States, organisations, groups, holders of an office and people who are quoted have a page. Private people have none,
and what stands in readers' comments makes nobody a speaker.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.errors import UsageError
from dragoman.model.resolution import ActorEntry
from dragoman.present.fields import Fields
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell
from dragoman.text.names import fold_name

if TYPE_CHECKING:
    from dragoman.flow.naming import Deeds
    from dragoman.vocab.world import World

KINDS = ("state", "organisation", "group", "person")
OFFICES: Mapping[str, str] = {
    "HOS": "head of state", "HOG": "head of government", "VHOS": "deputy head of state",
    "VHOG": "deputy head of government", "FM": "foreign minister", "DM": "defence minister",
    "MIL": "head of the armed forces", "LEG": "speaker of parliament", "SPY": "head of intelligence",
    "IGO": "head of the organisation", "OTHER": "office",
}  # fmt: skip
"""The offices of the table of holders in words."""
_OFFICE = re.compile(r"([A-Z]+) of (\S+), ([^/]*)/([^/]*)")


@dataclass(frozen=True, slots=True)
class Office:
    """A term: office and side in words, EDTF of both ends ("" where open), and where it is known from."""

    words: str
    since: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class ActorsShown:
    """The actors that have a page.

    Attributes:
        entries: the most often recorded first.
        deeds: what each said and did.
        offices: of each person that held one, first to last.
        forms: id, code and all spellings of each, folded, to be searched.
    """

    entries: tuple[ActorEntry, ...]
    deeds: Mapping[str, "Deeds"]
    offices: Mapping[str, tuple[Office, ...]]
    by_id: Mapping[str, ActorEntry]
    forms: Mapping[str, str]

    @staticmethod
    def load(opened: Dossier, world: "World") -> "ActorsShown":
        """All of a dossier; this reads every name in it."""
        from dragoman.flow.naming import Deeds, find_dossier_actors

        found = find_dossier_actors(opened, world)
        in_comments = frozenset(row.id for row in opened.named_speakers() if row.voice == "comment")
        shown = [
            entry for entry in found.entries
            if entry.kind != "person" or entry.offices or set(found.deeds_of(entry.id).statements) - in_comments
        ]  # fmt: skip
        deeds = {}
        for entry in shown:
            own = found.deeds_of(entry.id)
            deeds[entry.id] = Deeds(tuple(id for id in own.statements if id not in in_comments), own.events)
        offices = {entry.id: tuple(_offices_of(entry, world)) for entry in shown if entry.offices}
        return ActorsShown(tuple(shown), deeds, offices, {entry.id: entry for entry in shown},
                           {entry.id: _fold_forms(entry) for entry in shown})  # fmt: skip

    def find(self, id: str) -> ActorEntry:
        """The actor with that id, in any case, or the only one whose id begins so.

        Raises:
            UsageError: none has a page.
        """
        exact = self.by_id.get(id) or self.by_id.get(id.upper())
        begun = [] if exact or len(id) < len("p-0000") else [e for e in self.entries if e.id.startswith(id)]
        if exact or len(begun) == 1:
            return exact or begun[0]
        raise UsageError(
            f"No page for an actor {id!r}. There are pages of states, organisations, groups, holders of an office and "
            "people who are quoted; /actors lists them."
        )

    def choose(self, words: str, kind: str) -> list[ActorEntry]:
        """Those of a kind, any if "", in one of whose spellings, or whose code, the words stand."""
        wanted = fold_name(words).split()
        fits = (entry for entry in self.entries if kind in ("", entry.kind))
        return [entry for entry in fits if all(word in self.forms[entry.id] for word in wanted)]

    def name_of(self, id: str) -> str:
        """The name of an actor that has a page, "" for any other."""
        entry = self.by_id.get(id)
        return entry.name if entry else ""


def actor_row(entry: ActorEntry, deeds: "Deeds") -> Fields:
    """An actor in a list."""
    return {
        "id": entry.id, "kind": entry.kind, "name": entry.name, "code": entry.code,
        "said": len(deeds.statements), "did": len(deeds.events), "unsure": len(entry.unsure),
        "spellings": [s.name for s in entry.spellings if s.name != entry.name],
    }  # fmt: skip


def office_fields(office: Office) -> Fields:
    """A term as plain fields."""
    return {"office": office.words, "since": office.since, "until": office.until, "source": office.source}


def spell_term(office: Office) -> str:
    """From when to when: "9 March 2004 to 2022", "since 7 May 2012"."""
    if not office.until:
        return f"since {spell(office.since)}" if office.since else ""
    return f"{spell(office.since)} to {spell(office.until)}" if office.since else f"until {spell(office.until)}"


def _fold_forms(entry: ActorEntry) -> str:
    return "\n".join(fold_name(form) for form in (entry.id, entry.code, entry.name, *(s.name for s in entry.spellings)))


def _offices_of(entry: ActorEntry, world: "World") -> list[Office]:
    """The terms of an entry with the rows of the table that say so."""
    terms = world.holders.find_person(entry.name)
    rows = {(t.office, t.code, t.start or "..", t.end or ".."): f"{t.source} ({t.file}:{t.line})" for t in terms}
    found = []
    for text in entry.offices:
        match = _OFFICE.fullmatch(text)
        if match is None:
            found.append(Office(text, "", "", ""))
            continue
        office, code, start, end = match.groups()
        source = rows.get((office, code, start, end), "the table of office holders")
        words = f"{OFFICES.get(office, office)} of {code}"
        found.append(Office(words, start.removeprefix(".."), end.removeprefix(".."), source))
    return found
