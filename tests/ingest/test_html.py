import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest.html.align import mark_common, tokens_of
from dragoman.ingest.html.render import render
from dragoman.ingest.html.tree import declared_encoding, depth_of, parse_markup, thin
from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.model.issues import Reject

PROSE = (
    "The foreign ministers of the two states met in the capital on Tuesday and agreed to reopen the border in March.",
    "A joint commission will look at the trade in grain and cement, which has fallen by a third since the dispute began.",
    "Neither side would say whether the question of the dam, on which talks broke down last year, had been touched.",
    "The agreement has to pass both parliaments, where it is expected to meet little opposition before the summer.",
)


def read(markup):
    data = markup if isinstance(markup, bytes) else markup.encode("utf-8")
    (result,) = read_pages(Source("page.html", data, "0" * 64))
    return result


def rendered(body):
    return render(parse_markup(f"<html><body>{body}</body></html>")).text


def kinds(page):
    return [(part.kind, page.text[part.start : part.end]) for part in page.parts]


def of_kind(page, kind):
    return [text for found, text in kinds(page) if found == kind]


def article(*, head="", before="", inside="", after="", title="Border to reopen in March"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    return (
        f"<html><head><title>{title} | The Example</title>{head}</head><body>{before}"
        f"<article><h1>{title}</h1>{inside}{body}</article>{after}</body></html>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("One<br><br>two", "One\n\ntwo"),
        ("<p>One\n  <b>bold</b>\t word&nbsp;here</p>", "One bold word here"),
        ("<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\n\nc"),
        ("<p>a &amp; b &mdash; &#1591;</p>", "a & b — \u0637"),
        ("<p>a<script>x</script><style>y</style><template>z</template><noscript>n</noscript>b</p>", "ab"),
        ("<p>a<!-- gone -->b</p>", "ab"),
        ("<p hidden>a</p><p style='display: none'>b</p><p>c</p>", "c"),
        ("<select><option>Albania<option>Algeria</select><p>c</p>", "c"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>co\u00adoper\u200bate</p>", "cooperate"),
        ("<p>a\x1eb\x1fc</p>", "a b c"),
    ],
)
def test_markup_is_rendered_as_a_reader_sees_it(body, expected):
    result = rendered(body)
    assert result.replace("\n", " ").replace("\t", " ") == expected if "\x1e" in body else result == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<td>", "<br>", "<a href=x>", "</a>",
                                 "<li class=comment>", "word ", "talks. ", "\n", "<h1>", "</h1>", "&nbsp;"]), max_size=40))  # fmt: skip
def test_blocks_and_parts_cover_all_text_in_order_without_overlap(pieces):
    markup = "".join(pieces)
    page = read(f"<html><body>{markup}</body></html>")
    if isinstance(page, Reject):
        assert not markup.replace("&nbsp;", "").translate(str.maketrans("", "", "\n ")).count("talks")
        return
    covered = 0
    for part in page.parts:
        assert page.text[covered : part.start].strip() == ""
        assert part.start < part.end
        covered = part.end
    assert page.text[covered:].strip() == ""


def test_the_same_bytes_give_the_same_page():
    assert read(article()) == read(article())


def test_title_byline_caption_body_and_furniture_are_told_apart():
    figure = "<figure><img alt='x'><figcaption>The ministers at the gate.</figcaption></figure>"
    page = read(
        article(
            before="<nav><a href=/>Home</a> <a href=/w>World</a></nav>",
            inside=f"<p class=byline>By Ann Example</p>{figure}",
            after="<footer>All rights reserved</footer>",
        )
    )
    assert of_kind(page, "title") == ["Border to reopen in March"]
    assert of_kind(page, "byline") == ["By Ann Example"]
    assert of_kind(page, "caption") == ["The ministers at the gate."]
    assert "\n\n".join(of_kind(page, "body")) == "\n\n".join(PROSE)
    assert any("Home" in text for text in of_kind(page, "furniture"))
    assert any("rights" in text for text in of_kind(page, "furniture"))


def test_headings_inside_the_article_are_body():
    markup = article().replace(f"<p>{PROSE[2]}", f"<h2>The dam</h2><p>{PROSE[2]}")
    assert any("The dam" in text for text in of_kind(read(markup), "body"))


def test_link_only_lines_and_boxes_inside_the_article_are_furniture():
    pointer = "<p><a href=/x>Read also: How the dispute over the dam began</a></p>"
    box = "<aside class=newsletter><p>Get our letter every morning, with all the news of the day.</p></aside>"
    markup = article().replace(f"<p>{PROSE[1]}", f"{pointer}{box}<p>{PROSE[1]}")
    body = " ".join(of_kind(read(markup), "body"))
    assert "Read also" not in body
    assert "our letter" not in body
    assert all(paragraph in body for paragraph in PROSE)


def test_a_calendar_above_the_headline_is_furniture():
    calendar = "<table><tr><td>1<td>2<td>3</tr><tr><td>4<td>5<td>6</tr></table>"
    page = read(article(before=calendar, head='<meta property="og:title" content="Border to reopen in March">'))
    assert page.text.startswith("1\t2\t3")
    assert kinds(page)[0][0] == "furniture"


def test_each_readers_comment_is_a_part_with_its_date():
    comments = (
        "<section id=comments><h2>2 comments</h2>"
        "<div class=comment><p class=meta><b>somebody</b> <time datetime='2012-10-05T10:00Z'>5 Oct</time></p>"
        "<p>They should have done that years ago.</p><p>Now it is late.</p></div>"
        "<div class=comment><p>It will not pass.</p></div></section>"
    )
    page = read(article(after=comments))
    texts = [(page.text[item.start : item.end], item.date) for item in page.comments]
    assert texts == [
        ("They should have done that years ago.\n\nNow it is late.", "2012-10-05"),
        ("It will not pass.", ""),
    ]
    assert of_kind(page, "comment") == [text for text, _ in texts]


def test_a_body_class_that_names_comments_makes_no_comment_of_the_article():
    page = read(article().replace("<body>", "<body class='single comments-open has-sidebar'>"))
    assert "\n\n".join(PROSE) in "\n\n".join(of_kind(page, "body"))
    assert page.comments == ()


def test_hints_come_in_order_of_trust_with_their_source():
    data = {"@graph": [{"@type": "WebSite", "name": "x"}, {
        "@type": "NewsArticle", "headline": "H", "datePublished": "2012-10-04T10:00:00Z", "dateModified": "2012-10-06",
        "author": [{"name": "A. One"}, {"name": "B. Two"}], "publisher": {"name": "The Example"}}]}  # fmt: skip
    head = (
        '<meta name="date" content="2012-10-09"><meta property="article:published_time" content="2012-10-05">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
        '<link rel="canonical" href="http://x.example/1"><meta property="og:site_name" content="Example Online">'
    )
    page = read(article(head=head).replace("<html>", "<html lang=en-GB>"))
    found = {}
    for hint in page.hints:
        found.setdefault(hint.field, []).append((hint.value, hint.source))
    assert found["published"][:3] == [
        ("2012-10-04T10:00:00Z", "JSON-LD datePublished"),
        ("2012-10-05", "meta article:published_time"),
        ("2012-10-09", "meta date"),
    ]
    assert found["modified"] == [("2012-10-06", "JSON-LD dateModified")]
    assert found["author"] == [("A. One", "JSON-LD author.name"), ("B. Two", "JSON-LD author.name")]
    assert found["outlet"] == [("Example Online", "meta og:site_name"), ("The Example", "JSON-LD publisher.name")]
    assert found["url"][0] == ("http://x.example/1", "link canonical")
    assert found["language"] == [("en-GB", "html lang")]
    assert found["title"][0] == ("H", "JSON-LD headline")


def test_broken_metadata_is_passed_over():
    head = "<script type='application/ld+json'>{broken</script><script type='application/ld+json'>[[7]]</script>"
    assert isinstance(read(article(head=head)), Page)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"<meta charset=windows-1251><p>x", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"),
        (b'<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
        (b"<p>x", ""),
    ],
)
def test_the_declared_encoding_is_found(data, encoding):
    assert declared_encoding(data) == encoding


def test_the_declared_encoding_is_used():
    page = read("<meta charset=windows-1250><p>Łódź i Gdańsk</p>".encode("cp1250"))
    assert page.text == "Łódź i Gdańsk"
    assert page.repairs.encoding == "cp1250"


def test_utf8_is_read_as_utf8_whatever_the_page_declares():
    assert read("<meta charset=iso-8859-1><p>Łódź</p>".encode()).text == "Łódź"


FILLER = "<p>" + " ".join(PROSE) + "</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 5000 + FILLER + "</div>" * 5000 + "<p>After.</p>",
        "<div>" * 5000 + FILLER,
        "<table><tr><td>" * 2000 + FILLER,
        "<b>" * 6000 + FILLER,
        '<div data-x="' + "x" * 20_000_000 + '">' + FILLER,
        '<div class="' + "ab " * 1_000_000 + '">' + FILLER,
        '<div style="' + "display:" * 1_000_000 + '">' + FILLER,
        "<!DOCTYPE html [<!ENTITY a 'b'>]>" + FILLER,
        FILLER + "\x00 \ufffe",
        "<p>" + "word " * 200_000 + " ".join(PROSE),
        "<p>spam spam spam spam</p>" * 20_000 + FILLER,
        "<" * 500_000 + FILLER,
        "<a href=x>menu</a> " * 20_000 + FILLER,
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>" + FILLER,
    ],
    ids=lambda markup: f"{markup[:24]}...",
)
def test_hostile_pages_are_read(markup):
    page = read(markup)
    assert isinstance(page, Page)
    assert PROSE[0][:60] in page.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body><script>" + b"x=1;" * 10_000 + b"</script></body></html>", "without any text"),
        (b"<html><body></body></html>", "no text"),
        (b"<!--", "no HTML"),
        (b"<p>word</p>" * 260_000, "elements"),
        (b"\xff" * 5000, "no text"),
        (b"\x00" * 5000, "no text"),
    ],
)
def test_pages_without_text_are_rejects(data, reason):
    reject = read(data)
    assert isinstance(reject, Reject)
    assert reason in reject.reason
    assert reject.remedy


def test_a_page_that_hides_all_until_its_scripts_run_is_shown():
    page = read(f"<html><body style='display:none'>{FILLER}</body></html>")
    assert PROSE[0] in page.text


def test_thinning_keeps_the_text_and_bounds_the_depth():
    deep = "<div><p>" * 3000 + "word" + "</p></div>" * 3000
    tree = parse_markup(deep)
    assert depth_of(tree) <= 250
    assert "word" in thin(deep)


def test_alignment_prefers_the_copy_that_stands_among_its_neighbours():
    teaser = tokens_of(PROSE[0])
    page = teaser + tokens_of("some menu words here") + tokens_of(" ".join(PROSE))
    marks = mark_common(page, tokens_of(" ".join(PROSE)))
    assert not any(marks[: len(teaser)])
    assert all(marks[len(teaser) + 4 :])


def test_repetitive_texts_are_aligned():
    marks = mark_common(["spam"] * 50_000, ["spam"] * 50_000)
    assert all(marks)
