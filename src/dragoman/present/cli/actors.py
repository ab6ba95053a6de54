"""`actors`: who is named in a dossier, under which spellings; `actors show`: one of them with all that hangs on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.model.resolution import ActorEntry
from dragoman.present.asking import Wanted, check_filters
from dragoman.present.cli.options import (
    ActorOption,
    CsvOption,
    DossierOption,
    JsonOption,
    LimitOption,
    PairOption,
    SinceOption,
    UntilOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_json, emit_rows, emit_text, say
from dragoman.present.escaping import for_terminal
from dragoman.present.fields import Fields, actor_fields
from dragoman.record.dossier import Dossier

if TYPE_CHECKING:
    from dragoman.flow.naming import Actors

_COLUMNS = ("id", "kind", "name", "code", "records", "unsure", "spellings")
_SHOWN = 8
"""Spellings in a line of the list."""
_IDS = 20
"""Records in a paragraph of `show`; `--json` has all."""


def actors(
    context: typer.Context,
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List persons, states, organisations and groups with their spellings, the most often recorded first."""
    if context.invoked_subcommand is not None:
        return
    form = choose_form(as_json, as_csv)
    filters = check_filters(Wanted(pair=pair, actor=actor, since=since, until=until, everything=True))
    folder = find_existing(dossier)
    found = _find(folder)
    if any((pair, actor, since, until)):
        with Dossier(folder) as opened:
            records = frozenset((*opened.ids("events", filters), *opened.ids("statements", filters)))
    else:
        records = frozenset(id for deeds in found.deeds.values() for id in (*deeds.statements, *deeds.events))
    entries = found.entries_among(records)[: limit or None]
    rows = (_row(entry, found, records) if form == "table" else _whole(entry, found, records) for entry in entries)
    if not emit_rows(rows, form, _COLUMNS):
        say("No actor has a record that meets all filters.")


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id or the beginning of one, a code, or a name.")],
    dossier: DossierOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one actor: spellings, offices, what it said and did, why the spellings are one, whom it may be besides."""
    found = _find(find_existing(dossier))
    entry = _choose(id, found)
    if as_json:
        emit_json(_whole(entry, found, None))
        return
    emit_text("\n".join(_lines(entry, found)))


def _find(folder: Path) -> "Actors":
    from dragoman.flow.naming import find_dossier_actors
    from dragoman.vocab.world import load_world

    world = load_world()
    with Dossier(folder) as opened:
        return find_dossier_actors(opened, world)


def _choose(wanted: str, found: "Actors") -> ActorEntry:
    """The entry whose id is, or begins with, the words; else the one that is named so."""
    text = wanted.strip()
    exact = [entry for entry in found.entries if entry.id.lower() == text.lower()]
    begun = [entry for entry in found.entries if text.startswith("p-") and entry.id.startswith(text)]
    named = [e for e in found.entries if text.lower() in {e.name.lower(), *(s.name.lower() for s in e.spellings)}]
    hits = exact or begun or named
    if not hits:
        raise UsageError(f"No actor has the id or name {text!r}. `dragoman actors` lists them.")
    if len(hits) > 1:
        some = ", ".join(f"{entry.id} ({entry.name}, {entry.code or 'no side'})" for entry in hits[:4])
        raise UsageError(f"{text!r} may be any of {len(hits)}: {some} ... Give an id.")
    return hits[0]


def _row(entry: ActorEntry, found: "Actors", records: frozenset[str]) -> Fields:
    deeds = found.deeds_of(entry.id)
    names = [spelling.name for spelling in entry.spellings if spelling.name != entry.name]
    return {
        "id": entry.id, "kind": entry.kind, "name": entry.name, "code": entry.code,
        "records": sum(id in records for id in (*deeds.statements, *deeds.events)),
        "unsure": len(entry.unsure) or "", "spellings": "; ".join(names[:_SHOWN]),
    }  # fmt: skip


def _whole(entry: ActorEntry, found: "Actors", records: frozenset[str] | None) -> Fields:
    deeds = found.deeds_of(entry.id)
    said = [id for id in deeds.statements if records is None or id in records]
    did = [id for id in deeds.events if records is None or id in records]
    return actor_fields(entry, said=said, did=did)


def _lines(entry: ActorEntry, found: "Actors") -> list[str]:
    deeds = found.deeds_of(entry.id)
    names = {other.id: other.name for other in found.entries}
    side = f", {entry.code}" if entry.code and entry.code != entry.id else ""
    lines = [f"{entry.kind.capitalize()} {entry.id}: {_line(entry.name)}{side}"]
    lines += [f"spelled   {_line(s.name)}: {s.mentions} in {s.documents} documents" for s in entry.spellings]
    lines += [f"office    {_line(office)}" for office in entry.offices]
    lines += [f"said      {_some(deeds.statements)}"] if deeds.statements else []
    lines += [f"did       {_some(deeds.events)}"] if deeds.events else []
    lines += [f"because   {_line(reason)}" for reason in entry.reasons]
    lines += [f"unsure    may be {_line(names.get(id, 'a holder not named here'))} ({id})" for id in entry.unsure]
    return lines


def _some(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _IDS} more (--json has all)" if len(ids) > _IDS else ""
    return f"{len(ids)}: {' '.join(ids[:_IDS])}{more}"


def _line(text: str) -> str:
    return for_terminal(text)
