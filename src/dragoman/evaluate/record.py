"""How well texts are coded: events, statements and assessments against gold in the coding manual's format.

In: a folder of gold files, the texts they code, and the program. Out: precision, recall and F1 of each task, the
accuracy of each field over paired events, F1 by status. Texts are read and coded in this process; nothing is stored.

Dates of publication come from `in.jsonl` in the gold folder if there is one; its texts are then those that are coded.
Otherwise the texts are files named as the gold's `doc`, read as any user's.
"""

from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluate.manual.comparing import Shown, compare_codings
from dragoman.evaluate.manual.items import GoldFile, coding_of, read_gold
from dragoman.evaluate.reports import Report
from dragoman.evaluate.running import Coder, load_coder, read_documents
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError

INPUT = "in.jsonl"


def score_record(folder: Path, texts: Path | None = None, *, show: Shown = "", coder: Coder | None = None) -> Report:
    """Code the texts of a gold folder and compare.

    Args:
        folder: gold files `NAME.json`, with `in.jsonl` if the texts have stated dates.
        texts: folder of the texts; the gold folder by default.
        show: list what was missed, spurious and wrong of one kind.
        coder: the program, if loaded already.

    Raises:
        EvaluateError: no gold, a gold file that is faulty, or a text that is missing.
    """
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts or folder)
    wanted = [file.place_in(doc.text) for file, doc in zip(gold, docs, strict=True)]
    coder = coder or load_coder()
    found = [coding_of(doc, records) for doc, records in coder.code_documents(docs)]
    return compare_codings(list(zip(wanted, found, strict=True)), show=show)


def find_documents(gold: Sequence[GoldFile], folder: Path, texts: Path) -> list[Document]:
    """The document of each gold file, in order."""
    listed = folder / INPUT
    known = {doc.name: doc for doc in read_documents(listed)} if listed.is_file() else {}
    return [known.get(file.name) or _read_text(file, texts) for file in gold]


def _read_text(file: GoldFile, texts: Path) -> Document:
    path = next((each for each in (texts / f"{file.name}.txt", texts / file.doc) if each.is_file()), None)
    if path is None:
        raise EvaluateError(f"{file.path.name}: its text {file.doc} is not in {texts}. Name its folder with --texts.")
    found = next(read_documents(path), None)
    if found is None:
        raise EvaluateError(f"{path} holds no text.")
    return found
