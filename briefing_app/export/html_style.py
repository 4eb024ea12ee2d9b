"""The style sheet of an exported HTML note: a page on the screen, light or dark, and A4 on paper."""

from __future__ import annotations

_SHEET = """
:root { --page: #ffffff; --desk: #ececea; --text: #1f2430; --muted: #4a505c; --faint: #667080; --line: #d9d9d4;
  --link: #2f4a7d; --generated: #dfe5f1; --mine: #e6d9b0; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --page: #24262b; --desk: #1c1e22; --text: #d7d9de; --muted: #b0b5be;
  --faint: #9aa0aa; --line: #444a53; --link: #8fb0ea; --generated: #3a4763; --mine: #5c5130; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--desk); color: var(--text);
  font: 1rem/1.5 "Noto Serif", Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
article { max-width: 46rem; margin: 0 auto; padding: 2.5rem 3.5rem; background: var(--page);
  border: 1px solid var(--line); }
.handling { margin: 0; text-align: right; font: 600 12pt/1.4 "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
.handling span { display: inline-block; padding: 0.05rem 0.5rem; background: MARK_BACKGROUND;
  color: MARK_FOREGROUND; }
h1 { margin: 0.4rem 0 0.6rem; font-size: 1.35rem; line-height: 1.3; font-weight: 600; }
h2 { margin: 0 0 0.25rem; font: 600 0.95rem/1.4 "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
.header { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; margin: 0 0 0.9rem; padding-bottom: 0.6rem;
  border-bottom: 1px solid var(--line); color: var(--muted);
  font: 0.85rem/1.5 "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
.header div { display: flex; gap: 0.35rem; }
.header dt::after { content: ":"; }
.header dd { margin: 0; }
section.part { margin: 0 0 0.9rem -0.9rem; padding-left: 0.7rem; border-left: 3px solid var(--generated); }
section.user { border-left-color: var(--mine); }
p { margin: 0 0 0.35rem; }
ul, ol { margin: 0; padding-left: 1.25rem; }
li { margin-bottom: 0.25rem; }
blockquote { margin: 0 0 0.35rem; padding-left: 0.9rem; border-left: 2px solid var(--line); color: var(--muted); }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; margin-bottom: 0.35rem; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: start; vertical-align: top; }
sup { font-size: 0.7em; line-height: 0; }
a { color: var(--link); }
a[role="doc-noteref"], a[role="doc-backlink"] { text-decoration: none; }
a[role="doc-noteref"]:focus, a[role="doc-noteref"]:hover { text-decoration: underline; }
:target { background: color-mix(in srgb, var(--link) 18%, transparent); }
.notes { margin-top: 1.1rem; padding-top: 0.5rem; border-top: 1px solid var(--line); color: var(--muted);
  font-size: 0.82rem; }
.legend, .closing { margin: 0.5rem 0 0; color: var(--faint); font-size: 0.82rem; }
@media (max-width: 40rem) { body { padding: 0; } article { padding: 1.2rem 1.4rem; border: 0; } }
@page { size: A4; margin: 18mm 20mm;
  @top-right { content: MARK_CONTENT; font: bold 12pt sans-serif; }
  @bottom-left { content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif; }
  @bottom-right { content: MARK_CONTENT; font: bold 12pt sans-serif; } }
@media print { :root { --page: #ffffff; --text: #000000; --muted: #222222; --faint: #333333; --line: #999999;
  --link: #000000; }
  body { padding: 0; background: none; font-size: 11pt; line-height: 1.2; }
  article { max-width: none; padding: 0; border: 0; }
  section.part { margin-left: 0; padding-left: 0; border-left: 0; }
  h2, tr, li { break-inside: avoid; } h2 { break-after: avoid; } a { text-decoration: none; }
  .handling span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a[role="doc-backlink"] { display: none; } }
"""


def style_sheet(handling: str, foreground: str, background: str) -> str:
    """Return the style sheet for a note with this handling mark; colours are ``#rrggbb``."""
    sheet = _SHEET.replace("MARK_CONTENT", f'"{css_string(handling)}"')
    return sheet.replace("MARK_BACKGROUND", background).replace("MARK_FOREGROUND", foreground).strip()


def css_string(text: str) -> str:
    """Return text for the inside of a CSS string, everything but letters, digits and blanks as an escape."""
    return "".join(one if one.isascii() and (one.isalnum() or one == " ") else f"\\{ord(one):06x}" for one in text)
