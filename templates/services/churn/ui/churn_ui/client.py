"""The conversation with the API: customers out, predictions or a reason in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import requests

from churn_ui.settings import Api
from churn_ui.signature import CredentialsError

# Longer than the 30 s after which API Gateway gives up, so that its answer is seen.
TIMEOUTS = (3.05, 35)


@dataclass
class ApiError(Exception):
    """message: what happened. hint: what to do. fields: (path, what is wrong there)."""

    message: str
    hint: str
    fields: list[tuple[str, str]] = field(default_factory=list)


def predict(api: Api, customer: Mapping[str, Any]) -> dict[str, Any]:
    """probability, at_risk and factors."""
    answer = _post(api, customer)
    if not _is_prediction(answer) or not isinstance(answer.get("factors"), list):
        raise _unexpected()
    return answer


def predict_several(api: Api, customers: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """In the order of the customers; probability and at_risk of each."""
    answer = _post(api, {"customers": list(customers)})
    predictions = answer.get("predictions")
    if not isinstance(predictions, list) or len(predictions) != len(customers):
        raise _unexpected()
    if not all(_is_prediction(prediction) for prediction in predictions):
        raise _unexpected()
    return predictions


def _post(api: Api, document: Mapping[str, Any]) -> dict[str, Any]:
    try:
        response = requests.post(
            f"{api.endpoint}/predict", json=document, auth=api.auth, timeout=TIMEOUTS, allow_redirects=False
        )
    except CredentialsError as error:
        raise ApiError(
            f"This page has no credentials to sign its request with ({error}).",
            "In AWS its task's role gives them: apply the stack's Terraform again. On your own machine set AWS_PROFILE, or "
            "API_AUTHORIZATION=none for an API that asks for no signature.",
        ) from error
    except requests.Timeout as error:
        raise ApiError(
            "The prediction API did not answer in time.",
            "Try again in half a minute: the model needs that long to start after a pause.",
        ) from error
    except requests.RequestException as error:
        raise ApiError(
            "The prediction API cannot be reached.",
            "Try again. If it stays so, check API_ENDPOINT and whether the container may reach the internet.",
        ) from error
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if response.status_code == 200 and isinstance(answer, dict):
        return answer
    raise _reason(response.status_code, answer)


def _reason(status: int, answer: Any) -> ApiError:
    described = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(described, dict) and isinstance(described.get("message"), str):
        fields = [
            (str(entry.get("field", "")), str(entry.get("message", "")))
            for entry in described.get("fields") or []
            if isinstance(entry, dict)
        ]
        return ApiError(described["message"], str(described.get("hint", "")), fields)
    if status in (401, 403):
        return ApiError(
            "The prediction API does not let this page in.",
            "Ask the team that runs it: the page's role needs execute-api:Invoke on it, and API_AUTHORIZATION must say "
            "what the API asks for.",
        )
    if status == 429:
        return ApiError("The prediction API has too many requests.", "Try again in a few seconds.")
    return ApiError(f"The prediction API answered {status}.", "Try again; if it stays so, look into the API's logs.")


def _is_prediction(answer: Any) -> bool:
    if not isinstance(answer, dict) or not isinstance(answer.get("at_risk"), bool):
        return False
    probability = answer.get("probability")
    return isinstance(probability, (int, float)) and 0 <= probability <= 1


def _unexpected() -> ApiError:
    return ApiError(
        "The prediction API answered in a form this page does not know.",
        "Deploy the API and the page from the same commit.",
    )
