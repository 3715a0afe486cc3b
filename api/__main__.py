"""`python -m api` serves, migrated, on SQLite by default."""

import gc
import sys

# Whatever is imported stays: to look for garbage among it costs a fifth of the start.
gc.disable()

from api.cli import main  # noqa: E402

gc.enable()

if __name__ == "__main__":
    sys.exit(main())
