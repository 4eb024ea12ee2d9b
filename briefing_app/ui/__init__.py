"""The window: a folder a panel, and what the panels share. Qt lives here and in desktop only."""
