"""HTML pages: safe parsing, metadata, main text and its blocks."""
