"""The key of an encrypted library, wrapped by a passphrase: Argon2id, then ChaCha20-Poly1305.

The header lies beside the library (`<library>.key`) and inside it, so that a lost keyring never means a lost
library, and a lost header can be written again while the library is open. It is versioned JSON; everything in
it but the wrapped key itself is authenticated.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from briefing_app import dumps
from briefing_app.errors import LibraryDamaged, LibraryError, LibraryTooNew, WrongKey
from briefing_app.store.connect import KEY_BYTES
from briefing_app.store.files import key_file

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = "briefing-reader-key"
VERSION: Final = 1

TIME_COST: Final = 3
MEMORY_KIB: Final = 65536
LANES: Final = 4
"""RFC 9106, second recommended option: 64 MiB, three passes, four lanes."""

MOST_MEMORY_KIB: Final = 1048576
MOST_TIME_COST: Final = 64
MOST_LANES: Final = 64
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_CHECK_PERSON: Final = b"briefing-reader key check"


@dataclass(frozen=True, slots=True)
class Header:
    """A wrapped key with all that is needed to unwrap it but the passphrase; bytes are base64.

    `check` tells whether a key is the right one (a hash of 32 random bytes gives nothing away).
    """

    salt: str
    nonce: str
    wrapped: str
    check: str
    time_cost: int = TIME_COST
    memory_kib: int = MEMORY_KIB
    lanes: int = LANES
    version: int = VERSION
    format: str = FORMAT

    def to_text(self) -> str:
        """Write the header as JSON."""
        return json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"

    @classmethod
    def from_text(cls, text: str, name: str = "the key file") -> Header:
        """Read a header; LibraryTooNew or LibraryDamaged (naming it by `name`) where it is not as we write it."""
        try:
            values = json.loads(text)
            if values["format"] != FORMAT:
                raise ValueError(values["format"])
            if int(values["version"]) > VERSION:
                raise LibraryTooNew(f"A newer release wrote {name}.", hint="Install the newest release.")
            header = cls(**values)
            header._check_shape()
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LibraryDamaged(f"{name} is damaged.", hint="Bring it back from a backup.") from error
        return header

    def _check_shape(self) -> None:
        """Refuse costs that would only serve to hang us."""
        costs = (self.time_cost, MOST_TIME_COST), (self.memory_kib, MOST_MEMORY_KIB), (self.lanes, MOST_LANES)
        if any(type(cost) is not int or not 0 < cost <= most for cost, most in costs):
            raise ValueError("costs")
        for text in (self.salt, self.nonce, self.wrapped, self.check):
            base64.b64decode(text, validate=True)

    def authenticated(self) -> bytes:
        """Return what the cipher vouches for besides the key."""
        values = asdict(self)
        del values["wrapped"]
        return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def new_key() -> bytes:
    """Return a new random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def wrap(key: bytes, passphrase: str) -> Header:
    """Wrap `key` so that `passphrase` opens it; LibraryError when there is no passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if not passphrase:
        raise LibraryError("A passphrase must not be empty.")
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    bare = Header(salt=_text(salt), nonce=_text(nonce), wrapped="", check=check_value(key))
    sealed = ChaCha20Poly1305(_stretched(bare, passphrase)).encrypt(nonce, key, bare.authenticated())
    return Header(salt=bare.salt, nonce=bare.nonce, wrapped=_text(sealed), check=bare.check)


def unwrap(header: Header, passphrase: str) -> bytes:
    """Return the key; WrongKey when the passphrase is not the right one (or the header was changed)."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(_stretched(header, passphrase))
    try:
        nonce, sealed = base64.b64decode(header.nonce), base64.b64decode(header.wrapped)
        key = cipher.decrypt(nonce, sealed, header.authenticated())
    except (InvalidTag, ValueError):
        raise WrongKey("The passphrase is not the one of this library.", hint="Nothing was changed.") from None
    if len(key) != KEY_BYTES:
        raise LibraryDamaged("The wrapped key of the library is damaged.", hint="Bring it back from a backup.")
    return key


def check_value(key: bytes) -> str:
    """Return what tells a right key from a wrong one without telling the key."""
    return _text(hashlib.blake2b(_CHECK_PERSON, key=key, digest_size=16).digest())


def read_header(library: Path) -> Header:
    """Read the header beside a library; LibraryError when there is none."""
    path = key_file(library)
    try:
        return Header.from_text(path.read_text(encoding="utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise LibraryDamaged(f"{path} is damaged.", hint="Bring it back from a backup.") from error
    except OSError as error:
        raise LibraryError(
            f"The wrapped key of the library cannot be read from {path}: {error.strerror}.",
            hint="Bring the file back from a backup, or open the library where its key is in the keyring.",
        ) from error


def write_header(library: Path, header: Header) -> None:
    """Write the header beside a library: whole or not at all, readable by its owner only."""
    path = key_file(library)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(header.to_text())
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise LibraryError(f"The wrapped key cannot be written to {path}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


def is_key_of(path: Path, key: bytes) -> bool | None:
    """Say whether `key` is the one wrapped in the header at `path`; None where no header can be read."""
    try:
        header = Header.from_text(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, LibraryError):
        return None
    return hmac.compare_digest(header.check, check_value(key))


def _stretched(header: Header, passphrase: str) -> bytes:
    import unicodedata

    from argon2.low_level import Type, hash_secret_raw

    dumps.refuse()
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode(),
        base64.b64decode(header.salt),
        time_cost=header.time_cost,
        memory_cost=header.memory_kib,
        parallelism=header.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
