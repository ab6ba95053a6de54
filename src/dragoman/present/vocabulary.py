"""The vocabulary as the presentation needs it: names to codes for the command line, codes to names for display."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorBook:
    """Names of actors.

    Attributes:
        codes: lower-case name or code to code.
        names: code to the name under which it is shown.
    """

    codes: Mapping[str, str]
    names: Mapping[str, str]

    def code_of(self, words: str) -> str:
        """The code for a name or code in any case, "" if unknown."""
        folded = " ".join(words.lower().split())
        tries = (folded, folded.replace(".", ""), folded.removeprefix("the "), f"the {folded}")
        return next((self.codes[form] for form in tries if form in self.codes), "")

    def name_of(self, code: str) -> str:
        """The name of a code as people read it; an unknown code in words, as far as it goes."""
        return self.names.get(code) or code.partition(":")[2].replace("-", " ").title() or code


def load_book() -> ActorBook:
    """The book of all states, organisations and groups; where two claim a form, the surer one has it."""
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    for code, name in _titles():
        names.setdefault(code, name)
        codes.setdefault(code.lower(), code)
    doubtful: list[tuple[str, str]] = []
    for form, code in _forms():
        if form.startswith("?"):
            doubtful.append((form[1:], code))
        else:
            codes.setdefault(form.lower(), code)
    for form, code in doubtful:
        codes.setdefault(form.lower(), code)
    return ActorBook(codes, names)


def _titles() -> Iterator[tuple[str, str]]:
    from dragoman.vocab.groups import load_groups
    from dragoman.vocab.organisations import load_organisations
    from dragoman.vocab.states import load_states

    yield from ((state.code, state.name) for state in load_states().states)
    yield from ((item.code, item.name) for item in load_organisations().organisations)
    yield from ((group.code, group.name) for group in load_groups().groups)


def _forms() -> Iterator[tuple[str, str]]:
    """Forms with their code, the surest first: names of states that are, organisations, groups, then other words."""
    from dragoman.vocab.groups import load_groups
    from dragoman.vocab.metonyms import load_metonyms
    from dragoman.vocab.organisations import load_organisations
    from dragoman.vocab.states import load_states

    states = sorted(load_states().states, key=lambda state: state.kind == "former")
    for state in states:
        yield from ((form, state.code) for form in (state.name, *state.names))
    for item in load_organisations().organisations:
        yield from ((form, item.code) for form in (item.name, *item.names))
    for group in load_groups().groups:
        yield from ((form, group.code) for form in (group.name, *group.names))
    for state in states:
        yield from ((form, state.code) for form in (*state.adjectives, *state.people, *state.capitals))
    for row in load_metonyms().rows:
        if row.code:
            yield row.name, row.code
