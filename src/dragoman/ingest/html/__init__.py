"""Web pages: rendered by ourselves, labelled with the help of trafilatura, htmldate and the page's own metadata."""
