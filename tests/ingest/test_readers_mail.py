"""Mails, saved pages and feeds."""

from email.message import EmailMessage

import pytest

from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.model.issues import Reject


def read(file, data):
    return list(read_pages(Source(file, data if isinstance(data, bytes) else data.encode(), "0" * 64)))


def fields(page):
    return {(hint.field, hint.value) for hint in page.hints}


def mail(text="", html="", attachment=b""):
    message = EmailMessage()
    message["Subject"] = "Überblick: talks in the capital"
    message["From"] = "Desk <desk@x.example>"
    message["Date"] = "Thu, 04 Oct 2012 10:00:00 +0500"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    if attachment:
        message.add_attachment(attachment, maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def test_the_plain_text_of_a_mail_is_read_with_its_headers():
    (page,) = read("a.eml", mail("They met – at last.\n", "<p>Other</p>", b"%PDF"))
    assert page.text == "They met – at last.\n"
    assert fields(page) == {
        ("title", "Überblick: talks in the capital"),
        ("author", "Desk <desk@x.example>"),
        ("published", "Thu, 04 Oct 2012 10:00:00 +0500"),
    }


def test_the_html_of_a_mail_is_rendered_where_there_is_no_plain_text():
    (page,) = read("a.eml", mail(html="<p>They met.</p><p>At last.</p>"))
    assert page.text == "They met.\n\nAt last."
    assert page.reader == "eml/1"


DEEP = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i) for i in range(3000))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (mail(attachment=b"%PDF"), "a.pdf"),
        (b"\xff" * 5000, "no header"),
        (b"no header at all", "no header"),
        (b"Subject: empty\r\n\r\n  \r\n", "no text"),
        (b"Subject: binary\r\n\r\n" + bytes(range(256)) * 9, "no text"),
        (DEEP, "nested too deep"),
    ],
    ids=["attachments only", "0xff", "no header", "empty", "binary", "deep"],
)
def test_bad_mails_are_rejects(data, reason):
    (reject,) = read("a.eml", data)
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.remedy


def test_broken_encoded_words_and_unknown_charsets_do_not_stop_a_mail():
    data = b"Subject: =?x-none?q?a?= =?utf-8?b?!!?=\r\nContent-Type: text/plain; charset=x-none\r\n\r\nWords.\r\n"
    (page,) = read("a.eml", data)
    assert page.text == "Words.\n"


def test_an_endless_header_is_read_quickly():
    (page,) = read("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\r\n\r\nWords.")
    assert page.text == "Words."


SAVED = """From: <Saved by Browser>
Snapshot-Content-Location: http://x.example/1
Subject: Talks
Date: Wed, 20 Aug 2014 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: {kind}
Content-Transfer-Encoding: quoted-printable
Content-Location: http://x.example/1

<html><body><h1>Talks</h1><p>They met =E2=80=93 at last.</p></body></html>
--b--
"""


def test_a_saved_page_is_read_and_the_day_of_saving_is_no_publication_date():
    (page,) = read("a.mhtml", SAVED.format(kind="text/html"))
    assert page.text == "Talks\n\nThey met – at last."
    assert ("crawled", "Wed, 20 Aug 2014 10:00:00 -0000") in fields(page)
    assert ("url", "http://x.example/1") in fields(page)
    assert not any(field == "published" for field, _ in fields(page))


@pytest.mark.parametrize("data", [SAVED.format(kind="image/png"), b"\xff" * 5000, "From: x\n\n"])
def test_a_saved_page_without_html_is_a_reject(data):
    (reject,) = read("a.mhtml", data)
    assert isinstance(reject, Reject)
    assert reject.remedy


RSS = """<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Example</title><language>en</language>
<item><title>Talks &amp; tea</title><link>http://x.example/1</link><pubDate>Thu, 04 Oct 2012 10:00:00 GMT</pubDate>
<dc:creator>A. One</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>They met.</p><p>At last.&nbsp;</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description></item>
<item><title>Third</title></item>
</channel></rss>"""


def test_feed_items_are_read_with_their_full_content():
    full, summary, empty = read("a.rss", RSS)
    assert full.text == "Talks & tea\n\nThey met.\n\nAt last."
    assert (full.record, full.reader, full.name) == ("item 1", "feed/1", "a~1")
    assert {
        ("title", "Talks & tea"), ("url", "http://x.example/1"), ("published", "Thu, 04 Oct 2012 10:00:00 GMT"),
        ("author", "A. One"), ("outlet", "The Example"), ("language", "en"),
    } <= fields(full)  # fmt: skip
    assert [(part.kind, full.text[part.start : part.end]) for part in full.parts][0] == ("title", "Talks & tea")
    assert summary.text == "Second\n\nOnly a summary."
    assert summary.reader == "feed-summary/1"
    assert isinstance(empty, Reject)
    assert empty.record == "item 3"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("html", "&lt;p&gt;They met &amp;lt; then.&lt;/p&gt;"),
        ("xhtml", '<div xmlns="http://www.w3.org/1999/xhtml"><p>They met &lt; then.</p></div>'),
        ("text", "They met &lt; then."),
    ],
)
def test_atom_content_of_each_type_is_read(kind, content):
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Talks</title>'
        '<link href="http://x.example/1"/><published>2012-10-04</published><updated>2012-10-06</updated>'
        f'<author><name>A. One</name></author><content type="{kind}">{content}</content></entry></feed>'
    )
    (page,) = read("a.atom", feed)
    assert page.text == "Talks\n\nThey met < then."
    expected = {
        ("published", "2012-10-04"),
        ("modified", "2012-10-06"),
        ("author", "A. One"),
        ("url", "http://x.example/1"),
    }
    assert expected <= fields(page)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
         "entities"),
        ('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item><description>&a;</description></item></rss>',
         "entities"),
        ("<rss>", "no items"),
        ("<rss>" + "<a>" * 100_000, "no items"),
        ("<opml><body/></opml>", "neither RSS nor Atom"),
        (b"\xff" * 5000, "neither RSS nor Atom"),
    ],
    ids=["entity bomb", "outside entity", "empty", "deep", "other XML", "0xff"],
)  # fmt: skip
def test_bad_feeds_are_rejects(data, reason):
    (reject,) = read("a.xml", data)
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_of_a_feed_is_found(encoding):
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><rss><item><description>Über die Grenze</description></item></rss>'
    )
    (page,) = read("a.xml", text.encode(encoding))
    assert page.text == "Über die Grenze"


def test_a_feed_that_breaks_off_gives_its_whole_items():
    results = read("a.rss", RSS[: RSS.index("<item><title>Third")])
    assert len([item for item in results if isinstance(item, Page)]) == 2
