"""Keeps the desk to its own machine and its own pages: policy headers, names of the host, origin of what writes.

ASGI in, ASGI out; it knows nothing of dossiers. Whether a write brings the token is looked at where its form is read.

Rules
    * Pages run scripts and styles of their own server only; nothing inline, nothing from elsewhere, no frames. A page
      that is whole in itself, as the brief, brings a narrower policy of its own.
    * A request whose Host is not this server's (another site's name that leads to 127.0.0.1) gets no page.
    * What is not GET or HEAD must come from a page of this server, as the browser says.
"""

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "X-Dragoman-Token"
TOKEN_FIELD = "token"
READING = ("GET", "HEAD")
POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )  # fmt: skip
)
POLICY_HEADER = "Content-Security-Policy"
HEADERS: Mapping[str, str] = {
    POLICY_HEADER: POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" Chromium says "Origin: null" when it sends a form
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
STATIC_CACHE = "no-cache"
"""Kept by the browser, but asked for anew: files have no version in their names, and old ones would meet new ones."""


def hosts_of(port: int) -> frozenset[str]:
    """The values of the header Host that mean this server."""
    names = ("127.0.0.1", "localhost", "[::1]")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class Guard:
    """Lets through what belongs here, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    if name == POLICY_HEADER:
                        headers.setdefault(name, value)
                    elif name == "Cache-Control" and scope["path"].startswith("/static/"):
                        headers[name] = STATIC_CACHE
                    else:
                        headers[name] = value
            await send(message)

        refusal = self._refuse(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refuse(self, method: str, headers: Headers) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return PlainTextResponse("This desk answers on its own machine only.", 421)
        if method not in READING and not is_same_origin(headers):
            return PlainTextResponse("Only pages of this desk may change the dossier.", 403)
        return None


def is_same_origin(headers: Headers) -> bool:
    """Whether the browser says that a request comes from a page of the host that it goes to; silence is no yes."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None and site is None:
        return False
    return origin in (None, f"http://{headers['host'].lower()}") and site in (None, "same-origin")
