"""The rush: the check-in under load, beside what it is compared with, in one interleaved run."""
