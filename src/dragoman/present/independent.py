"""Tells which independent sources stand behind some documents: an open dossier and pages in, groups of ids out."""

from collections.abc import Mapping

from dragoman.model.resolution import SourceDocument
from dragoman.record.dossier import Dossier


def group_independent(dossier: Dossier, known: Mapping[str, SourceDocument]) -> list[tuple[str, ...]]:
    """The documents of each independent source, ids sorted, by the first id; `known` are these documents by id."""
    from dragoman.flow import steps  # asked for late, as all that is heavy to load

    ids = sorted(known)
    groups = steps.load_resolve_tools().group_sources(
        [known[id] for id in ids], dossier.families_of(ids), dossier.overlaps_of(ids), dossier.credits_of(ids)
    )
    return [tuple(group) for group in groups]
