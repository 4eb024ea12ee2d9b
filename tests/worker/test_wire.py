"""Frames: what is sent arrives, and what is no frame is the end of the stream."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.worker import wire

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.dictionaries(st.text(), PLAIN, max_size=4), st.binary(max_size=200)), max_size=4))
def test_receive_when_frames_were_sent_then_the_same(frames: list[tuple[dict[str, object], bytes]]) -> None:
    stream = io.BytesIO()
    for head, blob in frames:
        wire.send(stream, head, blob)
    stream.seek(0)
    for head, blob in frames:
        assert wire.receive(stream) == (head, blob)
    with pytest.raises(EOFError):
        wire.receive(stream)


@given(st.binary(max_size=40))
def test_receive_when_cut_short_then_end_of_stream(junk: bytes) -> None:
    whole = io.BytesIO()
    wire.send(whole, {"task": "clean"}, b"x" * 64)
    cut = io.BytesIO(whole.getvalue()[: len(junk)])
    with pytest.raises(EOFError):
        wire.receive(cut)


def test_receive_when_length_is_absurd_then_end_of_stream() -> None:
    with pytest.raises(EOFError):
        wire.receive(io.BytesIO(struct.pack(">II", wire.LARGEST + 1, 0) + b"{}"))
