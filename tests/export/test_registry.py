from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.errors import UserError
from briefing_app.export.compose import compose
from briefing_app.export.registry import format_for
from tests.export.talks import talks


@pytest.mark.parametrize(
    ("name", "found"),
    [("a.md", "Markdown"), ("b.HTML", "HTML"), ("c.d.htm", "HTML"), (Path("x/y.markdown"), "Markdown")],
)
def test_format_follows_the_suffix(name: str | Path, found: str) -> None:
    assert format_for(name).name == found


@pytest.mark.parametrize(("name", "part"), [("note.docy", "“.docy”"), ("note", "“note” has no ending")])
def test_unknown_format_is_refused_with_a_sentence(name: str, part: str) -> None:
    with pytest.raises(UserError) as caught:
        format_for(name)
    assert part in caught.value.sentence
    assert caught.value.hint == "Give the file an ending of .md or .html."


def test_format_writes_utf_8() -> None:
    briefing = compose(talks())
    assert format_for("n.md").write(briefing).decode("utf-8").startswith("**TLP:AMBER**")
    assert format_for("n.html").write(briefing).startswith(b"<!DOCTYPE html>")
