"""A stretch of time with open or known ends."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `earliest` to `latest`, both included; None is an open end."""

    earliest: date | None = None
    latest: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies inside."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have at least one day in common."""
        starts_in_time = (
            self.earliest is None or other.latest is None or self.earliest <= other.latest
        )
        ends_in_time = (
            self.latest is None or other.earliest is None or other.earliest <= self.latest
        )
        return starts_in_time and ends_in_time
