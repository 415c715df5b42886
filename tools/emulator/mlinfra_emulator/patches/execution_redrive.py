"""Continues an execution from the state it failed in, as the next part of the same history."""

import json
from typing import Any

from moto.stepfunctions.parser.api import (
    ExecutionRedrivenEventDetails,
    ExecutionStatus,
    HistoryEvent,
    HistoryEventType,
)
from moto.stepfunctions.parser.asl.component.common.flow.start_at import StartAt
from moto.stepfunctions.parser.asl.component.program.program import Program
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.eval.event.event_manager import EventHistoryContext, EventManager
from moto.stepfunctions.parser.backend.execution import Execution
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker

# Of these, AWS redrives the branches that failed, which moto's interpreter cannot enter again.
NESTING = ("Map", "Parallel")


class CannotResume(Exception):
    """The emulator cannot continue here, though AWS could; the message says why."""


def resume(execution: Execution, count: int) -> None:
    """Runs the unsuccessful state of an ended execution again, with the input it had."""
    before = execution.exec_worker
    events = before.env.event_manager.get_event_history()
    entered = _unsuccessful(json.loads(execution.state_machine.definition)["States"], events)
    worker = _Redrive(before, entered, events[-1]["id"], count)
    execution.exec_worker = worker
    execution.stop_date = execution.error = execution.cause = None
    execution.exec_status = ExecutionStatus.RUNNING
    worker.start()


def _unsuccessful(states: dict[str, Any], events: list[HistoryEvent]) -> HistoryEvent:
    """The event that entered the last state of the outermost machine: names are unique over all of a machine."""
    visited = [event for event in events if event.get("stateEnteredEventDetails", {}).get("name") in states]
    if not visited:
        raise CannotResume("The execution ended before it had entered a state, and the emulator continues states only.")
    entered = visited[-1]
    name = entered["stateEnteredEventDetails"]["name"]
    if states[name]["Type"] in NESTING:
        raise CannotResume(
            f"The emulator does not redrive what failed inside of a {states[name]['Type']} state, as {name} is one. "
            "Start a new execution instead."
        )
    exits = (event for event in events if event["id"] > entered["id"])
    if any(event.get("stateExitedEventDetails", {}).get("name") == name for event in exits):
        raise CannotResume(f"The execution ended between the state {name} and the next one. Start a new execution.")
    return entered


class _Redrive(ExecutionWorker):
    def __init__(self, before: ExecutionWorker, entered: HistoryEvent, last_id: int, count: int) -> None:
        super().__init__(
            evaluation_details=before._evaluation_details,
            exec_comm=before._execution_communication,
            cloud_watch_logging_session=before._cloud_watch_logging_session,
            activity_store=before._activity_store,
        )
        self._state = entered["stateEnteredEventDetails"]
        # Made here and not in the thread, so that the history is there all the time.
        self.env = self._environment(before.env, entered, last_id, count)

    def _environment(self, before: Environment, entered: HistoryEvent, last_id: int, count: int) -> Environment:
        context = self._get_evaluation_environment().states.context_object.context_object_data
        context["Execution"]["RedriveCount"] = count
        env = Environment(
            aws_execution_details=before.aws_execution_details,
            execution_type=before.execution_type,
            context=context,
            event_history_context=EventHistoryContext(previous_event_id=last_id),
            cloud_watch_logging_session=before.cloud_watch_logging_session,
            activity_store=before.activity_store,
            variable_store=before.variable_store,
        )
        env.event_manager = _ResumedEvents(before.event_manager, entered["type"])
        env.event_manager.add_event(
            context=env.event_history_context,
            event_type=HistoryEventType.ExecutionRedriven,
            event_details=EventDetails(
                executionRedrivenEventDetails=ExecutionRedrivenEventDetails(redriveCount=count)
            ),
        )
        env.states.reset(input_value=json.loads(self._state["input"]))
        return env

    def _execution_logic(self) -> None:
        program: Program = self._get_evaluation_entrypoint()
        program.start_at = StartAt(start_at_name=self._state["name"])
        program.eval(self.env)
        self._execution_communication.terminated()


class _ResumedEvents(EventManager):
    """The events of before, and those to come: a task is scheduled again without being entered again."""

    def __init__(self, before: EventManager, entered: HistoryEventType) -> None:
        vars(self).update(vars(before))
        self._skips_entering = entered == HistoryEventType.TaskStateEntered

    def add_event(
        self, context: EventHistoryContext, event_type: HistoryEventType, *args: Any, **kwargs: Any
    ) -> int:
        if self._skips_entering and event_type == HistoryEventType.TaskStateEntered:
            self._skips_entering = False
            return context.last_published_event_id
        return super().add_event(context, event_type, *args, **kwargs)
