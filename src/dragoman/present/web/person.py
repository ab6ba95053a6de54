"""Who sits at the desk: the name under which decisions are taken, asked once and kept in a cookie of this browser.

Requests in, a name out. Another person at the same machine changes the name; nobody is identified by it.
"""

import os
from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.flow.decided import LONGEST_WHO
from dragoman.flow.deciding import Desk as Deciding
from dragoman.model.errors import UsageError
from dragoman.present.deciding import WHO, find_who
from dragoman.present.web.asked import find_back, read_word
from dragoman.present.web.desk import Desk

COOKIE = "dragoman-who"
YEAR = 365 * 24 * 3600


def who_of(request: Request) -> str:
    """The name that was given in this browser, else that of the environment, "" if nobody was named yet."""
    return unquote(request.cookies.get(COOKIE, "")).strip()[:LONGEST_WHO] or os.environ.get(WHO, "").strip()


def guess_who() -> str:
    """The login name, to be offered when the name is asked for."""
    return find_who(None)


def deciding_of(desk: Desk, request: Request) -> Deciding:
    """The dossier and the person, as decisions need them.

    Raises:
        UsageError: nobody was named yet.
    """
    who = who_of(request)
    if not who:
        raise UsageError("Say who decides first: the page of review asks for your name once.")
    return Deciding(desk.folder, who, desk.work.tools(), desk.work.settings)


def do_who(desk: Desk, request: Request, form: FormData) -> Response:
    """Keep the name.

    Raises:
        UsageError: it is empty or endless.
    """
    who = " ".join(read_word(form, "who").split())
    if not 0 < len(who) <= LONGEST_WHO or not who.isprintable():
        raise UsageError(f"Give a name of 1 to {LONGEST_WHO} characters; others will read it beside your decisions.")
    answer = RedirectResponse(find_back(form), 303)
    answer.set_cookie(COOKIE, quote(who), max_age=YEAR, path="/", httponly=True, samesite="strict")
    return answer
