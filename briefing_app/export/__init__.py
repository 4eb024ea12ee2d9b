"""Writers: a Briefing becomes Markdown or HTML, positions and annotations become tables; citations and composition."""
