"""Agreement of two coders beyond chance.

Krippendorff's alpha for nominal data: K. Krippendorff, Content Analysis, 4th ed., Sage 2018,
chapter 12. NLTK computes it.
"""

from collections.abc import Iterable

from tieline.errors import InstallError


def alpha(values: Iterable[tuple[str, str]]) -> float | None:
    """1 is agreement, 0 chance; None where every value is the same, or there is none."""
    pairs = list(values)
    if len({value for pair in pairs for value in pair}) < 2:  # noqa: PLR2004 - nothing varies
        return None
    try:
        from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415 - only coders need it
    except ImportError as error:
        raise InstallError(
            "agreement needs NLTK, which the development tools bring: run './tieline lint' first"
        ) from error
    triples = [
        (coder, str(unit), value)
        for unit, pair in enumerate(pairs)
        for coder, value in zip("ab", pair, strict=True)
    ]
    return float(AnnotationTask(data=triples).alpha())
