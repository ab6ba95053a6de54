"""Word and PDF files."""

import io
import zipfile

import pytest

from dragoman.ingest.formats.pdf import join_lines
from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.model.issues import Reject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(file, data):
    (result,) = read_pages(Source(file, data, "0" * 64))
    return result


def word(body, *, core=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", body if body.startswith("<!DOCTYPE") else whole)
        if core:
            names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            archive.writestr("docProps/core.xml", f"<coreProperties {names}>{core}</coreProperties>")
    return out.getvalue()


def paragraph(text, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_tables_of_a_word_file_are_read():
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("State", "Envoy"))
    page = read("a.docx", word(paragraph("One.") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("Two.")))
    assert [" ".join(text.split()) for text in page.text.split("\n\n")] == ["One.", "State Envoy", "Two."]
    assert "\t" in page.text


def test_title_style_and_core_properties_are_told():
    core = "<dc:title>Talks</dc:title><dc:creator>A. One</dc:creator><dcterms:created>2012-10-04</dcterms:created>"
    page = read("a.docx", word(paragraph("Talks", "Title") + paragraph("They met."), core=core))
    assert [(part.kind, page.text[part.start : part.end]) for part in page.parts] == [
        ("title", "Talks"),
        ("body", "They met."),
    ]
    assert {(hint.field, hint.value) for hint in page.hints} == {
        ("title", "Talks"), ("author", "A. One"), ("published", "2012-10-04"),
    }  # fmt: skip


def test_deleted_words_and_second_copies_of_text_boxes_are_left_out():
    body = "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    copy = (
        '<mc:Fallback xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{paragraph('copy')}</mc:Fallback>"
    )
    assert read("a.docx", word(body + copy)).text == "kept"


def test_a_file_of_a_real_writer_is_read():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Talks", 0)
    document.add_paragraph("They met in the capital.")
    document.core_properties.author = "A. One"
    out = io.BytesIO()
    document.save(out)
    page = read("a.docx", out.getvalue())
    assert page.text == "Talks\n\nThey met in the capital."
    assert ("author", "A. One") in {(hint.field, hint.value) for hint in page.hints}


def test_a_zip_bomb_is_a_reject():
    reject = read("a.docx", word(paragraph("a" * 80_000_000)))
    assert isinstance(reject, Reject)
    assert "when unpacked" in reject.reason


BOMB = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 5000,
        b"PK\x03\x04 word/",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
        word(paragraph("x" * 1000))[:-30],
        word(paragraph(" ")),
        word("<w:p><w:r>"),
        word(BOMB),
    ],
    ids=["0xff", "zip head", "old .doc or encrypted", "truncated", "empty", "broken XML", "entity bomb"],
)
def test_bad_word_files_are_rejects(data):
    reject = read("a.docx", data)
    assert isinstance(reject, Reject)
    assert reject.remedy


def make_pdf(*pages):
    """A minimal PDF with one text line for each string."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        content = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


def test_the_text_layer_of_a_pdf_is_read_as_paragraphs():
    page = read(
        "a.pdf", make_pdf(["The two ministers have agreed to co-", "operate on the dam, they said in", "the capital."])
    )
    assert page.text == "The two ministers have agreed to cooperate on the dam, they said in the capital."


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([["A sentence that goes on over", "the end of its line."]], ["A sentence that goes on over the end of its line."]),
        ([["A first paragraph of some length here", "ends.", "A second one begins on its own line."]],
         ["A first paragraph of some length here ends.", "A second one begins on its own line."]),
        ([["One.", "", "Two."]], ["One.", "Two."]),
        ([["The sentence breaks off where the page"], ["ends and goes on."]],
         ["The sentence breaks off where the page ends and goes on."]),
        ([["The sentence ends with its page."], ["The next begins."]],
         ["The sentence ends with its page.", "The next begins."]),
        ([["negotia-", "tions in Sino-", "Russian trade"]], ["negotiations in Sino- Russian trade"]),
    ],
)  # fmt: skip
def test_lines_are_joined(pages, expected):
    assert join_lines(pages) == expected


def test_running_heads_are_left_out():
    pages = [["THE EXAMPLE, page 1", "One goes"], ["THE EXAMPLE, page 2", "on and"], ["THE EXAMPLE, page 3", "on."]]
    assert read("a.pdf", make_pdf(*pages)).text == "One goes on and on."


def locked_pdf():
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(["Secret."])))
    writer.encrypt("password", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (locked_pdf, "encrypted"),
        (lambda: make_pdf(["word"] * 200_000), "drawing"),
        (lambda: make_pdf([]), "no text layer"),
        (lambda: make_pdf(["x"])[:60], "damaged"),
        (lambda: b"%PDF-1.4\n" + b"1 0 obj <<>> endobj\n" * 2000, "damaged"),
        (lambda: b"%PDF-1.7" + b"\xff" * 5000, "damaged"),
    ],
    ids=["encrypted", "endless page", "scanned", "truncated", "no pages", "0xff"],
)
def test_bad_pdfs_are_rejects(make, reason):
    reject = read("a.pdf", make())
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.remedy


def test_a_pdf_under_another_name_is_read():
    assert isinstance(read("a.txt", make_pdf(["Words."])), Page)
