"""`families`, `family`: documents that carry one text, and which of them is the likely original."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dragoman.model.resolution import Family
from dragoman.present.asking import Wanted, check_filters
from dragoman.present.cli.lists import SHORT_ID, say_what_is_missing
from dragoman.present.cli.options import (
    ActorOption,
    CsvOption,
    DocumentOption,
    DossierOption,
    JsonOption,
    LimitOption,
    PairOption,
    SinceOption,
    UntilOption,
    choose_form,
    find_existing,
)
from dragoman.present.cli.output import emit_json, emit_rows, emit_text
from dragoman.present.escaping import for_terminal
from dragoman.present.family_page import MEMBER_COLUMNS, member_fields
from dragoman.present.fields import Fields, family_fields
from dragoman.present.wording import count_words, spell_page
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import spell


def families(
    dossier: DossierOption = None,
    pair: PairOption = None,
    actor: ActorOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    document: DocumentOption = None,
    limit: LimitOption = 0,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List documents that carry one text, by the date of the likely original; filters look at all of them."""
    wanted = Wanted(pair=pair, actor=actor, since=since, until=until, document=document, limit=limit)
    form, filters = choose_form(as_json, as_csv), check_filters(wanted)
    with Dossier(find_existing(dossier)) as opened:
        rows = _family_rows(opened, filters) if form == "table" else map(family_fields, opened.families(filters))
        found = emit_rows(rows, form, ("id", "published", "texts", "original", "why", "title"))
        say_what_is_missing(opened, "families", filters, found)


def _family_rows(opened: Dossier, filters: Filters) -> Iterator[Fields]:
    for family in opened.families(filters):
        first = opened.sources_of([family.original])[family.original]
        yield {"id": family.id[:SHORT_ID], "published": spell(first.published), "texts": len(family.documents),
               "original": spell_page(first), "why": family.reason, "title": first.title}  # fmt: skip


def family(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a family, or the beginning of one.")],
    dossier: DossierOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Show the documents of one family, the likely original first, and what each shares with the others."""
    form = choose_form(as_json, as_csv)
    with Dossier(find_existing(dossier)) as opened:
        show_family(opened, opened.family(id), form)


def show_family(opened: Dossier, found: Family, form: str) -> None:
    """Print a family: its documents for people and as CSV, all its fields as JSON."""
    sources = opened.sources_of(found.documents)
    rows = member_fields(found, sources)
    if form == "json":
        emit_json({**family_fields(found), "members": rows})
    elif form == "csv":
        emit_rows(rows, "csv", MEMBER_COLUMNS)
    else:
        head = f"Family {found.id}: {count_words(len(found.documents), 'text')}, one source"
        original = f"original {spell_page(sources[found.original])}: {found.reason}"
        emit_text("\n".join([head, for_terminal(original), ""]))
        emit_rows(({**row, "id": str(row["id"])[:SHORT_ID]} for row in rows), "table", MEMBER_COLUMNS)
