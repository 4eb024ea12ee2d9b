"""What is read from a web address: the page it names, its host, a short name."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

_PORTS = {"http": 80, "https": 443}
_TRACKING = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id "
    "oly_anon_id oly_enc_id s_cid icid ncid cmpid cmp smid sh xtor at_medium at_campaign at_link_id wt_mc ref_src "
    "guccounter guce_referrer guce_referrer_sig _ga _gl spm scm ito amp outputtype".split()
)
_TRACKING_STARTS = ("utm_", "pk_", "piwik_", "mtm_", "hsa_", "at_custom")


def page_key(url: str) -> str:
    """Return what addresses of one page share, empty for what names no page of its own.

    Scheme, letter case of the host, a default port, a trailing slash, the fragment and tracking parameters make no
    other page. The front page of a site is no article: what stands there changes altogether.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        return ""
    path = parts.path.rstrip("/")
    query = _told(parts)
    if not path and not query:
        return ""
    host = parts.hostname.rstrip(".").lower()
    at = f":{port}" if port not in (None, _PORTS[scheme]) else ""
    return f"{host}{at}{path}{'?' + query if query else ''}"


def host_of(url: str) -> str:
    """Return the host of an address, or the address where it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def feed_ref(url: str) -> str:
    """Return the short name of the feed at an address."""
    import hashlib

    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:16]


def _told(parts: SplitResult) -> str:
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _tracks(name.casefold())]
    return urlencode(sorted(kept))


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_STARTS)
