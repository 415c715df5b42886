"""Why the emulator refuses to start, in words for whoever started it."""


class CannotStart(RuntimeError):
    """The message names the cause and the next step; it is shown without a traceback."""
