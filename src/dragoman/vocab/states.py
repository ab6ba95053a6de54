"""States, territories and former states by every form that news uses for them.

In: `data/states.tsv`, the metonyms, and a user's table of actors. Out: `State` rows, found by code or by surface form
on a date. It must not know persons, organisations or what the sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dragoman.vocab.actors_file import load_actors_file
from dragoman.vocab.metonyms import load_metonyms
from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.surface import Form, FormIndex
from dragoman.vocab.tables import Row, read_table

COLUMNS = (
    "code", "kind", "name", "names", "adjectives", "people", "prefixes", "capitals", "from", "to", "successor",
    "source", "caution",
)  # fmt: skip
KINDS = frozenset({"state", "territory", "disputed", "former"})
SEATS = frozenset({"capital", "metonym"})
_CODE = re.compile(r"[A-Z]{3}\Z")


@dataclass(frozen=True, slots=True)
class State:
    """One state.

    The lists hold forms as listed, marks of doubt ("?") included. `successor` are the codes of the states that followed
    a former one; for a territory, of the state that it belongs to.
    """

    code: str
    kind: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    prefixes: tuple[str, ...]
    capitals: tuple[str, ...]
    period: Period
    successor: tuple[str, ...]
    source: str
    caution: str


@dataclass(frozen=True, slots=True)
class StateForm:
    """What one surface form is to its state: `kind` is name, adjective, people, capital, metonym or prefix."""

    state: State
    kind: str
    period: Period
    sector: str = ""


class StateTable:
    """All states, by code and by surface form."""

    def __init__(self, states: tuple[State, ...]) -> None:
        """Index the states and the metonyms that stand for them."""
        self.states = states
        self._by_code = {state.code: state for state in states}
        self._index = FormIndex(self._listed_forms())
        self._prefixes = FormIndex(
            (prefix.rstrip("-"), StateForm(state, "prefix", state.period))
            for state in states
            for prefix in state.prefixes
        )

    def _listed_forms(self) -> Iterator[tuple[str, StateForm]]:
        for state in self.states:
            kinds = (("name", state.names), ("adjective", state.adjectives), ("people", state.people))
            for kind, forms in (*kinds, ("capital", state.capitals)):
                what = StateForm(state, kind, state.period)
                yield from ((form, what) for form in forms)
        for row in load_metonyms().rows:
            if row.code in self._by_code:
                mark = "?" if row.doubtful else ""
                yield mark + row.name, StateForm(self._by_code[row.code], "metonym", row.period, row.sector)

    def get(self, code: str) -> State | None:
        """Give the state of a code, None if there is none."""
        return self._by_code.get(code)

    def forms(self) -> Iterator[Form[StateForm]]:
        """Give every form but the prefixes, for building a gazetteer."""
        yield from self._index.forms()

    def hits(self, form: str, on: str | None = None) -> tuple[Form[StateForm], ...]:
        """Give every reading of a form, with its kind; see `FormIndex.hits` for their order.

        A date that no reading fits does not empty the answer ("Soviet" in 2012), unless the form is a capital or a
        metonym: Karachi stood for Pakistan's government until 1959 and is a city since.
        """
        found = self._index.hits(form, on)
        if on is None:
            return found
        return tuple(hit for hit in found if hit.row.kind not in SEATS or hit.row.period.holds_on(on))

    def by_name(self, name: str, on: str | None = None) -> tuple[State, ...]:
        """Give the states that a name, adjective, nation, capital or metonym may mean.

        Args:
            name: the form as it stands in a text, with or without "the".
            on: an EDTF date that chooses between historic states; see `hits`.

        Returns:
            Each state once, the likeliest first; () if the form is unknown.

        Example:
            >>> [state.code for state in load_states().by_name("Soviet")]
            ['SUN']
            >>> [state.code for state in load_states().by_name("the Kremlin", on="1985-03-11")]
            ['SUN']
        """
        return _states(self.hits(name, on))

    def by_prefix(self, prefix: str, on: str | None = None) -> tuple[State, ...]:
        """Give the states of a combining form, with or without its hyphen.

        Example:
            >>> [state.code for state in load_states().by_prefix("Sino-")]
            ['CHN']
        """
        return _states(self._prefixes.hits(prefix.rstrip("-"), on))


def _states(hits: tuple[Form[StateForm], ...]) -> tuple[State, ...]:
    return tuple({hit.row.state.code: hit.row.state for hit in hits}.values())


@lru_cache(maxsize=4)
def load_states(extra: Path | None = None) -> StateTable:
    """Read the table once.

    Args:
        extra: a user's table of actors; its rows with a state's code add names to that state.

    Raises:
        VocabError: a row is faulty, or `extra` gives an unknown state's code.
    """
    states = {row["code"]: _state(row) for row in _unique(read_table("states.tsv", COLUMNS))}
    for actor in load_actors_file(extra) if extra else ():
        if ":" in actor.code:
            continue
        state = states.get(actor.code)
        if state is None:
            raise actor.fault(f"{actor.code} is no state's code; write an ISO 3166-1 code, IGO:NAME or GRP:NAME")
        states[actor.code] = replace(state, names=state.names + actor.names)
    return StateTable(tuple(states.values()))


def _unique(rows: list[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row["code"] in seen:
            raise row.fault(f"code {row['code']} stands in the table twice")
        seen.add(row["code"])
        yield row


def _state(row: Row) -> State:
    if not _CODE.match(row["code"]):
        raise row.fault(f"code {row['code']!r} is not three capital letters")
    if row["kind"] not in KINDS:
        raise row.fault(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    return State(
        code=row["code"], kind=row["kind"], name=row.required("name"), names=row.list_of("names"),
        adjectives=row.list_of("adjectives"), people=row.list_of("people"), prefixes=row.list_of("prefixes"),
        capitals=row.list_of("capitals"), period=period_of_row(row), successor=row.list_of("successor"),
        source=row.required("source"), caution=row["caution"],
    )  # fmt: skip
