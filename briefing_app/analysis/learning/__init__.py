"""Learning from a library's own decisions: small, in memory, measured before anything of it may be used."""
