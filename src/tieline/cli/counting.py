"""Numbers beside nouns in what the program says."""


def counted(number: int, noun: str) -> str:
    """ "1 claim", "2 claims", "no claims"."""
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")
