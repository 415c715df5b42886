"""python -m compression: runs the step named by STEP."""

import os
import sys

from compression.interruption import obey_sigterm

# Before the slow imports: the container may be stopped while it starts.
obey_sigterm()
# These matrices are small: more threads only wait for one another, most of all on a share of a CPU.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from compression.container import run  # noqa: E402

sys.exit(run(os.environ))
