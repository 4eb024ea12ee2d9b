"""Anchors for passages, and what hangs on them; no store, no Qt."""
