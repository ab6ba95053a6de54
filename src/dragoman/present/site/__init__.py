"""The dossier as static pages: the desk's own pages, drawn in process and written as files that need no server.

There is one way to draw a thread, a pair, a text: the functions and templates of `present/web`. Here is only what a
file cannot be asked for, and what may not be made public: which pages are written and under which names (`places.py`),
the frame and the filters of a site (`drawing.py`), addresses as relative links (`linking.py`), the way from page to
page (`walking.py`), the rows as data (`data.py`), what its search can find (`found.py`) and the index of that
(`index.py`), and the folder with its marker (`folder.py`). In templates two words
tell a site from the desk: `live` (somebody answers forms and other queries) and `texts` (whole texts may be shown).
"""
