"""Word lists written as plain text, so that they read and diff as words."""


def words(block: str) -> frozenset[str]:
    """The words of a block, divided by white space."""
    return frozenset(block.split())
