"""The dossier: one SQLite file, the raw bytes beside it, and the decisions folder. The only SQL of the project."""
