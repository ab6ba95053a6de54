"""Namings in one line."""

import pytest

from dragoman.resolve.actors import Naming


@pytest.fixture
def named():
    """Makes a naming: name, number of the document, and what else is known."""

    def named(name, document, published="2012-10-05", **known):
        return Naming(name, f"d-{document}", published, **known)

    return named
