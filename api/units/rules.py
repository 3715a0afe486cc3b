"""How a unit's place in the tree is written (pure)."""

from uuid import UUID


def path_below(parent_path: str | None, unit_id: UUID) -> str:
    """Write the path of a unit under its parent: every id from the root on, each closed by "/"."""
    return f"{parent_path or ''}{unit_id.hex}/"
