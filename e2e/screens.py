"""Draws the pages of the desk over the example: `python e2e/screens.py FOLDER`.

Writes NAME-light.png, NAME-dark.png and NAME-narrow.png, in few colours so that they stay small.
"""

import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import Tab, start_browser
from desks import build_example, serve
from pages import DRAWN, PAGES, PENDING, name_of
from png import decode, encode

VIEWS = {"light": ("light", 1200, 900), "dark": ("dark", 1200, 900), "narrow": ("light", 360, 720)}
COLOURS = 128
"""Shades of text and of a few plain colours; 64 were seen to band the edges of letters."""
MOST = 150_000
"""Bytes of one picture."""


def main(folder: Path) -> None:
    """Write the pictures of all pages that are there, in place of all that are in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    folder = folder.resolve()
    with TemporaryDirectory() as work, chdir(work):
        build_example(Path(work) / "dossier")
        draw(Path("dossier"), folder)  # as a path that tells nothing of where the pictures were made


def draw(dossier: Path, folder: Path) -> None:
    """Open each page in each view, and keep what is seen."""
    with serve(dossier) as desk, start_browser() as driver:
        tab = Tab(driver, desk.home)
        for route in (each for each in DRAWN if each not in PENDING):
            for view, (theme, width, height) in VIEWS.items():
                tab.size(width, height)
                tab.theme(theme)
                tab.open(PAGES[route](desk))
                write(folder / f"{name_of(route)}-{view}.png", encode(decode(tab.picture()), COLOURS))


def write(path: Path, picture: bytes) -> None:
    """One picture; a large one is refused rather than committed by mistake."""
    if len(picture) > MOST:
        raise SystemExit(f"{path.name} has {len(picture):,} bytes, more than {MOST:,}.")
    path.write_bytes(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
