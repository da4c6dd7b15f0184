"""Every error a user can meet.

    TielineError
    ├── InputError        what was given cannot be used (file, option, name)
    │   ├── UnreadableError   a document or data file cannot be read
    │   └── LimitError        it is beyond a stated limit (size, pages, time, memory)
    ├── CaseError         the case folder is missing, broken, newer or locked
    └── InstallError      a part of the installation is missing

Each message is one line: what was wrong, where, and what to try.
"""


class TielineError(Exception):
    """Root of all errors raised on purpose; its text is fit for a user."""


class InputError(TielineError):
    """What was given cannot be used."""


class UnreadableError(InputError):
    """A document or data file cannot be read."""


class LimitError(InputError):
    """Something is beyond a stated limit."""


class CaseError(TielineError):
    """The case folder is missing, broken, newer than this program, or locked."""


class InstallError(TielineError):
    """A part of the installation is missing."""
