"""The library's tables, typed; `every` knows them all."""
