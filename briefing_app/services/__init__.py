"""Use cases: what a reader can do, each one unit of work; no Qt, no SQL."""
