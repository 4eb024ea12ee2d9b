"""Laying a card out at a width: where its words, pills, bars and deeds come to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from briefing_app.ui.panels.cards.pieces import Caption, Card, Deeds, Headline, Piece, Quote, Tags, Tone, Words
from briefing_app.ui.panels.cards.typeset import Setting, faces

LEFT, TOP, RIGHT, BOTTOM = 14, 10, 14, 10
EDGE_ROOM = 14
GAP = 4
PILL_PAD, PILL_GAP = 6, 6
DOT, DOT_GAP = 8, 6
QUOTE_PAD = 10
INDENT = 16


@dataclass(frozen=True)
class Text:
    """Words at a place; ``ink`` is a name of the theme, or a stance's words for ``stance:…``."""

    setting: Setting
    x: float
    y: float
    ink: str


@dataclass(frozen=True)
class Box:
    """A filled, rounded rectangle; ``fill`` is a name of the theme, ``stance:…``, ``party:…`` or ``edge:…``."""

    rect: QRectF
    fill: str
    radius: float


@dataclass
class Arranged:
    """A card laid out: its height, and what is painted where."""

    height: float = 0.0
    texts: list[Text] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    deeds: list[tuple[QRectF, str]] = field(default_factory=list)

    def deed_at(self, x: float, y: float) -> str:
        """Return the deed whose words lie at a point of the card, or nothing."""
        return next((deed for rect, deed in self.deeds if rect.contains(x, y)), "")


def arrange(card: Card, width: float) -> Arranged:
    """Return ``card`` laid out in ``width`` pixels."""
    arranged = Arranged()
    left = LEFT + card.indent * INDENT + (EDGE_ROOM if card.edge else 0)
    room = max(width - left - RIGHT, 60.0)
    y = float(TOP + 6 if card.heading else TOP)
    for place, piece in enumerate(card.pieces):
        if place:
            y += GAP
        y = _put(arranged, piece, left, y, room)
    arranged.height = y + (2 if card.heading else BOTTOM)
    if card.edge:
        _edge(arranged, card)
    return arranged


def _put(arranged: Arranged, piece: Piece, left: float, y: float, room: float) -> float:
    match piece:
        case Caption():
            return _caption(arranged, piece, left, y, room)
        case Headline():
            return _headline(arranged, piece, left, y, room)
        case Quote():
            return _quote(arranged, piece, left, y, room)
        case Words():
            setting = Setting(piece.text, faces()["small" if piece.small else "words"], room, most=piece.lines)
            arranged.texts.append(Text(setting, left, y, piece.tone.value))
            return y + setting.height
        case Tags():
            return _tags(arranged, piece, left, y, room)
        case Deeds():
            return _deeds(arranged, piece, left, y, room)


def _caption(arranged: Arranged, piece: Caption, left: float, y: float, room: float) -> float:
    face = faces()["caption"]
    subject, state = piece.left.upper(), piece.right.upper()
    if not state:
        setting = Setting(subject, face, room)
        arranged.texts.append(Text(setting, left, y, Tone.FAINT.value))
        return y + setting.height
    topic_width = face.metrics.horizontalAdvance(subject)
    wanted = face.metrics.horizontalAdvance(state) + 1
    if topic_width + wanted > room * 1.9 or wanted > room * 0.7:
        return _stacked(arranged, subject, piece, left, y, room)
    share = min(wanted, max(room * 0.5, room - topic_width - 12))
    status = Setting(state, face, share)
    status.to_the_right()
    topic = Setting(subject, face, room - share - 10)
    arranged.texts.append(Text(topic, left, y, Tone.FAINT.value))
    arranged.texts.append(Text(status, left + room - status.width, y, piece.tone.value))
    return y + max(topic.height, status.height)


def _stacked(arranged: Arranged, subject: str, piece: Caption, left: float, y: float, room: float) -> float:
    """Put the state below the subject where there is no room beside it."""
    for words, ink in ((subject, Tone.FAINT), (piece.right.upper(), piece.tone)):
        setting = Setting(words, faces()["caption"], room)
        arranged.texts.append(Text(setting, left, y, ink.value))
        y += setting.height
    return y


def _headline(arranged: Arranged, piece: Headline, left: float, y: float, room: float) -> float:
    face, pill_face = faces()["headline"], faces()["pill"]
    lead = 0.0
    if piece.stance:
        pill = Setting(piece.stance, pill_face, room)
        high = pill_face.metrics.height() + 2
        top = y + (face.line - high) / 2
        arranged.boxes.append(Box(QRectF(left, top, pill.width + 2 * PILL_PAD, high), f"stance:{piece.stance}", 4))
        arranged.texts.append(Text(pill, left + PILL_PAD, top + (high - pill_face.line) / 2, f"stance:{piece.stance}"))
        lead = pill.width + 2 * PILL_PAD + PILL_GAP
    elif piece.dot:
        arranged.boxes.append(Box(QRectF(left, y + (face.line - DOT) / 2, DOT, DOT), f"party:{piece.dot}", DOT / 2))
        lead = DOT + DOT_GAP
    if piece.right:
        count = Setting(piece.right, faces()["small"], room)
        arranged.texts.append(Text(count, left + room - count.width, y + 1, Tone.MUTED.value))
        room -= count.width + 10
    if not piece.text:
        return y + face.line
    setting = Setting(piece.text, face, room, indent=lead)
    arranged.texts.append(Text(setting, left, y, Tone.PLAIN.value))
    return y + setting.height


def _quote(arranged: Arranged, piece: Quote, left: float, y: float, room: float) -> float:
    setting = Setting(piece.text, faces()["quote"], room - QUOTE_PAD, most=piece.lines)
    arranged.boxes.append(Box(QRectF(left, y + 1, 2, setting.height - 2), "border", 0))
    arranged.texts.append(Text(setting, left + QUOTE_PAD, y, "quote"))
    return y + setting.height


def _tags(arranged: Arranged, piece: Tags, left: float, y: float, room: float) -> float:
    face = faces()["tag"]
    x, high = left, face.metrics.height() + 4
    for name in piece.names:
        setting = Setting(name, face, room - 12, most=1)
        wide = setting.width + 12
        if x > left and x + wide > left + room:
            x, y = left, y + high + 3
        arranged.boxes.append(Box(QRectF(x, y, wide, high), "chip", high / 2))
        arranged.texts.append(Text(setting, x + 6, y + (high - face.line) / 2, Tone.MUTED.value))
        x += wide + 4
    return y + high


def _deeds(arranged: Arranged, piece: Deeds, left: float, y: float, room: float) -> float:
    face = faces()["quiet" if piece.quiet else "deed"]
    x = left
    for deed in piece.deeds:
        setting = Setting(f"{deed.text} {deed.key}" if deed.key else deed.text, face, room, most=1)
        if x > left and x + setting.width > left + room:
            x, y = left, y + face.line + 2
        arranged.texts.append(Text(setting, x, y, Tone.LINK.value))
        arranged.deeds.append((QRectF(x - 3, y - 2, setting.width + 6, face.line + 4), deed.id))
        x += setting.width + 14
    return y + face.line


def _edge(arranged: Arranged, card: Card) -> None:
    arranged.boxes.append(Box(QRectF(LEFT - 4, TOP, 3, arranged.height - TOP - BOTTOM), f"edge:{card.edge}", 1))
    face = faces()["letter"]
    letter = Setting(card.letter, face, 20)
    arranged.texts.append(Text(letter, LEFT + 3, TOP + 1, Tone.MUTED.value))
