"""Backup plans with their selections, as Terraform makes, changes and removes them."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

pytestmark = pytest.mark.patch("backup")

TABLE = "arn:aws:dynamodb:eu-central-1:123456789012:table/records"
SELECTION = {
    "SelectionName": "records",
    "IamRoleArn": "arn:aws:iam::123456789012:role/backup",
    "Resources": [TABLE],
}


def rule(days: int) -> dict[str, Any]:
    return {"RuleName": "daily", "TargetBackupVaultName": "copies", "Lifecycle": {"DeleteAfterDays": days}}


@pytest.fixture
def plan(aws: Any) -> str:
    aws("backup").create_backup_vault(BackupVaultName="copies")
    return aws("backup").create_backup_plan(BackupPlan={"BackupPlanName": "p", "Rules": [rule(35)]})["BackupPlanId"]


def test_a_selection_is_read_back_as_written(aws: Any, plan: str) -> None:
    client = aws("backup")
    made = client.create_backup_selection(BackupPlanId=plan, BackupSelection=SELECTION)
    read = client.get_backup_selection(BackupPlanId=plan, SelectionId=made["SelectionId"])
    assert read["BackupSelection"] == SELECTION
    assert read["BackupPlanId"] == plan
    listed = client.list_backup_selections(BackupPlanId=plan)["BackupSelectionsList"]
    assert [selection["SelectionName"] for selection in listed] == ["records"]


def test_a_selection_goes_before_its_plan(aws: Any, plan: str) -> None:
    client = aws("backup")
    made = client.create_backup_selection(BackupPlanId=plan, BackupSelection=SELECTION)
    with pytest.raises(ClientError) as refused:
        client.delete_backup_plan(BackupPlanId=plan)
    assert refused.value.response["Error"]["Code"] == "InvalidRequestException"
    client.delete_backup_selection(BackupPlanId=plan, SelectionId=made["SelectionId"])
    client.delete_backup_plan(BackupPlanId=plan)
    assert client.list_backup_plans()["BackupPlansList"] == []


def test_an_unknown_selection_is_not_found(aws: Any, plan: str) -> None:
    with pytest.raises(ClientError) as refused:
        aws("backup").get_backup_selection(BackupPlanId=plan, SelectionId="nobody")
    assert refused.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_plan_is_changed_under_its_id(aws: Any, plan: str) -> None:
    client = aws("backup")
    before = client.get_backup_plan(BackupPlanId=plan)["VersionId"]
    client.update_backup_plan(BackupPlanId=plan, BackupPlan={"BackupPlanName": "p", "Rules": [rule(7)]})
    after = client.get_backup_plan(BackupPlanId=plan)
    assert after["BackupPlan"]["Rules"][0]["Lifecycle"] == {"DeleteAfterDays": 7}
    assert after["VersionId"] != before


def test_a_vault_without_jobs_holds_nothing(aws: Any, plan: str) -> None:
    assert aws("backup").list_recovery_points_by_backup_vault(BackupVaultName="copies")["RecoveryPoints"] == []


def test_tags_are_listed_where_the_sdk_ends_the_path_without_a_slash(aws: Any) -> None:
    client = aws("backup")
    vault = client.create_backup_vault(BackupVaultName="copies", BackupVaultTags={"team": "audio"})

    def without_slash(params: dict[str, Any], **_: Any) -> None:
        params["url"] = params["url"].rstrip("/")

    client.meta.events.register("before-call.backup.ListTags", without_slash)
    assert client.list_tags(ResourceArn=vault["BackupVaultArn"])["Tags"] == {"team": "audio"}
