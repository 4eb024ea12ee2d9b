"""Files that hold many things: told apart by content, read to plain values, within limits."""
