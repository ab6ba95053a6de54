"""The brief of a pair of states: gathered from the dossier, composed as plain data, rendered as Markdown or HTML."""
