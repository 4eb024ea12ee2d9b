"""Models trained by us: what a network learned of names, beside what the rules know."""
