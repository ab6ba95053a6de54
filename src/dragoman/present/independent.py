"""Tells which independent sources stand behind some documents. An open dossier and ids in, groups of ids out."""

from collections.abc import Collection

from dragoman.record.dossier import Dossier


def group_independent(dossier: Dossier, documents: Collection[str]) -> list[tuple[str, ...]]:
    """The documents of each independent source, ids sorted, by the first id."""
    from dragoman.flow import steps  # asked for late, as all that is heavy to load

    known = dossier.sources_of(documents)
    ids = sorted(known)
    groups = steps.load_resolve_tools().group_sources(
        [known[id] for id in ids], dossier.families_of(ids), dossier.overlaps_of(ids), dossier.credits_of(ids)
    )
    return [tuple(group) for group in groups]
