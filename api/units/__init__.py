"""Units: the Party's tree of committees, đảng bộ and chi bộ."""
