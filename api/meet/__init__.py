"""Google Meet: participants' files, matched to halls.

What Google lists is a camera, not a member: a line proves that a hall was connected, and how long.
"""
