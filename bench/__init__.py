"""Load and scale measurements, run by `make bench`; correctness is tested elsewhere."""
