"""`/thread/ID`: the life of one event of the world: who told it when, in which words, and what cannot both be true."""

from starlette.requests import Request

from dragoman.present.asking import check_day
from dragoman.present.thread_page import ThreadPage
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.desk import Desk
from dragoman.present.wording import spell_page, spell_sides


def show_thread(desk: Desk, request: Request) -> Page:
    """One thread, as of a day if the query names one."""
    as_of = check_day("as_of", request.query_params.get("as_of"))
    with desk.open() as opened:
        with missing():
            thread = opened.thread(request.path_params["id"], as_of=as_of)
        page = ThreadPage.load(opened, thread)
    outlets = {id: spell_page(source) for id, source in page.sources.items()}
    context = {"thread": thread, "events": page.events, "outlets": outlets, "contradictions": page.contradictions,
               "sides": spell_sides(thread, desk.name)}  # fmt: skip
    title = f"{thread.type} {spell_sides(thread)}"
    return Page(title, "thread.html.jinja", context, tuple(page.step_fields()), page.fields())
