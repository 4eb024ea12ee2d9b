"""The window of actors: who is known by which names, who holds office, what was merged, which names to decide."""
