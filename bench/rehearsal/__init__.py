"""A whole morning over HTTP: everybody of a conference checks in, and what was said is proved."""
