"""Word files (.docx): paragraphs and tables of the main story; the core properties as hints.

Read straight from the zipped XML with a limit on the unpacked size and without entities.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from dragoman.ingest.naming import page_name
from dragoman.ingest.page import Hint, HintField, Page, Source
from dragoman.model.document import Part
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import sanitise

READER = "docx/1"
MAX_UNPACKED = 64 * 1024 * 1024
"""Most bytes of one XML part; a book of 1,000 pages has 10 MB, a bomb gigabytes."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SPLITTERS = (f"{_W}p", f"{_W}tr")
_CORE: dict[str, HintField] = {"title": "title", "creator": "author", "created": "published", "modified": "modified"}

Paragraph = tuple[str, bool]
"""The text of a paragraph or table row, and whether its style is that of a title."""


def read_docx(source: Source) -> Iterator[Page]:
    """Give the file as one page.

    Raises:
        IngestError: no Word file, encrypted, damaged, too large, or without text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            story = _parse(_member(archive, "word/document.xml"))
            core = _parse(_member(archive, "docProps/core.xml")) if "docProps/core.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        reason = "no readable .docx: damaged, encrypted, or an old .doc"
        raise IngestError(reason, remedy="Open it in Word and save it as .docx without a password.") from error
    paragraphs = [(sanitise(text).text, title) for text, title in _paragraphs(story) if text.strip()]
    if not paragraphs:
        raise IngestError("the Word file holds no text", remedy="If it holds pictures of text, type or OCR them first.")
    text = "\n\n".join(text for text, _ in paragraphs)
    yield Page(page_name(source), text, READER, parts=_parts(paragraphs), hints=tuple(_core_hints(core)))


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive, read no further than the limit whatever its header claims."""
    with archive.open(name) as member:
        data = member.read(MAX_UNPACKED + 1)
    if len(data) > MAX_UNPACKED:
        size = f"{name} has more than {MAX_UNPACKED // 2**20} MB when unpacked"
        raise IngestError(size, remedy="Save the text by itself, without what is embedded.")
    return data


def _parse(data: bytes) -> _Element:
    if b"<!DOCTYPE" in data[:4096]:
        raise IngestError("the Word file declares XML entities", remedy="Open it in Word and save it again.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IngestError(f"the Word file is damaged ({error})", remedy="Open it in Word and save it again.") from error


def _paragraphs(story: _Element) -> Iterator[Paragraph]:
    """Paragraphs in order; a table row is one paragraph with tabs between its cells. No recursion."""
    runs: list[str] = []
    title, rows = False, 0
    walk = etree.iterwalk(story, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag == _FALLBACK:
                walk.skip_subtree()
            elif tag == f"{_W}t":
                runs.append(element.text or "")
            elif tag in _BREAKS:
                runs.append(_BREAKS[tag])
            elif tag == f"{_W}tr":
                rows += 1
            elif tag == f"{_W}pStyle":
                title = title or str(element.get(f"{_W}val") or "").lower() == "title"
            continue
        if tag == f"{_W}tr":
            rows -= 1
        if tag in _SPLITTERS and not rows:
            yield "".join(runs).strip(), title
            runs, title = [], False
        elif tag == f"{_W}tc":
            runs.append("\t")
        elif tag == f"{_W}p" and rows:
            runs.append(" ")


def _parts(paragraphs: list[Paragraph]) -> tuple[Part, ...]:
    """Title and body if a style names the title, () else: then the text is labelled like any plain text."""
    if not paragraphs[0][1]:
        return ()
    end = len(paragraphs[0][0])
    total = sum(len(text) + 2 for text, _ in paragraphs) - 2
    title = Part("title", 0, end)
    return (title, Part("body", end + 2, total)) if total > end else (title,)


def _core_hints(core: _Element | None) -> Iterator[Hint]:
    for child in core if core is not None else ():
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        value = " ".join(sanitise(child.text or "").text.split())
        if name in _CORE and value:
            yield Hint(_CORE[name], value, f"docx property {name}")
