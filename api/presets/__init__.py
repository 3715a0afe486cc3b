"""Plans that come ready to use: units, bridge points, sessions, and invented members.

The YAML files are the real plans made exact; `demo` invents the people; `copying` makes next
quarter's conference from the last.
"""
