"""Privacy: how long each kind of data is kept, what was purged, erasure, breaches."""
