"""A library whose thinker needs no process."""

from __future__ import annotations

from tests.services.conftest import services, thinker

__all__ = ["services", "thinker"]
