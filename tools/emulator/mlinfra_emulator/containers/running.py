"""The runs of tasks that can be asked for by the ARN of the task."""

from weakref import WeakValueDictionary

from .task_run import TaskRun

# A run lives as long as its task, or as its container runs.
_runs: WeakValueDictionary[str, TaskRun] = WeakValueDictionary()


def add(task_arn: str, run: TaskRun) -> None:
    _runs[task_arn] = run


def run_of(task_arn: str) -> TaskRun | None:
    """None for a task whose container does not run here."""
    return _runs.get(task_arn)


def kill_all() -> None:
    """Ends every container at once, for tasks that are about to be forgotten."""
    for run in list(_runs.values()):
        run.kill()
