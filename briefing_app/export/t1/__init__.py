"""The one-page briefing note (template T1): its sections, each composed by a module of its own."""
