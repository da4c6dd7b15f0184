"""Claims tested against what datasets record: coverage first, then a verdict."""
