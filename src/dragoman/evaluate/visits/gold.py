"""Reads the US State Department's lists of visits and travels: who came or went where, on which days.

In: a folder with `us_state_visits` (visits of foreign leaders to the USA) and `us_state_travels` (travels of presidents
and secretaries of state), as their authors publish them. Out: `Visit` rows with the codes of both sides, the visitor's
surname and the names of the host state. Entities in the XML are refused. It must not know any corpus or dossier.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from dragoman.model.errors import EvaluateError
from dragoman.text.names import PARTICLES, SUFFIXES
from dragoman.vocab.offices import load_offices
from dragoman.vocab.states import State, load_states
from dragoman.vocab.tables import read_table

USA = "USA"
PARTS = ("us_state_visits/data", "us_state_travels/president-travels", "us_state_travels/secretary-travels")
_NUMERAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_SEVERAL = re.compile(r"\s+and\s+|\s*;\s*")


@dataclass(frozen=True, slots=True)
class Visit:
    """One leader in one foreign state.

    Attributes:
        id: "visit" or "travel", and the number of the row; with a letter where a row names several visitors.
        person: the visitor as the list has it, title included; `surname`: the word by which news calls him or her.
        state: code of the side that is not the USA.
        hosts: names and capitals of the state visited, as news writes them.
        first: first day; `last`: last day.
    """

    id: str
    person: str
    surname: str
    state: str
    hosts: tuple[str, ...]
    first: date
    last: date


def read_visits(folder: Path, years: tuple[int, int]) -> list[Visit]:
    """The rows that begin in these years, by first day.

    Rows without a day, or with a state that the vocabulary does not have, are left out.

    Args:
        folder: holds `us_state_visits` and `us_state_travels`.
        years: first and last year, both included.

    Raises:
        EvaluateError: the folder has no such files, or one is no XML of that kind.
    """
    paths = [path for part in PARTS for path in sorted((folder / part).glob("*.xml"))]
    if not paths:
        raise EvaluateError(f"{folder} holds neither us_state_visits nor us_state_travels. Name their parent folder.")
    visits = [visit for path in paths for row in _rows(path) for visit in _visits_of(row)]
    chosen = [visit for visit in visits if years[0] <= visit.first.year <= years[1]]
    return sorted(chosen, key=lambda visit: (visit.first, visit.last, visit.id))


def _rows(path: Path) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.parse(str(path), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise EvaluateError(f"{path} is no list of visits ({error}).") from error
    if tree.docinfo.internalDTD is not None:
        raise EvaluateError(f"{path} declares a document type; lists of visits have none. Take the file as published.")
    yield from tree.getroot().iterfind("*")


def _visits_of(row: etree._Element) -> Iterator[Visit]:
    first, last = _day(row, "start-date"), _day(row, "end-date")
    travel = row.tag == "trip"
    place = row.find("country" if travel else "from")
    state = _state(_text(place), (place.get("id") or "") if place is not None else "", first)
    if first is None or state is None or state.code == USA:
        return
    host = state if travel else load_states().get(USA)
    people = _SEVERAL.split(_text(row.find("name" if travel else "visitor")))
    for number, person in enumerate(people):
        surname = find_surname(person, USA if travel else state.code)
        if host and surname:
            id = f"{'travel' if travel else 'visit'}-{_text(row.find('id'))}{'abcdef'[number] if number else ''}"
            yield Visit(id, person, surname, state.code, names_of(host), first, last or first)


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _day(row: etree._Element, tag: str) -> date | None:
    try:
        return date.fromisoformat(_text(row.find(tag)))
    except ValueError:
        return None


def _state(name: str, key: str, day: date | None) -> State | None:
    """The state of "Korea, Republic of", "Burma (Myanmar)" and the like, None if no reading is known."""
    bare = re.sub(r"\s*\(.*?\)", "", name)
    head, _, tail = bare.partition(", ")
    words = key.replace("-", " ")
    for form in (name, f"{tail} {head}", words, " ".join(reversed(words.split())), bare, head):
        for spelling in (form, form.title()):
            found = load_states().by_name(spelling.strip(), day.isoformat() if day else None)
            if found:
                return found[0]
    return None


def names_of(state: State) -> tuple[str, ...]:
    """The names and capitals of a state that mean it by themselves; capitals also where they are doubtful."""
    sure = tuple(name for name in (state.name, *state.names) if not name.startswith("?"))
    return tuple(dict.fromkeys((*sure, *(name.lstrip("?") for name in state.capitals))))


def find_surname(person: str, state: str) -> str:
    """The word by which news calls a person of a state: the last one, or the first where names begin with it.

    An article before a hyphen goes: "al-Maliki" is "Maliki".

    Example:
        >>> find_surname("Prime Minister Nawaz Sharif", "PAK"), find_surname("President Hu Jintao", "CHN")
        ('Sharif', 'Hu')
        >>> find_surname("King Abdullah II", "JOR"), find_surname("President Benigno S. Aquino, 3rd", "PHL")
        ('Abdullah', 'Aquino')
    """
    words = _without_titles([word.strip(",") for word in person.split()])
    while len(words) > 1 and (words[-1].strip(".").lower() in SUFFIXES or _NUMERAL.match(words[-1])):
        words.pop()
    if not words:
        return ""
    orders = {row["code"]: row["short"] for row in read_table("name_orders.tsv", ("code", "short"))}
    word = words[0] if orders.get(state) == "first" else words[-1]
    article, _, rest = word.partition("-")
    return rest if rest and article.lower() in PARTICLES else word


def _without_titles(words: list[str]) -> list[str]:
    taken = 1
    while taken and len(words) > 1:
        taken = next((n for n in range(len(words) - 1, 0, -1) if load_offices().find(" ".join(words[:n]))), 0)
        words = words[taken:]
    return words
