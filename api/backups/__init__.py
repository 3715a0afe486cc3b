"""Backups: everything that is kept, in one archive, and how it comes back.

An archive holds the database as it stood at one instant, the pictures and scans that it names, and
a manifest that says what is in it and proves that this deployment made it. It never holds the
master key. What comes back is not what was lost: whatever was handed out since is made worthless,
and the lost time is named for those who work with it (protocol, "Clock, failover, restore").
"""
