"""One repository for each kind of thing: domain values in, domain values out, SQL in between."""
