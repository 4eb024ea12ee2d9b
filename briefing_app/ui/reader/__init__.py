"""The reading surface: an article's text with everything that people and analysis have marked in it."""
