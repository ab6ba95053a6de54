"""A message (RFC 5322, MIME) to its headers and parts; shared by `.eml` and `.mhtml`. Knows no articles."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from dragoman.ingest.page import Hint, HintField
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import sanitise

MAX_HEADER = 2_000
"""Characters of a header that are decoded; the decoder's time grows with the square."""
MAX_PARTS = 10_000
"""Parts that are looked at; a saved page with all its pictures has hundreds."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """One leaf of a message.

    Attributes:
        kind: its MIME type in lower case, "text/html".
        charset: encoding that it declares, "" if none.
        location: its `Content-Location`.
        filename: name of an attachment, "" for a part that is shown.
        data: bytes with the transfer encoding undone.
    """

    kind: str
    charset: str
    location: str
    filename: str
    data: bytes


def parse_mail(data: bytes) -> "Message[str, str]":
    """Parse a message.

    Raises:
        IngestError: it has no header line, or is nested beyond reason.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except (RecursionError, ValueError, LookupError) as error:
        raise IngestError("the message is nested too deep or damaged", remedy="Save the text by itself.") from error
    if not message.keys():
        raise IngestError("no message: there are no header lines", remedy="Save it as .txt if it is plain text.")
    return message


def header(message: "Message[str, str]", name: str) -> str:
    """A header as one clean line, encoded words resolved; "" if it is missing."""
    value = message.get(name)
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value)[:MAX_HEADER])))
    except (ValueError, LookupError):  # a broken encoded word stays as it is
        text = str(value)
    return " ".join(sanitise(text).text.split())


def header_hints(message: "Message[str, str]", fields: dict[str, HintField]) -> tuple[Hint, ...]:
    """Hints of the headers that stand in `fields` (header name to hint field)."""
    return tuple(
        Hint(field, value, f"header {name}") for name, field in fields.items() if (value := header(message, name))
    )


def leaf_parts(message: "Message[str, str]") -> Iterator[MailPart]:
    """All parts that hold no further parts, in order, without recursion."""
    stack: list[Message[str, str]] = [message]
    for _ in range(MAX_PARTS):
        if not stack:
            return
        part = stack.pop()
        inside = part.get_payload()
        if isinstance(inside, list):
            stack.extend(item for item in reversed(inside) if isinstance(item, Message))
            continue
        payload = part.get_payload(decode=True)
        yield MailPart(
            kind=part.get_content_type().lower(),
            charset=part.get_content_charset() or "",
            location=header(part, "Content-Location"),
            filename=part.get_filename() or "",
            data=payload if isinstance(payload, bytes) else b"",
        )
