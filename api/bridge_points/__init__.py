"""Bridge points: the venues of a conference, on the line or in Meet."""
