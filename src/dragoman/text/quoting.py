"""Finds words in a text as somebody copied them from a page: what is blank there may be blank in any way here.

A text and words in, spans out, in code points. No pattern is made of either; the work is linear in the text's length.
"""

MOST_PLACES = 50
"""Places that are looked for: whoever gives words that stand more often has to give more words."""


def find_quote(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand, in text order and without overlap; runs of blanks and line breaks count as one blank.

    Example:
        >>> find_quote("He said:\\n no.  He said: no.", " He said: no. ")
        [(0, 13), (15, 27)]
    """
    wanted, _ = _squeeze(words)
    wanted = wanted.strip()
    squeezed, places = _squeeze(text)
    found: list[tuple[int, int]] = []
    at = squeezed.find(wanted) if wanted else -1
    while at >= 0 and len(found) < MOST_PLACES:
        end = at + len(wanted)
        found.append((places[at], places[end - 1] + 1))
        at = squeezed.find(wanted, end)
    return found


def _squeeze(text: str) -> tuple[str, list[int]]:
    """The text with one blank for each run of them, and where each of its characters stands."""
    kept = [place for place, sign in enumerate(text) if not (sign.isspace() and place and text[place - 1].isspace())]
    return "".join(" " if text[place].isspace() else text[place] for place in kept), kept
