"""Addresses: which of them name one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.addresses import page_key

SAME = (
    "https://site.example/a/B?id=3&x=1",
    "HTTPS://SITE.example:443/a/B/?x=1&id=3#part",
    "http://site.example/a/B?utm_medium=mail&id=3&x=1&fbclid=9&mc_cid=2",
)
OTHERS = (
    "https://site.example/a/b?id=3&x=1",
    "https://site.example:8443/a/B?id=3&x=1",
    "https://site.example/a/B?id=4",
)


def test_page_key_when_only_dress_differs_then_the_same() -> None:
    assert len({page_key(one) for one in SAME}) == 1


@pytest.mark.parametrize("other", OTHERS)
def test_page_key_when_path_port_or_parameter_differs_then_another(other: str) -> None:
    assert page_key(other) != page_key(SAME[0])


@pytest.mark.parametrize("nothing", ["", "https://site.example/", "file:///a/b", "page.html", "http://[bad/x"])
def test_page_key_when_no_page_of_its_own_then_empty(nothing: str) -> None:
    assert page_key(nothing) == ""


@given(st.text(st.characters(exclude_categories=("C", "Z")), max_size=80))
def test_page_key_when_anything_then_steady_and_part_of_the_address(rest: str) -> None:
    key = page_key(f"https://Site.example/{rest}")
    if key:
        host, slash, path = key.partition("?")[0].partition("/")
        assert host == "site.example"
        assert slash + path in f"https://Site.example/{rest}"
        assert page_key("http://" + key) in (key, "")
