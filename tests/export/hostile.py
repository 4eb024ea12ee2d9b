"""Text that tries to come alive in a document: markup, scripts, images, formulas, templates, display tricks."""

from __future__ import annotations

MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "<!-- --><iframe src=https://evil.example></iframe>",
    '"><b onmouseover=alert(1)>',
    "![pixel](https://evil.example/p.png)",
    "!\\[pixel](https://evil.example/p.png)",
    "[click](javascript:alert(1))",
    "<https://evil.example>",
    "[^1]: a note of its own",
    "[^1]",
    "# Heading",
    "- - - -",
    "> quote",
    "1. item",
    "| a | b |",
    "```\ncode\n```",
    "    <b>indented</b>",
    "~~gone~~ ***x*** __y__ `z`",
    "&lt;b&gt; &#60;b&#62;",
    "::: warning",
    "$$x$$ $\\unicode{41}$",
    "line\n\n<b>next</b>",
    "line\u2028<b>next</b>",
    "]](<x",
)
FORMULAS = (
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\u00a0=1",
    "\u200b=1",
    ' =HYPERLINK("https://evil.example")',
    "\ufeff=1",
    "'=1",
    '"=1',
    "−1",
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{0.__class__}",
    "%(x)s",
    "%s",
)
TRICKS = ("\u202egpj.exe", "a\u2066b\u2069", "zero\x00byte", "bell\x07", "esc\x1b[31m")

ALL = (*MARKUP, *FORMULAS, *TEMPLATES, *TRICKS)
