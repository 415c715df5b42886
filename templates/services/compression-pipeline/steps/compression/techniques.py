"""What each step makes of the model before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compression import reference_model
from compression.distillation import distill
from compression.errors import StepError
from compression.keys import model_key
from compression.logs import log
from compression.measure import accuracy
from compression.model_file import read_model
from compression.network import Network
from compression.order import Step, previous
from compression.pruning import prune
from compression.quantization import quantize
from compression.storage import Storage


@dataclass(frozen=True)
class Job:
    id: str
    run_input: Mapping[str, Any]
    storage: Storage


def transformed(step: Step, job: Job) -> Network:
    """The model that `step` hands on."""
    if step == "baseline":
        return model_at(job.run_input["model_uri"], job.storage)
    network = stored_model(previous(step, job.run_input), job)
    if step == "evaluate":
        return network
    options = job.run_input[step]
    if not options["enabled"]:
        log(f"{step} is switched off; the model is passed on as it is")
        return network
    if step == "prune":
        log("pruning", amount=options["amount"], weights=network.weights)
        return prune(network, options["amount"], log_epoch)
    if step == "quantize":
        log("quantising", dtype=options["dtype"])
        return quantize(network, options["dtype"])
    teacher_uri = options["teacher_uri"]
    teacher = model_at(teacher_uri, job.storage) if teacher_uri else stored_model("baseline", job)
    log("distilling", teacher=teacher_uri or "the baseline", teacher_accuracy=round(accuracy(teacher), 4))
    return distill(network, teacher, log_epoch)


def model_at(uri: str, storage: Storage) -> Network:
    if uri == reference_model.URI:
        log("training the reference model", uri=uri)
        return reference_model.reference_model(log_epoch)
    content = storage.read_uri(uri)
    log("model read", uri=uri, bytes=len(content))
    return read_model(content, uri)


def stored_model(step: Step, job: Job) -> Network:
    """The model that `step` left behind in this run."""
    key = model_key(job.id, step)
    content = job.storage.read(key)
    if content is None:
        raise StepError(
            "model_missing",
            f"Step {step} has left no model at {key}.",
            f"Start a new run with start_at {step}, or one from the beginning.",
        )
    return read_model(content, key)


def log_epoch(epoch: int, network: Network) -> None:
    log("epoch", epoch=epoch, accuracy=round(accuracy(network), 4))
