"""Plain text and Markdown: lines, wrapping, blocks, title, byline."""
