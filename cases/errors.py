"""One tree of errors. Each is a sentence that says what is wrong and what to do, for a person to read.

Doors translate them in one place each: the command line by `exit_code`, the web by `http_status`. The `code`
alone may travel into Prefect and logs; the sentence may name people's files and figures and stays outside.
"""

from __future__ import annotations


class VouchError(Exception):
    """Something went wrong that we can say in one sentence."""

    code = "error"
    exit_code = 1
    http_status = 500


class BadInput(VouchError):
    """What was given cannot be used; giving it again unchanged will not help."""

    code = "bad_input"
    exit_code = 2
    http_status = 422


class NotFound(BadInput):
    """There is no such case, file or policy."""

    code = "not_found"
    http_status = 404


class IllegalMove(VouchError):
    """A case cannot go from its status to the one asked for."""

    code = "illegal_move"
    exit_code = 2
    http_status = 409


class ClaimLost(VouchError):
    """Another worker holds the case now; what this one did is dropped."""

    code = "claim_lost"
    http_status = 409


class Unavailable(VouchError):
    """Something that may pass: a reader process died, a database is busy. Trying again may help."""

    code = "unavailable"
    http_status = 503


class BrokenInstallation(VouchError):
    """A file that belongs to Vouch is missing or altered, such as model weights with a wrong hash."""

    code = "broken_installation"
