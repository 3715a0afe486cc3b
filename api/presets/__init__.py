"""Plans that come ready to use: units, bridge points, sessions, and invented members."""
