"""What a head count says beside what is recorded (pure)."""


def difference(*, persons: int, guests: int, checked_in: int) -> int:
    """Tell how many more members were counted than are recorded; below 0, how many fewer.

    Guests are counted with everybody and never recorded.
    """
    return persons - guests - checked_in
