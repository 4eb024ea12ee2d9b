"""EML: one letter or newsletter, its best part, what its headers say, and quoted replies told apart."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.errors import InputError
from briefing_app.ingest.dates import machine_date
from briefing_app.ingest.encoding.decoding import decode
from briefing_app.ingest.encoding.mojibake import repair
from briefing_app.ingest.html.blocks import blocks_of
from briefing_app.ingest.html.parse import drop_hidden, parse
from briefing_app.ingest.limits import check_text
from briefing_app.ingest.plain.about import About
from briefing_app.ingest.plain.reader import read_plain
from briefing_app.ingest.readers.facts import without_title
from briefing_app.ingest.readers.found import LETTER_FURNITURE, QUOTED_REPLY, Found
from briefing_app.ingest.readers.mime import Mail, Part, read_mime
from briefing_app.ingest.traced import Traced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.blocks import RawBlock

_REPLY = re.compile(r"(?:re|aw|antw|sv|vs|odp|rif|ref|res|ynt)(?:\[\d{1,3}\])?\s?:\s?", re.IGNORECASE)
_LEADS = re.compile(r"(?:(?:re|aw|antw|sv|vs|odp|rif|res|ynt|fw|fwd|wg|tr|rv)(?:\[\d{1,3}\])?\s?:\s{0,3}){1,9}", re.I)
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_STYLE = re.compile(rb"<(?:style|script|head)\b.{0,200000}?</(?:style|script|head)>", re.IGNORECASE | re.DOTALL)
_INTRO = re.compile(
    r"(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia|Il giorno|Em)\s.{6,220}?"
    r"(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|escreveu|schreef.{0,80}|skrev.{0,80}|napisał.{0,20})\s?:",
    re.DOTALL,
)
_ORIGINAL = re.compile(
    r"-{2,9}\s?(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine)\s?-{2,9}", re.I
)
_SENT = re.compile(r"(?:From|Von|De|Da):\s.{3,200}?\s(?:Sent|Date|Gesendet|Envoyé|Enviado|Inviato):\s", re.DOTALL)
_INVISIBLE = re.compile("[\u200b-\u200f\u034f\u2060\u00ad\ufeff\u2007\u2800\\s\xa0]{1,9000}")
_FURNITURE = re.compile(
    r"(?:view|read|open|see) (?:this|the|it|in|online|on)\b.{0,40}\b(?:browser|online|web)\b.{0,120}\Z"
    r"|(?:having )?(?:trouble|problems?|difficulty) (?:viewing|reading|seeing) .{0,160}\Z"
    r"|(?:you(?: a|.)re|you) (?:receiving|received|getting|subscribed) (?:to )?"
    r"(?:this|our|the) (?:e-?mail|news|message|letter|list|daily|weekly)"
    r"|(?:was this|did someone) .{0,20}forward.{0,120}\Z|(?:forwarded|been sent) (?:this|to you).{0,160}\Z"
    r"|(?:click here to |to )?"
    r"(?:unsubscribe|manage (?:your )?(?:e-?mail )?(?:preferences|subscription)|update your preferences)\b"
    r"|if you (?:no longer|do not|don.t|would prefer not to) (?:wish|want|to)\b.{0,200}\b(?:receiv|e-?mail|unsubscribe)"
    r"|(?:please )?add .{3,80} to your (?:address book|contacts|safe senders?)",
    re.IGNORECASE,
)
_MOST_FURNITURE = 400
_FLOWED = re.compile(r"(?<!\n--) \r?\n(?=[^\s>])")


def read_mail(data: bytes, name: str) -> Found:
    """Read a letter: its HTML where that says as much as its plain part, else the plain part."""
    mail = read_mime(data, name)
    part = _best(mail.parts)
    if part is None:
        raise InputError(f"“{name}” is a message without text.", hint="Save its attachment and import that.")
    subject = mail.head("subject", part.owner)
    author, address = parseaddr(mail.head("from", part.owner))
    about = About(_LEADS.sub("", subject, count=1)[:300], author.strip(" \"'") or address, _date(mail, part.owner))
    page = part.media_type != "text/plain"
    decoded = decode(part.data, html=page, charset=part.charset)
    if decoded is None:
        raise InputError(f"The encoding of “{name}” cannot be told.", hint="Save it again from the mail program.")
    text = repair(Traced.whole(decoded.text)).text
    blocks = _page_blocks(text, name) if page else _plain_blocks(_unflowed(text) if part.flowed else text, name)
    blocks = [replace(one, hint=LETTER_FURNITURE) if _is_furniture(one.text) else one for one in blocks]
    if _REPLY.match(subject) or mail.head("in-reply-to", part.owner):
        blocks = _with_quotes_marked(blocks)
    return Found(without_title(blocks, about.title), about, "", decoded.encoding, decoded.warnings)


def _best(parts: Sequence[Part]) -> Part | None:
    """Choose among the parts that are text; attachments only where there is nothing else."""
    texts = [part for part in parts if part.media_type.startswith(("text/", "application/xhtml")) and part.data.strip()]
    shown = [part for part in texts if not part.attached] or texts
    if any(not part.owner for part in shown):
        shown = [part for part in shown if not part.owner]
    pages = [part for part in shown if part.media_type in {"text/html", "application/xhtml+xml"}]
    plain = [part for part in shown if part.media_type == "text/plain"]
    page = max(pages, key=_weight, default=None)
    bare = max(plain, key=_weight, default=None)
    if page is None or bare is None:
        return page or bare
    return page if _weight(page) * 2 >= _weight(bare) else bare


def _weight(part: Part) -> int:
    """Return how much text a part holds, roughly."""
    if part.media_type == "text/plain":
        return len(part.data)
    return len(b" ".join(_TAGS.sub(b"", _STYLE.sub(b"", part.data[:2_000_000])).split()))


def _date(mail: Mail, owner: int) -> str:
    value = mail.head("date", owner)
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return machine_date(value)


def _unflowed(text: str) -> str:
    """Join the lines that a mail program wrapped and marked as such (RFC 3676)."""
    return _FLOWED.sub(" ", text)


def _plain_blocks(text: str, name: str) -> list[RawBlock]:
    check_text(text, name)
    return [replace(one, traced=Traced(one.text, ())) for one in read_plain(Traced.whole(text))]


def _page_blocks(text: str, name: str) -> list[RawBlock]:
    """Return the blocks of an HTML letter: all of it, since a letter has no page around it."""
    tree = parse(text, name)
    drop_hidden(tree)
    body = tree.find("body")
    found = blocks_of(body if body is not None else tree)
    return [one for one in found if not _INVISIBLE.fullmatch(one.text)]


def _is_furniture(text: str) -> bool:
    return len(text) < _MOST_FURNITURE and _FURNITURE.match(text.strip()) is not None


def _with_quotes_marked(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Hint at the blocks that repeat the letter answered to, if the letter has words of its own before them."""
    found = list(blocks)
    inside = to_the_end = False
    for index, block in enumerate(found):
        text = block.text.strip()
        if index and (_ORIGINAL.match(text) or _SENT.match(text[:600])):
            to_the_end = True
        if index and _INTRO.fullmatch(text[:400]):
            inside = True
        elif inside and block.kind is not BlockKind.QUOTE:
            inside = False
        if to_the_end or inside:
            found[index] = replace(block, hint=QUOTED_REPLY)
    return found
