"""States that act before they were states: "Slovakia signed an agreement in 1985".

In: an event. Out: the states whose own beginning speaks against it. A people, a province or a republic of a union is
called by the same name and may act too, so only acts of states count: signing, envoys, what an office holder does.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.model.records import Event
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.states import State, load_states

_FIRST_YEAR = 1960
"""Older states are left out: news of their time is of colonies with governments of their own."""
_CARRIED_BACK = frozenset({"RUS", "SRB", "MNE", "YEM", "XKX", "ZWE", "TZA", "MYS", "CYP"})
"""States whose name means what went before them too, or who governed themselves before they were states."""
_ACTS = frozenset({"SUPPORT", "AGREE", "SANCTION", "COOPERATE", "CONSULT"})
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def unborn_states(event: Event) -> Iterator[State]:
    """States among the doers that the quote has act as a state."""
    for code in sorted(set(event.actors) & _young().keys()) if event.type in _ACTS else ():
        state = _young()[code]
        words = _words_without(event.quote, (*state.names, *state.adjectives))
        if _is_act_of_state(event, words) and not words & clash_group("no-state-yet"):
            yield state


def _is_act_of_state(event: Event, words: set[str]) -> bool:
    mutual = event.type in ("SUPPORT", "AGREE") and len(event.actors) > 1
    return mutual or bool(words & clash_group("act-of-state"))


def _words_without(quote: str, names: Sequence[str]) -> set[str]:
    """The words of a quote besides the names of the state: "Republic" may be one of these."""
    for name in sorted(names, key=len, reverse=True):
        quote = quote.replace(name.lstrip("?"), " ")
    return set(_WORD.findall(quote.lower()))


@cache
def _young() -> dict[str, State]:
    """States whose first day is known and lies in the time of the news that is read."""
    return {
        state.code: state for state in load_states().states
        if state.kind == "state" and state.period.first and state.period.first.year >= _FIRST_YEAR
        and state.code not in _CARRIED_BACK
    }  # fmt: skip
