"""`POST /example`: reads the example articles into the folder of the desk."""

from starlette.datastructures import FormData
from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.present.web.desk import Desk, find_examples


def do_example(desk: Desk, request: Request, form: FormData) -> str:
    """Read the example, then go home.

    Raises:
        UsageError: there is no example, or the folder holds a dossier already.
    """
    from dragoman.present.python import read

    examples = find_examples()
    if examples is None:
        raise UsageError("The example articles are not on this machine; they come with the repository of the program.")
    if desk.has_dossier():
        raise UsageError("This folder holds a dossier already. Start `dragoman serve` with another --dossier.")
    read([examples], desk.folder)
    return "/"
