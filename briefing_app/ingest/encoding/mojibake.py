"""Text that was UTF-8 and was read as windows-1252 once: found and repaired, only when certain."""

from __future__ import annotations

import re

from briefing_app.ingest.traced import Edit, Traced

_MOST_ROUNDS = 2


def _image(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTE_OF = {_image(byte): byte for byte in range(0x80, 0x100)}
_TAIL = "[" + re.escape("".join(_image(byte) for byte in range(0x80, 0xC0))) + "]"
_BROKEN = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")
# Signs that follow an accented capital in sound text: É” or Ã… prove nothing.
_ORDINARY_AFTER = frozenset("‘’“”„‚–—…•‹›«»\xa0™®©°·")
_COMMON = re.compile("[\xa0-\u017f\u2010-\u2027\u2030-\u203a€™]")
_RUN = 3  # so many broken sequences on end are no accident in any language


def repair(text: Traced) -> Traced:
    """Return ``text`` with its broken sequences repaired, or ``text`` itself."""
    for _ in range(_MOST_ROUNDS):
        edits = _edits(text.text)
        if not edits:
            break
        text = text.edit(edits)
    return text


def _edits(text: str) -> list[Edit]:
    if text.isascii():
        return []
    found: list[tuple[Edit, bool]] = []
    run: list[Edit] = []
    certain = False
    for match in _BROKEN.finditer(text):
        sign = _reread(match.group())
        if not sign:
            continue
        edit = Edit(match.start(), match.end(), sign)
        run = [*run[-_RUN:], edit] if run and run[-1].end == edit.start else [edit]
        sure = len(run) >= _RUN or _is_certain(match.group(), sign)
        if len(run) == _RUN:
            found[-_RUN + 1 :] = [(one, True) for one, _ in found[-_RUN + 1 :]]
        certain = certain or sure
        found.append((edit, sure))
    if not certain:
        return []
    return [edit for edit, sure in found if sure or _COMMON.match(edit.text)]


def _reread(broken: str) -> str:
    try:
        return bytes(_BYTE_OF[sign] for sign in broken).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return ""


def _is_certain(broken: str, sign: str) -> bool:
    if len(broken) == 4:
        return True
    if len(broken) == 3:
        return broken[0] == "â" and _COMMON.match(sign) is not None
    if broken[0] == "Â":
        return broken[1] in "£§°«»©®·½¼¾¿¡²³µ¶±\xa0"
    return broken[0] == "Ã" and broken[1] not in _ORDINARY_AFTER
