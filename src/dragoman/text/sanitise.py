"""Bytes to clean text: the encoding is found, line ends are unified, what no store can hold is replaced and counted.

In: the bytes of a file, or a string out of JSON or XML. Out: `Clean`, the text and what was mended. Every
replacement is one code point for one code point, so that offsets into the decoded text stay right; only CRLF and a
byte order mark become shorter, as in Python's own `read_text`. Knows nothing of files or formats.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dragoman.model.document import Repairs

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SAMPLE_BYTES = 65_536
"""How much the statistical detector sees; it needs some kilobytes, and seconds a megabyte."""
MAX_CONTROL_SHARE, MAX_CONTROLS = 0.02, 10
"""More control characters than this share and number among the first `SAMPLE_BYTES` characters: binary, not text;
in a short text, so many times the share."""

FEW_HIGH = 0.06
"""Western European text has fewer non-ASCII bytes (English 1 %, French 4 %); so few mislead the detector."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""Labels that pages use for a smaller encoding than the one they are written in (WHATWG Encoding Standard, 4.2)."""
_WEB_ENCODINGS = (
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp866", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "cp874", "gb18030", "big5", "shift_jis",
    "euc_jp", "euc_kr", "utf_16", "utf_16_le", "utf_16_be",
)  # fmt: skip
"""Encodings that pages are written in (WHATWG Encoding Standard, 4.2); the detector's other 70 are guesses."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LEAD = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Clean:
    """Text that can be stored, and what was mended to make it so."""

    text: str
    repairs: Repairs = Repairs()


def sanitise(text: str, *, encoding: str = "utf-8", undecodable: int = 0) -> Clean:
    """Unify line ends (CRLF and CR become LF), replace NUL and lone surrogates by U+FFFD, drop a leading BOM.

    Args:
        text: any Python string.
        encoding: the encoding it came in, for the record.
        undecodable: how many bytes of the input had already been replaced.

    Returns:
        The text with all counts; applying it twice changes nothing.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.count("\x00")
    if nul:
        text = text.replace("\x00", REPLACEMENT)
    text, surrogates = _SURROGATE.subn(REPLACEMENT, text)
    return Clean(text, Repairs(encoding=encoding, undecodable=undecodable, nul=nul, surrogates=surrogates))


def decode_bytes(data: bytes, *, declared: str = "") -> Clean:
    """Turn bytes into clean text.

    The order: byte order mark, strict UTF-8, UTF-16 that shows by its NULs, the declared encoding, UTF-8 with a few
    broken bytes, the statistical detector, Windows-1252.

    Args:
        data: all bytes of the text.
        declared: name of the encoding that a header or a tag claims, "" if none does.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    for name in (_wide_guess(data), "utf-8", web_name(declared)):
        text = _strict(data, name)
        if text is not None:
            return sanitise(text, encoding=name)
    if _mostly_utf8(data):
        return _decoded(data, "utf-8")
    return _decoded(data, _detected(data))


def is_binary(text: str) -> bool:
    """True if so much of the text is control characters or replacements that it cannot be prose."""
    head = text[:SAMPLE_BYTES]
    bad = len(_CONTROL.findall(head)) + head.count(REPLACEMENT)
    return bad > MAX_CONTROLS * MAX_CONTROL_SHARE * len(head) or (
        bad > MAX_CONTROLS and bad > MAX_CONTROL_SHARE * len(head)
    )


def web_name(label: str) -> str:
    """Python's name of the encoding that a web page means by `label`, "" if there is none of that name."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name if label else ""
    except (LookupError, ValueError):
        return ""
    return _WEB_NAMES.get(name, name)


def _strict(data: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _decoded(data: bytes, name: str) -> Clean:
    text = data.decode(name, errors="replace")
    return sanitise(text, encoding=name, undecodable=text.count(REPLACEMENT) - _real_replacements(data, name))


def _real_replacements(data: bytes, name: str) -> int:
    try:
        return data.count(REPLACEMENT.encode(name))
    except UnicodeError:
        return 0


def _wide_guess(data: bytes) -> str:
    """UTF-16 without a mark: Western text has a NUL in nearly every other byte."""
    head = data[:4096]
    if len(head) < 4 or head.count(0) < 0.3 * len(head):
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * len(head) / 2 and even < 0.1 * len(head) / 2:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * len(head) / 2 and odd < 0.1 * len(head) / 2 else ""


def _mostly_utf8(data: bytes) -> bool:
    """True if far more non-ASCII characters are good UTF-8 than broken."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    good = len(_LEAD.findall(data))
    return good > 4 * broken


def _detected(data: bytes) -> str:
    """The statistical detector where the first non-ASCII bytes stand, among encodings of the web.

    Windows-1252 if it finds nothing; UTF-8, in which all will be replaced, if what it finds has no letters.
    """
    if len(_HIGH.findall(data)) < FEW_HIGH * len(data) and _strict(data, "cp1252") is not None:
        return "cp1252"
    found = _HIGH.search(data)
    first = found.start() if found else 0
    sample = data[max(0, first - SAMPLE_BYTES // 4) : first + SAMPLE_BYTES * 3 // 4]
    best = from_bytes(sample, cp_isolation=list(_WEB_ENCODINGS)).best()
    name = best.encoding if best else "cp1252"
    return name if any(letter.isalpha() for letter in _visible(sample, name)) else "utf-8"


def _visible(sample: bytes, name: str) -> str:
    """The characters of a sample, each once: a file of one byte value is no text, whatever letter it is."""
    found = set(sample.decode(name, errors="ignore"))
    return "".join(found) if len(found) > 1 else ""
