"""The program, loaded once for all tests of the scorers; what it made of a document is remembered."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


class RememberingCoder:
    """A coder that codes the same document once."""

    def __init__(self, coder):
        self._coder = coder
        self._known = {}
        self.tools, self.pipeline, self.world = coder.tools, coder.pipeline, coder.world

    def code_documents(self, docs):
        docs = list(docs)
        new = [doc for doc in docs if doc.id not in self._known]
        self._known.update((doc.id, records) for doc, records in self._coder.code_documents(new))
        return [(doc, self._known[doc.id]) for doc in docs]


@pytest.fixture(scope="session")
def coder():
    from dragoman.evaluate.running import load_coder

    return RememberingCoder(load_coder())


@pytest.fixture(scope="session")
def gold():
    if not (SHARED / "gold").is_dir():
        pytest.skip("the gold sets are not beside this repository (../shared/gold)")
    return SHARED / "gold"
