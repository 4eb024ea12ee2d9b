"""The library: one SQLite file, its tables, its units of work, its search; the only package that knows SQL."""
