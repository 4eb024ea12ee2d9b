"""Junk inside article text: one module a family of rules, each rule with a name and a reason."""
