"""Serves the desk on this machine alone: finds a port, says the address, opens the browser, runs until stopped."""

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from dragoman.flow.reading import ReadSettings
from dragoman.model.errors import UsageError
from dragoman.present.web.application import make_app

PORT = 8417
"""Wanted if none is asked for; any free one if it is taken."""
LOCAL = "127.0.0.1"


def serve(
    folder: Path, port: int | None, open_browser: bool, say: Callable[[str], None], settings: ReadSettings
) -> None:
    """Serve a dossier until the process is interrupted.

    Args:
        folder: of the dossier; it may be empty, the first page then says what to do.
        port: where, None for any.
        open_browser: whether to show the first page.
        say: tells the person at the keyboard.
        settings: the user's own actors, holders and model, for texts that are added.

    Raises:
        UsageError: the port that was asked for is taken.
    """
    sockets = open_sockets(port)
    number = int(sockets[0].getsockname()[1])
    app = make_app(folder, token=secrets.token_urlsafe(32), port=number, settings=settings)
    address = f"http://{LOCAL}:{number}/"
    say(f"The desk for {folder} is at {address} (this machine only). Ctrl-C ends it.")
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, ws="none", lifespan="off", server_header=False,
                            proxy_headers=False)  # fmt: skip
    uvicorn.Server(config).run(sockets=sockets)


def open_sockets(port: int | None) -> list[socket.socket]:
    """Listening sockets of this machine's own addresses, with one port.

    Raises:
        UsageError: the port that was asked for is taken.
    """
    try:
        first = socket.create_server((LOCAL, PORT if port is None else port))
    except OSError as error:
        if port is not None:
            remedy = "Choose another, or leave --port out."
            raise UsageError(f"Port {port} cannot be used ({error.strerror}). {remedy}") from error
        first = socket.create_server((LOCAL, 0))
    sockets = [first]
    with suppress(OSError):  # no IPv6 here, or its port is taken: 127.0.0.1 is enough
        sockets.append(socket.create_server(("::1", first.getsockname()[1]), family=socket.AF_INET6))
    for each in sockets:  # head and body go out in two parts: the second must not wait 40 ms for word of the first
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sockets
