"""Writes the excerpt of a brief in README.md anew, from a real run over the example articles.

In: `README.md` with a block between `<!-- brief USA CHN -->` and `<!-- /brief -->`; `examples/news`. Out: the block,
made of the opening and of the lines that hold one of `CHOSEN`, with the first reference of each. No word is added.

Run: python scripts/refresh_readme.py [--check]   (--check writes nothing; status 1 if the block is not up to date)
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAIR = ("USA", "CHN")
BLOCK = re.compile(r"(<!-- brief USA CHN -->\n```text\n).*?(```\n<!-- /brief -->)", re.DOTALL)
WIDTH = 112
CHOSEN = (
    "In Munich later that month",
    "off the coast of South Carolina on 4 February",
    "hours before he was to leave",
    "met Chinese Foreign Minister Qin Gang in Beijing",
)
"""Words of quotes, one for each line of the brief that README shows."""


def write_brief(news: Path) -> str:
    """The brief of the pair, as the program prints it."""
    call = [sys.executable, "-m", "dragoman"]
    with tempfile.TemporaryDirectory() as folder:
        dossier = ["--dossier", str(Path(folder) / "dossier")]
        subprocess.run([*call, "read", str(news), *dossier], check=True)
        done = subprocess.run([*call, "brief", *PAIR, *dossier], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def select_lines(brief: str) -> list[str]:
    """The opening, then under their headings the chosen lines, then the first reference of each."""
    front, _, references = brief.partition("\n## References\n")
    head, *sections = re.split(r"\n(?=## )", front)
    found = [*head.strip().splitlines(), ""]
    wanted: list[str] = []
    for section in sections:
        lines = [line for line in section.splitlines() if line.startswith("- ") and is_chosen(line)]
        if lines:
            found += [section.splitlines()[0], "", *lines, ""]
            wanted += [re.findall(r"\[(\d+)", line)[-1] for line in lines]
    numbered = dict(re.findall(r"^(\d+)\. (.*)$", references, re.MULTILINE))
    missing = [words for words in CHOSEN if not any(words in line.replace("**", "") for line in found)]
    if missing:
        raise SystemExit(f"No line of the brief holds {missing[0]!r}. Choose other words in scripts/refresh_readme.py.")
    return [*found, "## References", "", *(f"{number}. {numbered[number]}" for number in sorted(wanted, key=int))]


def is_chosen(line: str) -> bool:
    """Whether README shows this line of the brief."""
    plain = line.replace("**", "")
    return any(words in plain for words in CHOSEN)


def fold(line: str) -> str:
    """A line at most `WIDTH` characters wide, the rest hung below it."""
    hang = "  " if line.startswith("- ") or re.match(r"\d+\. ", line) else ""
    options = {"break_long_words": False, "break_on_hyphens": False}
    return "\n".join(textwrap.wrap(line, WIDTH, subsequent_indent=hang, **options)) if line else ""


def main() -> int:
    """Refresh or check the block."""
    lines = select_lines(write_brief(ROOT / "examples" / "news"))
    block = "\n".join(fold(line) for line in lines) + "\n"
    old = README.read_text(encoding="utf-8")
    new, count = BLOCK.subn(lambda match: match[1] + block + match[2], old)
    if not count:
        raise SystemExit("README.md has no block for the brief.")
    if "--check" in sys.argv[1:]:
        return int(new != old)
    README.write_text(new, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
