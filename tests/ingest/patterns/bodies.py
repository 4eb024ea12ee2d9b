"""Article bodies as content systems write them; each gives its HTML and the text expected of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.patterns import furniture as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.patterns.prose import Prose

Body = tuple[str, list[str]]


def p(text: str, names: str = "") -> str:
    return f'<p class="{names}">{text}</p>' if names else f"<p>{text}</p>"


def plain(prose: Prose) -> Body:
    texts = prose.paragraphs(8)
    return "".join(map(p, texts)), texts


def headed(prose: Prose) -> Body:
    html, texts = "", []
    for _ in range(3):
        head, parts = prose.heading(), prose.paragraphs(3)
        html += f'<h2 class="wp-block-heading">{head}</h2>' + "".join(map(p, parts))
        texts += [head, *parts]
    return html, texts


def with_list(prose: Prose) -> Body:
    first, last = prose.paragraphs(3), prose.paragraphs(3)
    items = [prose.item() for _ in range(5)]
    html = (
        "".join(map(p, first)) + "<ul>" + "".join(f"<li>{one}</li>" for one in items) + "</ul>" + "".join(map(p, last))
    )
    return html, [*first, *items, *last]


def linked_list(prose: Prose) -> Body:
    first, last = prose.paragraphs(3), prose.paragraphs(2)
    items = [prose.item() for _ in range(4)]
    rows = "".join(f'<li><a href="/doc/{k}">{one[:30]}</a>{one[30:]}</li>' for k, one in enumerate(items))
    return "".join(map(p, first)) + f"<ol>{rows}</ol>" + "".join(map(p, last)), [*first, *items, *last]


def with_quotes(prose: Prose) -> Body:
    first, quote, last = prose.paragraphs(3), prose.sentence(), prose.paragraphs(4)
    html = "".join(map(p, first)) + f"<blockquote><p>{quote}</p></blockquote>" + "".join(map(p, last))
    return html, [*first, quote, *last]


def with_table(prose: Prose) -> Body:
    first, last = prose.paragraphs(3), prose.paragraphs(3)
    rows = [[prose.place(), str(prose.random.randint(100, 9999)), str(prose.random.randint(1, 99))] for _ in range(5)]
    table = "<tr><th>Port</th><th>Ships</th><th>Share</th></tr>" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    expected = ["Port Ships Share", *(" ".join(row) for row in rows)]
    return "".join(map(p, first)) + f"<table>{table}</table>" + "".join(map(p, last)), [*first, *expected, *last]


def breaks(prose: Prose) -> Body:
    texts = prose.paragraphs(8)
    return "<br><br>\n".join(texts), texts


def divs(prose: Prose) -> Body:
    texts = prose.paragraphs(8)
    return "".join(f'<div dir="ltr">{one}</div><div><br></div>' for one in texts), texts


def spans(prose: Prose) -> Body:
    texts = prose.paragraphs(7)
    return "".join(f'<div class="css-1x7{k}"><span>{one}</span></div>' for k, one in enumerate(texts)), texts


def interrupted(prose: Prose) -> Body:
    texts = prose.paragraphs(9)
    parts = [p(one) for one in texts]
    parts.insert(7, f.newsletter(prose))
    parts.insert(5, f.related_inline(prose))
    parts.insert(3, f.advert(prose))
    parts.insert(2, f.caption(prose))
    return "".join(parts), texts


def split_containers(prose: Prose) -> Body:
    texts = prose.paragraphs(9)
    html = "".join(
        f'<div class="StoryChunk" data-part="{k}">{"".join(map(p, texts[k : k + 3]))}</div>{f.advert(prose)}'
        for k in (0, 3, 6)
    )
    return html, texts


def bold_heads(prose: Prose) -> Body:
    html, texts = "", []
    for _ in range(3):
        head, parts = prose.heading(), prose.paragraphs(2)
        html += f"<p><strong>{head}</strong></p>" + "".join(map(p, parts))
        texts += [head, *parts]
    return html, texts


def interview(prose: Prose) -> Body:
    html, texts = "", []
    for _ in range(5):
        question = f"Is it true that {prose.item()[:-1].lower()}?"
        answer = prose.paragraph(1, 3)
        html += f"<p><b>{question}</b></p><p>{answer}</p>"
        texts += [question, answer]
    return html, texts


def definition_list(prose: Prose) -> Body:
    first = prose.paragraphs(2)
    pairs = [(prose.heading(), prose.paragraph(1, 2)) for _ in range(4)]
    html = "".join(map(p, first)) + "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs) + "</dl>"
    return html, [*first, *(one for pair in pairs for one in pair)]


def sections(prose: Prose) -> Body:
    html, texts = "", []
    for number in range(3):
        head, parts = prose.heading(), prose.paragraphs(3)
        html += f'<section id="s{number}"><div class="wrap"><h3>{head}</h3>{"".join(map(p, parts))}</div></section>'
        texts += [head, *parts]
    return html, texts


def short_note(prose: Prose) -> Body:
    texts = [prose.sentence(), prose.sentence()]
    return "".join(map(p, texts)), texts


def one_liners(prose: Prose) -> Body:
    texts = [prose.sentence() for _ in range(14)]
    return "".join(map(p, texts)), texts


def linked_text(prose: Prose) -> Body:
    texts = prose.paragraphs(7)
    html = ""
    for number, one in enumerate(texts):
        words = one.split()
        middle = " ".join(words[4:12])
        html += p(f'{" ".join(words[:4])} <a href="/x/{number}">{middle}</a> {" ".join(words[12:])}')
    return html, texts


def fonts(prose: Prose) -> Body:
    texts = prose.paragraphs(7)
    return "".join(f'<p align="justify"><font face="Arial" size="2">{one}</font></p>' for one in texts), texts


def unclosed(prose: Prose) -> Body:
    texts = prose.paragraphs(7)
    return "\n<p>".join(["", *texts]), texts


def statement(prose: Prose) -> Body:
    items = [f"{number}. {prose.sentence()}" for number in range(1, 10)]
    first = "The parties, meeting at Lake Varn, have agreed as follows:"
    last = [
        "Done at Tarnholm, in two copies, both being equally authentic.",
        "For the North: J. Okello",
        "For the South: I. Torvald",
    ]
    return p(first) + "".join(map(p, items)) + "".join(map(p, last)), [first, *items, *last]


def transcript(prose: Prose) -> Body:
    texts = []
    for number in range(12):
        texts.append(f"{('MS TORVALD', 'QUESTION', 'MR OKELLO')[number % 3]}: {prose.paragraph(1, 2)}")
    return "".join(p(f"<strong>{t.split(':', 1)[0]}:</strong>{t.split(':', 1)[1]}") for t in texts), texts


def bullets_only(prose: Prose) -> Body:
    first = prose.sentence()
    items = [prose.sentence() for _ in range(9)]
    return p(first) + "<ul>" + "".join(f"<li><p>{one}</p></li>" for one in items) + "</ul>", [first, *items]


BODIES: tuple[Callable[[Prose], Body], ...] = (
    plain, headed, with_list, linked_list, with_quotes, with_table, breaks, divs, spans, interrupted, split_containers,
    bold_heads, interview, definition_list, sections, short_note, one_liners, linked_text, fonts, unclosed, statement,
    transcript, bullets_only,
)  # fmt: skip
