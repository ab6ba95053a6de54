"""The desk: the dossier as a local web application, for reading, checking and presenting in the browser.

How to add a page, say of outlets:

1. `pages/sources.py`: `def show_sources(desk: Desk, request: Request) -> Page`. It opens the dossier with
   `with desk.open() as opened`, asks the query functions that the command line asks, and gives a `Page`: a title, the
   name of its template, what the template needs, the rows of its table as plain fields (`present/fields.py`), and
   `data` where the JSON is more than these rows. An id that does not exist: `with missing(): opened.family(id)`.
2. `templates/sources.html.jinja` extends `desk.html.jinja` and takes its badges and dates from `pieces.html.jinja`.
   Words of a document go through `|isolate`, addresses through `|link`, dates through `|spell`; a status is shown by
   `pieces.status` alone. No `style=`, no script in the page: the policy of `security.py` forbids both.
3. One line in `application.PAGES` and one in `declared.DECLARED`; one in `BEFORE_READING` too if it has something to
   say where there is no dossier. The page is then served as HTML, and with `.json` and `.csv` at the end of its path.
   And a line in `present/site/places.py`: whether `dragoman site` writes it. What only makes sense where somebody
   answers (another query, a correction) stands in `{% if live %}`, whole texts in `{% if texts %}`.
4. What writes is a function `do_NAME(desk, request, form) -> str` (the path to go to; or a whole answer, where a
   cookie goes with it), and one line in `application.WRITES`; its form holds `pieces.token`. Only functions under
   `flow` write; fetching a page never does.
   What takes longer than some seconds runs in `desk.work`, the one thread that reads, and says how far it is.
5. A page that is whole in itself, with its own style, gives a `Sheet` and stands in `application.SHEETS`. What takes
   seconds is kept (`kept.py`), and stands on a page of its own that others fetch a part of once they are shown.
6. A test in `tests/present/web/`; the tests of headers, twins and payloads run over all of `PAGES` by themselves, once
   `conftest.FIRST` says where a page with an id in its path finds one.
"""
