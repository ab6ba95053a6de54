from dataclasses import dataclass

from dragoman.flow.items import group_items
from dragoman.model.document import Document


def doc(size: int) -> Document:
    return Document("d-0", "n", "x" * size, (), "0", "f", "r/1")


@dataclass
class Clock:
    now: float = 0.0
    step: float = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_a_batch_holds_at_most_32_documents():
    assert [len(batch) for batch in group_items([doc(1)] * 70, clock=Clock())] == [32, 32, 6]


def test_a_batch_of_long_documents_is_cut_earlier():
    assert [len(batch) for batch in group_items([doc(40_000)] * 3, clock=Clock())] == [2, 1]


def test_a_slow_batch_is_cut_after_two_seconds():
    assert [len(batch) for batch in group_items([doc(1)] * 5, clock=Clock(step=0.8))] == [3, 2]


def test_no_items_give_no_batch():
    assert list(group_items([])) == []
