"""Marks: what a secretary writes beside names: present, absent and why; also copied from paper."""
