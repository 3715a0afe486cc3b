"""Units: the Party's tree of committees, đảng bộ and chi bộ.

Each unit carries the path of its ancestors, so that a subtree is a range of an index. Units are
renamed, moved, merged and ended, never deleted: what was reported then reads as it was then.
"""
