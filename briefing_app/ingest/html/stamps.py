"""Days in the lines of a page as they are seen: below the headline, at the head of the text, at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.ingest.dates import find_date, locate_date, machine_date, month_and_year, plausible, short_date
from briefing_app.ingest.html.ago import day_ago
from briefing_app.ingest.html.hints import is_apart
from briefing_app.ingest.html.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

CHANGED = re.compile(
    r"(?:last )?(?:updated?|modified|revised|edited|reviewed|changed)\b"
    r"|aktualisiert|ge[aä]ndert|stand\b|mis(?:e)? à jour|modifi[éeca]|actualizad|atualizad|aggiorna|bijgewerkt|"
    r"gewijzigd|"
    r"обновлен|изменен|оновлен|zaktualizowan|aktualiz|güncelle|oppdatert|uppdaterad|opdateret|päivitetty|diperbarui|"
    r"cập nhật|更新|수정|تحديث|بروز|به‌روز|עודכן|अपडेट|ενημέρωσ",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"publi|posted|released?\b|issued|veröffentlicht|erstellt|erschienen|опублик|gepubliceerd|geplaatst|yayın|입력|등록|"
    r"发布|發布|發佈|发表|投稿|公開|掲載|نشر|انتشار|פורסם|प्रकाशित|প্রকাশ|δημοσ|dipublikasi|diterbitkan|zveřejněno|objaven|"
    r"pubblicat|creat|written on|submitted|julkaistu|publicer",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:when|deadline|clos(?:es?|ing)|expir\w{1,4}|valid|until|till|due|events?|venue|starts?|begins?|ends?|"
    r"join(?:ed)?|"
    r"member since|since|born|died|next|registration|regist(?:er|ered)|apply by|effective|accessed|retrieved|"
    r"visited|photo|"
    r"picture|image|file photo|archived?|taken|foto|bild|today|heute|printed|gedruckt|hoy|aujourd.hui|"
    r"meeting|hearing|session|conference|"
    r"opens?|opening|takes? place|entry into force|in force|embargo(?:ed)?|anmeldeschluss|frist|fecha límite|"
    r"inscri\w{3,9}|"
    r"veranstaltung|termin|gültig|bis|date limite|срок|до|period|delivery|warranty|exam|birthday|"
    r"date of (?:the )?(?:event|birth|meeting))\b[^.]{0,16}$|"
    r"\b(?:from|to|between|and)\s{0,2}$|\d\s?[-–—]\s?$|(?:©|\(c\)|copyright)[^.]{0,30}$",
    re.IGNORECASE,
)
_AFTER_RANGE = re.compile(r"\s{0,2}(?:[-–—]|to|until|bis|au|al|до)\s{0,2}\d{1,2}(?![\d:h]|\.\d\d\b)", re.IGNORECASE)
_CHANGED_AFTER = re.compile(r"[\s\d:時分点點时()（]{0,14}(?:更新|改訂|수정)")
_MARK = "\0"
"""Set behind the words before a day where those behind it say that it is of a change."""
_NOTICE = re.compile(r"\W{0,3}(?:copyright\b|©|\(c\))", re.IGNORECASE)
_PLACED = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}$|.{0,60}\b[A-Z]{3,}[A-Z .,'’/-]{0,30},?\s?$")
_PLACE_BEFORE = re.compile(r"[(\[]?(?:(?:[^\W\d_][^\d,.;:!?()]{1,34},\s?){1,2}|[^\W\d_a-z][^\Wa-z\d]{2,30}\s)?")
_DASH_AFTER = re.compile(
    r"[)\]]?(?:[,.]\s?[^\W\d_a-z][\w -]{2,24})?[,.]?\s?(?:\([^()]{2,30}\)|/[^/]{2,30}/)?\s?(?:[-–—:]|\)\s)"
)
_LABELLED = re.compile(
    r"\W{0,3}(?:(?:this )?(?:page|article|story|text|document|site)\s(?:was\s)?)?(?:first |last |originally |date )?"
    r"(?:updated?|published|posted|modified|revised|changed|released|issued|written|aktualisiert|geändert|"
    r"veröffentlicht|"
    r"publié|mise? à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|bijgewerkt|опубликовано|обновлено)\b"
    r"[^\d.!?]{0,60}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|said|that|who|which|war|ist|wurde|est|était|fue|es)\b"
)
_NAMED = (
    "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish') or "
    "contains(@class,'posted') or contains(@class,'time') or contains(@class,'meta') or "
    "contains(@class,'byline') or contains(@id,'date') or contains(@class,'submitted') or contains(@class,'info')]"
)
MOST_LINE = 100
_SHORT_LINE = 34
_ROOM = 2
_ROOM_OF_LINE = 44
"""Signs that a line with a date may hold beside it and end like a sentence."""
_HEAD_OF_TEXT = 120
_CLOSING = 24
_LONG = 140
_MOST_NAMED, _MOST_TEXT = 24, 200
_MOST_LABEL = 30
_BESIDE, _SENTENCE, _STANDFIRSTS = 8, 70, 2
_FURTHER = 4
"""So many lines behind a plain day may still call another that of publication."""
_RANGE = 16
_NEXT_ABOVE = 2
ABOVE = 5
LINES = 14
"""Lines of text below the title in which a date may stand without any mark."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above and below the headline, and how days are written there.

    ``order`` says what stands first in 3/4/2025: "day", "month" or ""; ``saved`` is the day on which the page was
    saved, where that is known: what is told as "two days ago" can be reckoned from it alone.
    """

    above: Sequence[str]
    below: Sequence[str]
    order: str = ""
    language: str = ""
    saved: str = ""


def is_foreign(before: str) -> bool:
    """Say whether words before a day tell that it is of something else: an event, a term, a picture, a right."""
    return _FOREIGN.search(before[-40:]) is not None


def _stamps(line: str, around: Around) -> Iterator[tuple[str, str]]:
    """Yield the plausible days of a line, each with the words before it; stretches of days are passed over."""
    position = 0
    ends = False
    for _ in range(3):
        where = locate_date(line[position:], around.order, around.language)
        if where is None:
            return
        before, rest = line[position : position + where[1]], line[position + where[2] :]
        begins = _is_begun(rest, around)
        if plausible(where[0]) and not (begins or ends or is_foreign(before)):
            yield where[0], f"{before}{_MARK if _CHANGED_AFTER.match(rest) else ''}"
        position += where[2]
        ends = begins


def _is_begun(rest: str, around: Around) -> bool:
    """Say whether a day is the first of a stretch of days, as those of events are."""
    until = _AFTER_RANGE.match(rest)
    where = locate_date(rest, around.order, around.language) if until else None
    return where is not None and where[1] < _RANGE


def _chosen(lines: Iterable[str], around: Around, *, changes: bool = True) -> str:
    """Return the first day that is called that of publication, else the first that is none of a change, else any."""
    plain = changed = ""
    left = _FURTHER
    for line in lines:
        if plain and not (left := left - 1):
            break
        for day, before in _stamps(line, around):
            if (CHANGED.search(before[-40:]) or before.endswith(_MARK)) and not PUBLISHED.search(before[-16:]):
                changed = changed or day
            elif PUBLISHED.search(before[-40:]):
                return day
            else:
                plain = plain or day
    return plain or (changed if changes else "")


def from_named(tree: HtmlElement, around: Around, *, near: bool = True, changes: bool = True) -> str:
    """Return the day in elements named for it; those ``near`` the headline, or the others."""
    lines = []
    for element in tree.xpath(_NAMED)[:_MOST_NAMED]:
        line = " ".join(str(element.text_content())[:_MOST_TEXT].split())
        day = find_date(line, around.order, around.language) or _short(line, around)
        if not day or not plausible(day[:10]) or is_apart(element) or _is_near(element) is not near:
            continue
        if len(day) < len("2000-01-01"):
            return day
        lines.append(line if find_date(line, around.order, around.language) else day)
    return _chosen(lines, around, changes=changes)


def _short(line: str, around: Around) -> str:
    """Read what is a day only where it is all that stands there."""
    if len(line) >= _SHORT_LINE or not line:
        return ""
    return (
        short_date(line, around.order, around.language)
        or month_and_year(line, around.language)
        or machine_date(line, around.order, around.language)
        or (day_ago(line, around.saved) if around.saved else "")
    )


def _is_near(element: HtmlElement) -> bool:
    """Say whether an element stands in the article or beside its headline."""
    for holder in element.iterancestors():
        if holder.tag in {"article", "main"}:
            return True
        if holder.tag in {"body", "html"}:
            return element.getparent() is holder and any(
                one.tag == "h1" for one in element.itersiblings(preceding=True)
            )
        if holder.find(".//h1") is not None:
            return True
    return False


def beside_headline(around: Around) -> str:
    """Return the day of publication in the first short lines below the title, which may be called so or not."""
    return _chosen(_stamped(_head(around.below), around), around, changes=False)


def called_published(around: Around) -> str:
    """Return the day that a line beside the headline calls that of publication, or ""."""
    stamps = (one for line in _stamped(_head(around.below), around) for one in _stamps(line, around))
    return next((day for day, before in stamps if PUBLISHED.search(before[-40:]) and not CHANGED.search(before)), "")


def _head(lines: Sequence[str]) -> list[str]:
    """Return the lines above the text: two that are sentences may be a standfirst and a note, a third is the text."""
    head: list[str] = []
    prose = 0
    for line in lines[:_BESIDE]:
        prose += len(line) > _SENTENCE and line.endswith((".", "!", "?", "”", '"', "。"))
        if prose > _STANDFIRSTS:
            break
        head.append(line)
    return head


def _stamped(lines: Sequence[str], around: Around) -> list[str]:
    """Return the lines that may tell a day, one that begins with it behind its label."""
    found = []
    for label, line in _with_labels(lines):
        if _may_stamp(line, label, around):
            found.append(f"{label.rstrip(':')}: {line}" if label and line[:1].isdigit() else line)
    return found


def from_lines(around: Around) -> str:
    """Return the day of the short lines below the title, of the head of the text, or of a line above the title."""
    head = _chosen(_stamped(_head(around.below), around), around, changes=False)
    if day := head or _chosen(_stamped(around.below, around), around) or _from_dateline(around):
        return day
    for line in _head(around.below):
        if len(line) < _SHORT_LINE and (day := short_date(line, around.order, around.language)) and plausible(day):
            return day
    for distance, line in enumerate(reversed(around.above)):
        where = locate_date(line, around.order, around.language)
        if where is None or not plausible(where[0]) or is_foreign(line[: where[1]]):
            continue
        room = _ROOM_OF_LINE if distance < _NEXT_ABOVE and not line.endswith(".") else _ROOM
        if len(line) - (where[2] - where[1]) <= room and not CHANGED.search(line):
            return where[0]
    if around.saved:
        return next(
            (day for line in around.below if len(line) < MOST_LINE and (day := day_ago(line, around.saved))), ""
        )
    return ""


def _with_labels(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with the short one before it, which may say what it is."""
    before = ""
    for line in lines:
        yield before, line
        before = line if len(line) <= _MOST_LABEL and not any(map(str.isdigit, line)) else ""


def _may_stamp(line: str, label: str, around: Around) -> bool:
    """Say whether a line tells when it was published: no sentence about a day, no notice of rights."""
    where = locate_date(line, around.order, around.language) if len(line) < MOST_LINE else None
    if where is None or _NOTICE.match(line):
        return False
    before = line[: where[1]]
    if not before.strip() and label and is_foreign(label):
        return False
    if PUBLISHED.search(before) or CHANGED.match(before) or _PLACED.fullmatch(before.strip()):
        return True
    rest = len(line) - (where[2] - where[1])
    if not line.endswith((".", "!", "?", "。")) or line.lower().endswith((" a.m.", " p.m.", " г.", " r.", " d.")):
        return True
    return rest <= _ROOM_OF_LINE and not _SPOKEN.search(line)


def _from_dateline(around: Around) -> str:
    """Return the day with which a text begins: GENEVA, 4 March 2021 (Agency) - The board ..."""
    for line in around.below:
        where = locate_date(line[:_HEAD_OF_TEXT], around.order, around.language)
        if where is None or not plausible(where[0]) or len(line) < MOST_LINE // 2:
            continue
        if _PLACE_BEFORE.fullmatch(line[: where[1]]) and _DASH_AFTER.match(line[where[2] :]):
            return where[0]
    return ""


def from_closing(tree: HtmlElement, around: Around) -> str:
    """Return the day in one of the last lines: one behind a label, or all of a line right below the text."""
    lines = list(lines_of(tree, furniture=False))
    tail = lines[-_CLOSING:]
    for line in tail:
        where = locate_date(line, around.order, around.language)
        if where and _LABELLED.fullmatch(line[: where[1]]) and plausible(where[0]) and not is_foreign(line[: where[1]]):
            return where[0]
    ends = max((index for index, line in enumerate(lines) if len(line) > _LONG), default=-1)
    closing = lines[ends + 1 : ends + 4] if ends >= 0 else []
    return _chosen([line for line in closing if _may_stamp(line, "", around) and not line.endswith(".")], around)
