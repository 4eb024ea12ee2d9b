"""A small writer of PDF files, so that every layout under test is made in code."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.ingest.readers import samples

WIDTH, HEIGHT = 595, 842
# Widths of Helvetica in thousandths of its size, for the signs that the tests use; the rest count as 556.
_NARROW = {**dict.fromkeys("ijl.,;:'!|", 250), **dict.fromkeys(" ft()[]-/r", 300), **dict.fromkeys("mwMW", 850)}


def width_of(text: str, size: float) -> float:
    return sum(_NARROW.get(sign, 556) for sign in text) * size / 1000


@dataclass
class Page:
    """One page's drawing: pieces of text at places counted from the page's lower left."""

    lines: list[str] = field(default_factory=list)
    extra: str = ""

    def text(self, x: float, y: float, text: str, size: float = 11, font: str = "F1") -> None:
        raw = text.encode("cp1252", "replace").decode("latin-1")
        for sign in "\\()":
            raw = raw.replace(sign, "\\" + sign)
        self.lines.append(f"BT /{font} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({raw}) Tj ET")


def write(pages: list[Page], info: dict[str, str] | None = None, trailer: str = "") -> bytes:
    """Write a whole file."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    font = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
    objects += [font.format(name).encode() for name in ("Helvetica", "Helvetica-Bold")]
    kids = []
    for page in pages:
        stream = "\n".join(page.lines).encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {len(objects)} 0 R"
            f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>{page.extra}>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    fields = "".join(f"/{key}({value})" for key, value in (info or {}).items())
    objects.append(f"<<{fields}>>".encode("latin-1"))
    return _file(objects, f"/Root 1 0 R/Info {len(objects)} 0 R{trailer}")


def _file(objects: list[bytes], trailer: str) -> bytes:
    found = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % place for place in places)
    found += f"trailer\n<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
    return bytes(found)


def wrapped(text: str, width: float, size: float = 11, *, hyphenate: bool = False) -> list[str]:
    """Break a text into lines; with ``hyphenate`` long words are broken as a typesetter would."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width_of(longer, size) <= width:
            line = longer
            continue
        if hyphenate and len(word) > 8 and word.isalpha() and width_of(f"{line} {word[:4]}-", size) <= width:
            lines.append(f"{line} {word[:4]}-")
            line = word[4:]
            continue
        lines.append(line)
        line = word
    return [*lines, line]


def justified(page: Page, x: float, y: float, text: str, width: float, *, size: float = 11, gap: float = 14) -> float:
    """Draw a paragraph, its words broken at line ends; return where the next one may begin."""
    for line in wrapped(text, width, size, hyphenate=True):
        page.text(x, y, line, size)
        y -= gap
    return y


def article_pdf() -> bytes:
    """Return the article on two pages, with running heads, page numbers and broken words."""
    pages = [Page(), Page(), Page()]
    for number, page in enumerate(pages, 1):
        page.text(70, 810, "North Sea Post · Briefing", 8)
        page.text(290, 30, f"{number}", 8)
    first, second, third = pages
    first.text(70, 760, samples.TITLE, 20, "F2")
    y = 720.0
    for paragraph in samples.PARAGRAPHS[:2]:
        y = justified(first, 70, y, paragraph, 250) - 10
    y = justified(second, 70, 760, samples.PARAGRAPHS[2], 250) - 10
    second.text(70, y - 10, samples.HEADING, 14, "F2")
    y -= 40
    for item in samples.ITEMS:
        y = justified(second, 70, y, f"• {item}", 250)
    justified(third, 70, 760, samples.LAST, 250)
    info = {"Title": samples.TITLE, "Author": samples.AUTHOR, "CreationDate": "D:20250314101500+01'00'"}
    return write(pages, info)
