"""Whether the server was told to stop: what goes on for hours has to end before it can."""

import signal
from collections.abc import Callable


def stopping() -> Callable[[], bool]:
    """Make the question whether this process was told to stop; call it when the server has begun.

    A server waits for its open answers before it tells the application, so one that never ends by
    itself has to ask. Without a server that handles the signal nobody tells it.
    """
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    return lambda: bool(getattr(server, "should_exit", False))
