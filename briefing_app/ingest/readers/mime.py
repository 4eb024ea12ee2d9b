"""Guarded reading of MIME messages: bounded depth and parts, headers decoded without trust."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message

from briefing_app.errors import InputError
from briefing_app.ingest.encoding.labels import decode_as, encoding_of

MOST_NESTED = 100
"""Parts with parts inside that one message may have."""
MOST_PARTS = 2_000
DEEPEST = 20
_MOST_HEADER = 4_000
_INNER = re.compile(rb"^content-type[ \t]{0,9}:\s{0,9}(?:multipart/|message/)", re.IGNORECASE | re.MULTILINE)
_FAULTS = (
    MessageError,
    RecursionError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of a message: its type, its bytes unpacked, and what its headers say."""

    media_type: str
    data: bytes
    charset: str
    place: str
    content_id: str
    attached: bool
    flowed: bool
    owner: int


@dataclass(frozen=True, slots=True)
class Mail:
    """A message taken apart; ``heads`` are its own headers and those of messages within it."""

    media_type: str
    heads: tuple[Message, ...]
    parts: tuple[Part, ...]
    start: str

    def head(self, name: str, owner: int = 0) -> str:
        """Return a header decoded, on one line, or ""."""
        return header(self.heads[owner], name)


def read_mime(data: bytes, name: str) -> Mail:
    """Take a message apart; InputError where it is nested too deeply or broken."""
    if len(_INNER.findall(data)) > MOST_NESTED:
        raise _too_deep(name)
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        heads, parts = _leaves(message, name)
        start = str(message.get_param("start") or "").strip(" <>")
        return Mail(message.get_content_type(), tuple(heads), tuple(parts), start)
    except RecursionError as error:
        raise _too_deep(name) from error
    except _FAULTS as error:
        raise InputError(f"“{name}” is a damaged message.", hint="Save it again from the mail program.") from error


def _leaves(message: Message, name: str) -> tuple[list[Message], list[Part]]:
    heads = [message]
    parts: list[Part] = []
    waiting = [(message, 0, 0)]
    while waiting:
        one, depth, owner = waiting.pop()
        if depth > DEEPEST or len(parts) > MOST_PARTS:
            raise _too_deep(name)
        inside = one.get_payload()
        if isinstance(inside, list):
            for child in reversed([part for part in inside if isinstance(part, Message)]):
                below = owner
                if one.get_content_type() == "message/rfc822":
                    heads.append(child)
                    below = len(heads) - 1
                waiting.append((child, depth + 1, below))
        elif one.get_content_maintype() == "text" or not one.is_multipart():
            parts.append(_part(one, owner))
    return heads, parts


def _part(one: Message, owner: int) -> Part:
    kind = one.get_content_type()
    payload = one.get_payload(decode=True) if kind.startswith("text/") or kind == "application/xhtml+xml" else b""
    return Part(
        kind,
        payload if isinstance(payload, bytes) else b"",
        str(one.get_content_charset() or ""),
        header(one, "content-location"),
        header(one, "content-id").strip(" <>"),
        str(one.get_content_disposition() or "") == "attachment",
        str(one.get_param("format") or "").lower() == "flowed",
        owner,
    )


def header(message: Message, name: str) -> str:
    """Return a header with its encoded words decoded, bounded and on one line."""
    try:
        value = str(message.get(name) or "")[:_MOST_HEADER]
        return " ".join("".join(_word(*piece) for piece in decode_header(value)).split())
    except (*_FAULTS, HeaderParseError):
        return ""


def _word(value: bytes | str, charset: str | None) -> str:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    label = encoding_of(charset or "") or "utf-8"
    return decode_as(value, label) or decode_as(value, "utf-8") or value.decode("windows-1252", "replace")


def _too_deep(name: str) -> InputError:
    return InputError(
        f"“{name}” has parts within parts beyond every measure.", hint="Save the message that you need alone."
    )
