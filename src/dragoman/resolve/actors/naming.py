"""What a document tells of a person whom it names: the input of the search for actors."""

from dataclasses import dataclass

NamingKey = tuple[str, str]
"""Id of the document and the name in it: within one document a name means one person."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A person as one document names him, in the fullest form of that document.

    Attributes:
        published: EDTF of the document, "" if unknown.
        code: of the state or body for which the document lets the person speak, "" if it does not say.
        sides: codes of the sides of the events in which the person stands: a hint, not more.
        before: up to about 80 characters of the text before the name at its first place; `after`: behind it.
        companions: full names of other persons in the same document.
        mentions: in how many records of the document the name stands.
    """

    name: str
    document: str
    published: str = ""
    code: str = ""
    sides: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    companions: tuple[str, ...] = ()
    mentions: int = 1

    @property
    def key(self) -> NamingKey:
        """What identifies the naming."""
        return self.document, self.name
