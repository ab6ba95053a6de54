"""From page to page: draws what the others link to until nothing is left, and gives each page with its file.

What a page is linked to but turns out not to exist (an actor without a page) is known when all are drawn: those that
link to it are drawn once more, without the link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.present.site.drawing import Drawing
from dragoman.present.site.linking import link_page
from dragoman.present.site.places import FILES, ON_SITE, Place, find_place, find_search


@dataclass(slots=True)
class Walk:
    """The way through one site.

    Attributes:
        queue: all places that are linked to, in the order found; the same as `known`.
        drawn: those of them that are drawn by now; `missing`: those of which the dossier has nothing.
        waiting: by place not drawn yet, the places that link to it.
    """

    drawing: Drawing
    queue: list[Place] = field(default_factory=list)
    known: set[Place] = field(default_factory=set)
    drawn: set[Place] = field(default_factory=set)
    missing: set[Place] = field(default_factory=set)
    waiting: dict[Place, set[Place]] = field(default_factory=dict)

    def pages(self) -> Iterator[tuple[str, str]]:
        """File and markup of every page; a file that comes twice is to be replaced."""
        for route in ON_SITE:
            if "{" not in route:
                self._know(Place(route))
        for place in self.queue:  # it grows meanwhile
            yield from self._write(place)
        again = {source for place in self.missing for source in self.waiting.get(place, ())}
        for place in self.queue:
            if place in again:
                yield from self._write(place)

    def _know(self, place: Place) -> None:
        if place not in self.known:
            self.known.add(place)
            self.queue.append(place)

    def _write(self, place: Place) -> Iterator[tuple[str, str]]:
        page = self.drawing.draw(place.address)
        if page is None:
            self.missing.add(place)
            return
        linked = link_page(page, lambda address: self._link(place, address), self._fetch)
        self.drawn.add(place)
        self.waiting.pop(place, None)
        yield place.file, linked

    def _fetch(self, address: str) -> str:
        return self.drawing.draw(address) or ""

    def _link(self, source: Place, address: str) -> str | None:
        """A link from one page to another, or to a file beside them."""
        path, hash, anchor = address.partition("#")
        up = "../" * source.file.count("/")
        if path.removeprefix("/") in FILES:
            return up + path.removeprefix("/")
        place = find_place(path)
        if place is None or place in self.missing or not self._is_dated(place):
            return None
        self._know(place)
        if place not in self.drawn:
            self.waiting.setdefault(place, set()).add(source)
        return f"{up}{place.file}{hash}{anchor}{find_search(path)}"

    def _is_dated(self, place: Place) -> bool:
        """Whether a calendar page is of a year with visits: otherwise months would lead to months without an end."""
        return all(value[:4] in self.drawing.years for key, value in place.asked if key in ("year", "month"))
