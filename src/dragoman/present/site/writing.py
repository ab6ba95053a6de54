"""Writes the whole site of a dossier: style, data, index and every page, the same bytes for the same dossier."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from dragoman.model.errors import RecordError
from dragoman.present.site.data import list_tables
from dragoman.present.site.drawing import Drawing, Wanted
from dragoman.present.site.folder import SiteFolder
from dragoman.present.site.index import list_index
from dragoman.present.site.walking import Walk
from dragoman.present.web.application import STATIC
from dragoman.record.overview import stamp_of

STYLE = "desk.css"
SCRIPTS = {"search.js": STATIC / "islands" / "site_search.js"}
Report = Callable[[int, int], None]
"""Is told of each page: how many are written, how many are known by now."""


def write_site(folder: Path, out: Path, wanted: Wanted, *, replace: bool = False, report: Report) -> int:
    """Write the site of the dossier in `folder` into `out`; the number of pages.

    Args:
        wanted: what it shows.
        replace: write among files that are not of an earlier site.

    Raises:
        UsageError: `out` holds other files, or cannot be written.
        RecordError: the dossier was written to meanwhile; `out` is as it was.
    """
    before = stamp_of(folder)
    with SiteFolder(out, replace=replace) as site:
        site.write(STYLE, (STATIC / STYLE).read_text(encoding="utf-8"))
        for name, file in SCRIPTS.items():
            site.write(name, file.read_text(encoding="utf-8"))
        for name, text in chain(list_tables(folder, wanted), list_index(folder, wanted)):
            site.write(name, text)
        walk = Walk(Drawing.prepare(folder, wanted))
        for number, (name, page) in enumerate(walk.pages(), 1):
            site.write(name, page)
            report(number, len(walk.queue))
        if stamp_of(folder) != before:
            raise RecordError(f"{folder} was written to meanwhile: run `dragoman site` again. {out} is as it was.")
        site.publish()
    return len(walk.drawn)
