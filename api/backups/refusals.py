"""Why an archive is not made, not trusted, or not restored."""


class BackupRefused(Exception):
    """Nothing was done, or what was begun is of no use; the message says why."""
