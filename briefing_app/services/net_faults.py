"""What went wrong on the way to a page, in sentences."""

from __future__ import annotations

import ssl

from briefing_app.errors import InputError

CERTIFICATE = {
    10: "has expired",
    18: "is signed by nobody else",
    19: "is signed by nobody known",
    20: "is signed by nobody known",
    62: "is for another host",
    64: "is for another host",
}
"""What OpenSSL's number of a fault says of a certificate."""


def told(error: Exception, host: str) -> InputError:
    """Return what a request to ``host`` that failed means; ``error`` is one of httpx."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return InputError(f"{host} did not answer in time; try again later.")
    fault = tls_fault(error)
    if fault is not None:
        return InputError(
            f"{host} did not prove to be itself: {fault}. Nothing was sent to it.",
            hint="If this is a network of your own, its owner has to mend the certificate.",
        )
    return InputError(f"{host} could not be reached: {_plain(error)}.")


def tls_fault(error: BaseException) -> str | None:
    """Return what was wrong with the protected connection, or None where that was not the trouble."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate {CERTIFICATE.get(cause.verify_code, 'cannot be trusted')}"
        if isinstance(cause, ssl.SSLError):
            return "its protected connection is broken or out of date"
        cause = cause.__cause__ or cause.__context__
    return None


def _plain(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text if text and len(text) < 120 else type(error).__name__
