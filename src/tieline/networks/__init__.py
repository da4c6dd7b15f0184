"""Claims to ties, ties to a signed network, and one picture of it."""
