"""Hashes and identifiers: SHA-256 of bytes and of canonical JSON. Knows nothing of what is hashed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Union

Plain = Union[str, int, float, bool, None, Sequence["Plain"], Mapping[str, "Plain"]]


def hash_bytes(data: bytes) -> str:
    """SHA-256 of `data` as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def hash_content(content: Plain) -> str:
    """SHA-256 of the canonical JSON of `content`: sorted keys, no spaces, UTF-8."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hash_bytes(text.encode("utf-8"))


def make_id(prefix: str, content: Plain) -> str:
    """An identifier: `prefix`, "-" and the first 16 hex digits of the content's hash."""
    return f"{prefix}-{hash_content(content)[:16]}"
