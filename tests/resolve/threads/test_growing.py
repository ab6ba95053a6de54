"""Parting anew what new links touch gives what parting everything at once gives."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.resolution import Join, Part
from dragoman.resolve.threads import Telling, growing
from dragoman.resolve.threads.parting import part_threads

NUMBER = 12
IDS = tuple(f"e-{number:02}" for number in range(NUMBER))
PAIRS = tuple(combinations(IDS, 2))
WEIGHTS = (-2.2, -1.4, -0.6, 0.3, 0.3, 1.1, 1.2, 2.5, 2.5, 4.0)


@dataclass
class Kept:
    """Links, and the joins of the groups made so far, as a dossier keeps them."""

    links: dict[tuple[str, str], float]
    groups: dict[str, Part] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def links_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        self.asked |= set(ids)
        found: dict[str, dict[str, float]] = {id: {} for id in ids}
        for (a, b), weight in self.links.items():
            for one, other in ((a, b), (b, a)):
                if one in found and other in self.there:
                    found[one][other] = weight
        return found

    def joins_of(self, ids: Collection[str]) -> Iterable[Sequence[Join]]:
        groups = {id(group): group for one in ids if (group := self.groups.get(one))}
        return [[self._here(join) for join in group.joins] for group in groups.values() if group.joins]

    def _here(self, join: Join) -> Join:
        kept, gone = (name if name in self.there else "" for name in (join.kept, join.gone))
        return Join(kept, gone, join.worth)

    def tellings_of(self, ids: Collection[str]) -> Mapping[str, Telling]:
        return {id: id for id in ids}  # type: ignore[misc]

    def part(self, fresh: Iterable[str], apart: Sequence[tuple[str, str]]) -> None:
        for part in part_threads(sorted(fresh), self, apart):
            self.groups |= dict.fromkeys(part.records, part)

    def threads(self) -> set[tuple[str, ...]]:
        return {self.groups[id].records for id in self.there}


@pytest.fixture(autouse=True)
def barred(monkeypatch: pytest.MonkeyPatch) -> set[frozenset[str]]:
    pairs: set[frozenset[str]] = set()
    monkeypatch.setattr(growing, "is_barred", lambda a, b: frozenset((a, b)) in pairs)
    return pairs


def at_once(links: dict[tuple[str, str], float], there: set[str], apart: Sequence[tuple[str, str]]) -> Kept:
    kept = Kept(links, there=set(there))
    kept.part(there, apart)
    return kept


_LINKS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(WEIGHTS), max_size=50)


@settings(max_examples=600, deadline=None)
@given(
    links=_LINKS,
    never=st.sets(st.sampled_from(PAIRS), max_size=20),
    parted=st.lists(st.sampled_from(PAIRS), max_size=2),
    batches=st.lists(st.sets(st.sampled_from(IDS), max_size=4), min_size=1, max_size=6),
    changed=_LINKS,
    leaving=st.sets(st.sampled_from(IDS), max_size=3),
)
def test_what_is_parted_in_turn_is_parted_as_at_once(links, never, parted, batches, changed, leaving) -> None:  # type: ignore[no-untyped-def]
    pairs = {frozenset(pair) for pair in never if pair not in links and pair not in changed}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing, "is_barred", lambda a, b: frozenset((a, b)) in pairs)
        kept = Kept(dict(links))
        for batch in [*batches, set(IDS)]:
            fresh = batch - kept.there
            kept.there |= fresh
            kept.part(fresh, parted)
            assert kept.threads() == at_once(links, kept.there, parted).threads()
        kept.links |= changed
        kept.part({a for a, _ in changed}, parted)
        whole = at_once(kept.links, kept.there, parted)
        assert kept.threads() == whole.threads()
        assert {kept.groups[id] for id in IDS} == {whole.groups[id] for id in IDS}
        kept.there -= leaving
        near = {id for pair in kept.links for id in pair if leaving.intersection(pair)} - leaving
        kept.part(near, parted)
        assert kept.threads() == at_once(kept.links, kept.there, parted).threads()


def test_what_is_not_reached_is_not_looked_at() -> None:
    links = dict.fromkeys((*combinations(IDS[:4], 2), *combinations(IDS[4:8], 2)), 1.0)
    kept = at_once(links, set(IDS[:8]), ())
    kept.there |= set(IDS[8:9])
    kept.links[IDS[7], IDS[8]] = 2.0
    kept.asked.clear()
    kept.part(IDS[8:9], ())
    assert kept.asked.isdisjoint(IDS[:4])
    assert kept.threads() == at_once(kept.links, kept.there, ()).threads()
