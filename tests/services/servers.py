"""Servers on loopback that misbehave on purpose, and certificates that are wrong in one way each."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Talk = Callable[[socket.socket, str], None]

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


class Server:
    """Answers each connection by ``talk(connection, request)``; ``requests`` keeps what was asked, in order."""

    def __init__(self, talk: Talk, tls: ssl.SSLContext | None = None, greeting: bytes = b"") -> None:
        self._talk, self._tls, self._greeting = talk, tls, greeting
        self.requests: list[str] = []
        self.connections = 0
        self.over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def end(self) -> None:
        self.over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _serve(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._threads.append(threading.Thread(target=self._answer, args=(connection,)))
            self._threads[-1].start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            spoken = self._tls.wrap_socket(connection, server_side=True) if self._tls else connection
            with spoken:
                spoken.settimeout(10)
                spoken.sendall(self._greeting)
                asked = b""
                while b"\r\n\r\n" not in asked:
                    part = spoken.recv(65536)
                    if not part:
                        return
                    asked += part
                self.requests.append(asked.decode("latin-1"))
                self._talk(spoken, asked.decode("latin-1"))


@contextmanager
def serving(talk: Talk, tls: ssl.SSLContext | None = None, greeting: bytes = b"") -> Iterator[Server]:
    made = Server(talk, tls, greeting)
    try:
        yield made
    finally:
        made.end()


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    """Return a whole answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def path_of(request: str) -> str:
    return request.split(" ", 2)[1]


def headers_of(request: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in request.split("\r\n")[1:] if line)
    return {name.strip().casefold(): value.strip() for name, _, value in pairs}


class Authority:
    """Signs certificates that nobody but the test trusts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
        made = self._builder(self._name, self._key.public_key(), -DAY, DAY * 30)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.root = made.sign(self._key, hashes.SHA256())

    def trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.load_verify_locations(cadata=self.root.public_bytes(serialization.Encoding.PEM).decode("ascii"))
        return context

    def context(self, *hosts: str, expired: bool = False, self_signed: bool = False) -> ssl.SSLContext:
        """Return a server's side with a certificate for ``hosts``."""
        key = ec.generate_private_key(ec.SECP256R1())
        begin, end = (-DAY * 30, -DAY) if expired else (-DAY, DAY * 30)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
        made = self._builder(subject, key.public_key(), begin, end, issuer=subject if self_signed else self._name)
        made = made.add_extension(x509.SubjectAlternativeName([_named(host) for host in hosts]), critical=False)
        signed = made.sign(key if self_signed else self._key, hashes.SHA256())
        file = self._folder / f"{hosts[0]}-{signed.serial_number}.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + signed.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _builder(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePublicKey,
        begin: dt.timedelta,
        end: dt.timedelta,
        issuer: x509.Name | None = None,
    ) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or self._name).public_key(key)
        made = made.serial_number(x509.random_serial_number())
        return made.not_valid_before(NOW + begin).not_valid_after(NOW + end)


def _named(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
