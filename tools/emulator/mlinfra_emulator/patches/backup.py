"""AWS Backup: what a plan copies, a plan that is changed, tags, and a vault that is emptied before it goes."""

import json
from typing import Any
from urllib.parse import unquote

from moto.backup import urls
from moto.backup.exceptions import InvalidRequestException, ResourceNotFoundException
from moto.backup.models import BackupBackend, Plan
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.moto_api._internal import mock_random

from .backend_state import backend_state
from .rebinding import add_method, replace_method, wrap_method

RECOVERY_POINTS = r"{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/$"


def apply() -> None:
    for method in (
        create_backup_selection,
        get_backup_selection,
        list_backup_selections,
        delete_backup_selection,
        update_backup_plan,
        list_recovery_points_by_backup_vault,
    ):
        add_method(BackupResponse, method)
    wrap_method(BackupBackend, "delete_backup_plan", _delete_plan)
    replace_method(BackupResponse, "list_tags", list_tags)
    urls.url_paths[RECOVERY_POINTS] = BackupResponse.dispatch


def create_backup_selection(self: BackupResponse) -> str:
    given = json.loads(self.body)
    plan = self.backup_backend.get_backup_plan(_plan_id(self), None)
    selection = {
        "SelectionId": str(mock_random.uuid4()),
        "BackupPlanId": plan.backup_plan_id,
        "CreationDate": unix_time(),
        "CreatorRequestId": given.get("CreatorRequestId"),
        "BackupSelection": given["BackupSelection"],
    }
    _selections(self.backup_backend)[selection["SelectionId"]] = selection
    return json.dumps({name: selection[name] for name in ("SelectionId", "BackupPlanId", "CreationDate")})


def get_backup_selection(self: BackupResponse) -> str:
    return json.dumps({key: value for key, value in _find(self).items() if value is not None})


def list_backup_selections(self: BackupResponse) -> str:
    found = [
        {
            "SelectionId": selection["SelectionId"],
            "SelectionName": selection["BackupSelection"]["SelectionName"],
            "BackupPlanId": selection["BackupPlanId"],
            "CreationDate": selection["CreationDate"],
            "IamRoleArn": selection["BackupSelection"]["IamRoleArn"],
        }
        for selection in _of_plan(self.backup_backend, _plan_id(self))
    ]
    return json.dumps({"BackupSelectionsList": found})


def delete_backup_selection(self: BackupResponse) -> str:
    del _selections(self.backup_backend)[_find(self)["SelectionId"]]
    return "{}"


def update_backup_plan(self: BackupResponse) -> str:
    """A new version of the plan under its old id; what a new plan is filled in with, it is too."""
    plan = self.backup_backend.get_backup_plan(_plan_id(self), None)
    changed = Plan(json.loads(self.body)["BackupPlan"], plan.creator_request_id, self.backup_backend)
    plan.backup_plan = changed.backup_plan
    plan.advanced_backup_settings = changed.advanced_backup_settings
    plan.version_id = changed.version_id
    return json.dumps(plan.to_dict())


def list_recovery_points_by_backup_vault(self: BackupResponse) -> str:
    """No job ever runs here, so no vault holds a copy."""
    self.backup_backend.describe_backup_vault(self.path.split("/backup-vaults/", 1)[1].split("/", 1)[0])
    return json.dumps({"RecoveryPoints": []})


def list_tags(self: BackupResponse) -> str:
    """With or without a slash behind the ARN: SDKs differ."""
    arn = unquote(self.path).split("/tags/", 1)[1].rstrip("/")
    return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})


def _delete_plan(original: Any, self: BackupBackend, backup_plan_id: str) -> Any:
    if _of_plan(self, backup_plan_id):
        raise InvalidRequestException("Related backup plan selections must be deleted prior to backup plan")
    return original(self, backup_plan_id=backup_plan_id)


def _plan_id(self: BackupResponse) -> str:
    return self.path.split("/plans/", 1)[1].split("/", 1)[0]


def _find(self: BackupResponse) -> dict[str, Any]:
    identifier = self.path.rstrip("/").rsplit("/", 1)[1]
    selection = _selections(self.backup_backend).get(identifier)
    if selection is None or selection["BackupPlanId"] != _plan_id(self):
        raise ResourceNotFoundException(f"Cannot find Backup selection {identifier}")
    return selection


def _of_plan(backend: BackupBackend, plan_id: str) -> list[dict[str, Any]]:
    return [selection for selection in _selections(backend).values() if selection["BackupPlanId"] == plan_id]


def _selections(backend: BackupBackend) -> dict[str, dict[str, Any]]:
    return backend_state(backend, "backup_selections", dict)
