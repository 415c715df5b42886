mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  vault_name    = "audio-base-prod-backups"
  plan_name     = "audio-base-prod-backups"
  role_name     = "audio-base-prod-backup-role"
  account_id    = "123456789012"
  resource_arns = ["arn:aws:dynamodb:eu-central-1:123456789012:table/audio-base-prod-database"]
}

run "E9_copies_are_made_daily_and_monthly_and_expire" {
  command = plan

  module {
    source = "../backups"
  }

  assert {
    condition     = output.rules == { daily = 35, monthly = 365 } && output.resource_arns == tolist(var.resource_arns)
    error_message = "E9: what was named must be copied, and the copies must end, got ${jsonencode(output.rules)}."
  }

  assert {
    condition     = toset([for a in aws_iam_role_policy_attachment.this : a.policy_arn]) == toset(["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup", "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"])
    error_message = "E9: the role must be able to restore what it copied."
  }

  assert {
    condition     = !aws_backup_vault.this.force_destroy && anytrue([for c in one(data.aws_iam_policy_document.assume.statement).condition : c.variable == "aws:SourceAccount" && contains(c.values, "123456789012")])
    error_message = "E9: C5: a vault with copies must not be destroyed, and only this account's backups may take the role."
  }
}

run "C10_a_plan_that_copies_nothing_is_refused" {
  command = plan

  module {
    source = "../backups"
  }

  variables {
    resource_arns = []
    rules         = { daily = { schedule = "daily", retention_days = 0 } }
  }

  # C10: E9: such a plan would be green and empty.
  expect_failures = [var.resource_arns, var.rules]
}
