"""`python -m api` serves, migrated, on SQLite by default."""

import sys

from api.cli import main

if __name__ == "__main__":
    sys.exit(main())
