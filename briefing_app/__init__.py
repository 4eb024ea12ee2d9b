"""Briefing Reader: read articles, see who holds what, write the briefing note."""

__version__ = "0.1.0"
