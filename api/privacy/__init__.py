"""Privacy: how long data is kept, what is purged, who is erased, and the register of breaches."""
