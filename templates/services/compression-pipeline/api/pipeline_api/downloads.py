"""Download URLs for the models of jobs that succeeded."""

from __future__ import annotations

from typing import Any

from pipeline_api import aws, jobs
from pipeline_api.errors import ServiceError
from pipeline_api.identifiers import artifact_key
from pipeline_api.settings import Settings


def create(configured: Settings, identifier: str) -> dict[str, Any]:
    """A presigned GET; ServiceError 409 unless the job succeeded, 404 where its model is gone."""
    job = jobs.status(configured, identifier)
    if job["state"] == "RUNNING":
        raise ServiceError(
            409,
            "job_unfinished",
            f"Job {identifier} is still running, so there is no model yet.",
            f"Ask GET /status/{identifier} until its state is SUCCEEDED.",
        )
    if job["state"] != "SUCCEEDED":
        reason = job.get("error", {}).get("message") or "GET /status tells why"
        raise ServiceError(
            409,
            "job_without_model",
            f"Job {identifier} ended as {job['state']}, so there is no model to use: {reason[:500]}",
            "Submit it again with other options, or with a model that can be used.",
        )
    key = artifact_key(identifier)
    if not aws.object_exists(configured.bucket, key):
        raise ServiceError(
            404,
            "model_expired",
            f"The model of job {identifier} is no longer kept.",
            "Submit the job again; run_expiration_days of the stack says how long models are kept.",
        )
    parameters = {
        "Bucket": configured.bucket,
        "Key": key,
        "ResponseContentDisposition": f'attachment; filename="{identifier}.npz"',
    }
    return {
        "download_url": aws.presigned("get_object", parameters, configured.download_url_expiry_seconds),
        "expires_in_seconds": configured.download_url_expiry_seconds,
    }
