"""Groups of things that are linked, directly or through others. Knows nothing of what is linked."""

from collections.abc import Iterable


def group_linked(items: Iterable[str], links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The groups, each sorted, by their first item; an item without a link is a group of one.

    Args:
        items: all that are grouped; links that name others are ignored.
        links: pairs, in any order.
    """
    parent = {item: item for item in items}

    def find(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for a, b in links:
        if a in parent and b in parent:
            low, high = sorted((find(a), find(b)))
            parent[high] = low
    groups: dict[str, list[str]] = {}
    for item in sorted(parent):
        groups.setdefault(find(item), []).append(item)
    return sorted(tuple(group) for group in groups.values())
