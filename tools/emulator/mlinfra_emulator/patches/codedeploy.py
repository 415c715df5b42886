"""CodeDeploy: groups updated and deleted, alarms read back, and times as numbers."""

import json
from typing import Any

from moto.codedeploy.models import Application, DeploymentGroup, DeploymentInfo
from moto.codedeploy.responses import CodeDeployResponse
from moto.core.utils import camelcase_to_underscores, unix_time

from .rebinding import add_method, wrap_method

NAMES = ("applicationName", "currentDeploymentGroupName", "newDeploymentGroupName")


def apply() -> None:
    wrap_method(Application, "__init__", _numeric_time)
    wrap_method(DeploymentInfo, "__init__", _numeric_time)
    wrap_method(DeploymentGroup, "to_dict", _as_written)
    for method in (delete_application, delete_deployment_group, update_deployment_group):
        add_method(CodeDeployResponse, method)


def _numeric_time(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """The JSON protocol carries times as seconds; SDKs of typed languages refuse text."""
    original(self, *args, **kwargs)
    self.create_time = unix_time()


def _as_written(original: Any, self: DeploymentGroup) -> dict[str, Any]:
    described = {**original(self), "alarmConfiguration": self.alarm_configuration}
    return {key: value for key, value in described.items() if value not in ({}, None)}


def delete_application(self: CodeDeployResponse) -> str:
    """AWS answers 200 for an application that does not exist, too."""
    name = self._get_param("applicationName")
    self.codedeploy_backend.applications.pop(name, None)
    self.codedeploy_backend.deployment_groups.pop(name, None)
    return "{}"


def delete_deployment_group(self: CodeDeployResponse) -> str:
    groups = self.codedeploy_backend.deployment_groups.get(self._get_param("applicationName"), {})
    groups.pop(self._get_param("deploymentGroupName"), None)
    return json.dumps({"hooksNotCleanedUp": []})


def update_deployment_group(self: CodeDeployResponse) -> str:
    given = json.loads(self.body)
    application, name = given["applicationName"], given["currentDeploymentGroupName"]
    group = self.codedeploy_backend.get_deployment_group(application, name)
    for key, value in given.items():
        if key not in NAMES and hasattr(group, camelcase_to_underscores(key)):
            setattr(group, camelcase_to_underscores(key), value)
    renamed = given.get("newDeploymentGroupName")
    if renamed:
        groups = self.codedeploy_backend.deployment_groups[application]
        group.deployment_group_name = renamed
        groups[renamed] = groups.pop(name)
    return json.dumps({"hooksNotCleanedUp": []})
