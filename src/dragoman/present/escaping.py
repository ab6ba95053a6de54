"""Makes foreign text harmless for a medium: a terminal, a spreadsheet, JSON shown on a terminal, Markdown, a picture, a
file name.

Any string in, a string out that shows the same words and can do nothing. It knows media, not records.
"""

import re
import unicodedata
from collections.abc import Iterator

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff]")
_JSON_UNSAFE = re.compile(f"[\x7f-\x9f{_BIDI}\u2028\u2029\ufeff]")
_UNSEEN = re.compile(
    f"([\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff])"
)
"""What turns text around or takes no room on the page; a page of a document shows each as a mark."""
_UNDRAWABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!$^])")
_MARKDOWN_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)")
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?$")
"""Names of devices on Windows, whatever follows a dot; blanks before the dot do not count there."""
_UNSAFE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def for_terminal(text: str) -> str:
    """One line without control, escape or direction characters: each is shown as its code."""
    return _INVISIBLE.sub(lambda m: _code(m.group()), _SPACES.sub(" ", text)).strip()


def for_terminal_block(text: str) -> str:
    """Several lines; line ends and tabs stay, other control characters are shown as their code."""
    return _INVISIBLE.sub(lambda m: _code(m.group()), text.replace("\r\n", "\n").replace("\r", "\n"))


def split_unseen(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, in order and complete: words as they stand, and single characters that cannot be seen (True).

    Example:
        >>> list(split_unseen("a\\u202eb"))
        [('a', False), ('\\u202e', True), ('b', False)]
    """
    for place, piece in enumerate(_UNSEEN.split(text)):
        if piece:
            yield piece, place % 2 == 1


def for_json(encoded: str) -> str:
    """JSON text in which direction and control characters stand as escapes; it means the same."""
    return _JSON_UNSAFE.sub(lambda m: _code(m.group()), encoded)


def for_cell(value: str) -> str:
    """A spreadsheet cell that no program takes for a formula: a leading = + - @ tab or return gets an apostrophe.

    Example:
        >>> for_cell('=cmd()')
        "'=cmd()"
    """
    return f"'{value}" if value.lstrip(" \n\u00a0\ufeff")[:1] in ("=", "+", "-", "@", "\t", "\r", "|", "%") else value


def for_markdown(text: str) -> str:
    """One line of plain words, safe at the beginning of a line: no mark-up, no HTML, no list, no link survives.

    Example:
        >>> for_markdown("<b>[x](javascript:y)</b>")
        '\\\\<b\\\\>\\\\[x\\\\](javascript:y)\\\\</b\\\\>'
    """
    return _MARKDOWN_START.sub(lambda m: f"{m.group(1)}{m.group(2)[:-1]}\\{m.group(2)[-1]}", for_markdown_inside(text))


def for_markdown_inside(text: str) -> str:
    """The same for words within a line; spaces at their edges stay."""
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if text.strip() else ""
    line = _MARKDOWN.sub(r"\\\1", for_terminal(text))
    line = _LINK.sub(lambda m: (m.group(1) or m.group(3)) + "\\" + (m.group(2) or m.group(4)), line)
    return f"{' ' if lead else ''}{line}{' ' if trail else ''}"


def for_picture(text: str) -> str:
    """One line of a picture: as for a terminal, and without what XML cannot hold."""
    return _UNDRAWABLE.sub(lambda m: _code(m.group()), for_terminal(text))


def for_file_name(name: str) -> str:
    """A name that every file system takes, NTFS too, and that leads out of no folder.

    Example:
        >>> for_file_name("../../x")
        '.._.._x'
        >>> for_file_name("con.txt")
        '_con.txt'
    """
    safe = "".join(c for c in _UNSAFE_NAME.sub("_", unicodedata.normalize("NFC", name)) if c.isprintable())
    safe = _shorten(safe.rstrip(". ")).lstrip(" ")
    return f"_{safe}" if not safe.strip(".") or _RESERVED.match(safe) else safe


def _shorten(name: str, size: int = 180) -> str:
    return name.encode("utf-8")[:size].decode("utf-8", errors="ignore")


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}"
