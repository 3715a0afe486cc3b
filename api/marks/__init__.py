"""Marks: what a secretary writes beside names: present, absent and why; also copied from paper.

By member, by printed row numbers ("1-7, 9, 12", read by `rules`), or from a photographed sheet. A
mark is a row of its own: taking it back leaves what machines saw.
"""
