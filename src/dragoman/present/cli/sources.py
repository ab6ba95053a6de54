"""`sources`, `source NAME`: what each outlet told first, what it copied, who owns it, and how often its word stood."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

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
from dragoman.present.fields import Fields, source_fields, source_page_fields
from dragoman.present.source_page import find_source, spell_outlet_name, spell_stood
from dragoman.record.dossier import Dossier

if TYPE_CHECKING:
    from dragoman.resolve.sources import SourcePage

_COLUMNS = ("outlet", "kind", "texts", "own", "first", "copied", "owner", "word_stood")
_IDS = 10
"""Ids in a paragraph of `source`; `--json` has all."""


def sources(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List outlets: texts, how many are its own, what it told first, what it copied, its owner, how its word stood.

    Filters keep outlets with a text that meets them; the figures are of the whole dossier.
    """
    from dragoman.flow.sources import gather_sources, outlets_of

    form, filters = choose_form(as_json, as_csv), check_filters(Wanted(pair, actor, since=since, until=until))
    with Dossier(find_existing(dossier)) as opened:
        found = gather_sources(opened)
        if any((pair, actor, since, until)):
            kept = outlets_of(opened, opened.ids("documents", filters))
            found = [page for page in found if page.outlet in kept]
    rows = map(_row if form == "table" else source_fields, found[: limit or None])
    if not emit_rows(rows, form, _COLUMNS):
        say("No source has a text that meets all filters.")


def source(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An outlet by any of its names, or a part of one.")],
    dossier: DossierOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one outlet: its owner, what it told first, what it copied from whom, and how often its word stood."""
    from dragoman.flow.sources import gather_sources

    with Dossier(find_existing(dossier)) as opened:
        page = find_source(name, gather_sources(opened))
    if as_json:
        emit_json(source_page_fields(page))
    else:
        emit_text("\n".join(_lines(page)))


def _row(page: "SourcePage") -> Fields:
    return {
        "outlet": spell_outlet_name(page.outlet), "kind": page.kind, "texts": len(page.documents),
        "own": len(page.documents) - len(page.copied), "first": len(page.ahead), "copied": len(page.copied),
        "owner": f"{page.owner.state} ({page.owner.ownership})" if page.owner else "", "word_stood": spell_stood(page),
    }  # fmt: skip


def _lines(page: "SourcePage") -> list[str]:
    seat = ", ".join(filter(None, (page.kind, page.country)))
    owner, own = page.owner, len(page.documents) - len(page.copied)
    stood = ", ".join(f"{number} {standing}" for standing, number in page.stood)
    facts = {
        "owner": f"{owner.state}, {owner.ownership} ({owner.source})" if owner else "",
        "texts": f"{_some(page.documents)}, {own} of its own",
        "first": f"told before any other source: {_some(page.ahead)}" if page.ahead else "",
        "lent": f"the likely original of families: {_some(page.first)}" if page.first else "",
        "word": f"{spell_stood(page)} events that it alone vouched for stand as happened: {stood}" if stood else "",
    }
    lines = [f"Source {for_terminal(spell_outlet_name(page.outlet))}{f': {seat}' if seat else ''}"]
    lines += [f"{key:<9}{for_terminal(value)}" for key, value in facts.items() if value]
    return lines + [f"copied   {for_terminal(line)}" for line in _copied_lines(page)]


def _copied_lines(page: "SourcePage") -> Iterator[str]:
    """From whom it has texts, those of whom it has most first."""
    by_origin: dict[str, list[str]] = {}
    for each in page.copied:
        by_origin.setdefault(each.origin, []).append(each.document)
    for origin, ids in sorted(by_origin.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"of {spell_outlet_name(origin)}: {_some(tuple(ids))}"


def _some(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _IDS:,} more (--json has all)" if len(ids) > _IDS else ""
    return f"{len(ids):,}, {' '.join(ids[:_IDS])}{more}"
