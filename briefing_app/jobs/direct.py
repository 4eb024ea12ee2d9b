"""The runner that runs at once, under the name by which tests know it."""

from __future__ import annotations

from briefing_app.jobs.runner import DirectRunner

__all__ = ["DirectRunner"]
