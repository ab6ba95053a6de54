"""Draws every page of the desk over the example: `python e2e/screens.py FOLDER` writes NAME-light, -dark and -narrow.png."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import Tab, start_browser
from desks import build_example, serve
from pages import PAGES, READY, name_of

VIEWS = {"light": ("light", 1200, 900), "dark": ("dark", 1200, 900), "narrow": ("light", 360, 720)}
MOST = 150_000
"""Bytes of one picture."""


def main(folder: Path) -> None:
    """Write the pictures of all pages that are there, and remove those of pages that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as work, serve(build_example(Path(work) / "dossier")) as desk, start_browser() as driver:
        tab = Tab(driver, desk.home)
        for route in READY:
            for view, (theme, width, height) in VIEWS.items():
                tab.size(width, height)
                tab.theme(theme)
                tab.open(PAGES[route](desk))
                write(folder / f"{name_of(route)}-{view}.png", tab.picture())


def write(path: Path, picture: bytes) -> None:
    """One picture; a large one is refused rather than committed by mistake."""
    if len(picture) > MOST:
        raise SystemExit(f"{path.name} has {len(picture):,} bytes, more than {MOST:,}.")
    path.write_bytes(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
