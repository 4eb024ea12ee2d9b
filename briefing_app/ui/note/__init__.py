"""The Note view: a briefing note composed from a dossier, written, checked and exported."""
