"""Cards of several lines in a list: what they are made of, how they are laid out and painted."""
