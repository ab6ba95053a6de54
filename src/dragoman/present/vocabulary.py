"""The vocabulary as the presentation needs it: names to codes for the command line, codes to names for display."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ActorBook:
    """Names of actors.

    Attributes:
        codes: lower-case name or code to code.
        names: code to the name under which it is shown.
        how: code to the table and row that holds it.
    """

    codes: Mapping[str, str]
    names: Mapping[str, str]
    how: Mapping[str, str]

    def code_of(self, words: str) -> str:
        """The code for a name or code in any case, "" if unknown."""
        folded = " ".join(words.lower().split())
        return (
            self.codes.get(folded)
            or self.codes.get(folded.replace(".", ""))
            or self.codes.get(folded.removeprefix("the "), "")
        )

    def name_of(self, code: str) -> str:
        """The name of a code as people read it; an unknown code in words, as far as it goes."""
        return self.names.get(code) or code.partition(":")[2].replace("-", " ").title() or code

    def spellings(self) -> list[str]:
        """All lower-case names and codes."""
        return list(self.codes)

    def shown(self, spelling: str) -> str:
        """How a lower-case spelling is offered to the user: its name with its code."""
        code = self.codes[spelling]
        return f"{self.name_of(code)} ({code})"

    def rows_of(self, name: str, date: str) -> list[tuple[str, str, str]]:
        """Code, name and row for what a name stands for on a day; [] if it stands for nobody."""
        code = self.code_of(name)
        return [(code, self.name_of(code), self.how.get(code, ""))] if code else []


def load_book() -> ActorBook:
    """Read the book from the tables of states."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    how: dict[str, str] = {}
    text = files("dragoman.vocab").joinpath("data", "states.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        code = row["code"]
        names.setdefault(code, row["name"])
        how.setdefault(code, f"states.tsv {code}")
        for field in ("code", "name", "names", "adjectives", "people", "capitals"):
            for name in row[field].split("|"):
                codes.setdefault(name.lstrip("?").lower(), code)
    return ActorBook(codes, names, how)
