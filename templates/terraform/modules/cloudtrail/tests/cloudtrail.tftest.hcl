mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name        = "audio-base-prod-trail"
  account_id  = "123456789012"
  region      = "eu-central-1"
  bucket_name = "audio-base-prod-trail-123456789012"
}

run "E5_every_region_is_recorded_and_files_are_validated" {
  command = plan

  module {
    source = "../cloudtrail"
  }

  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.include_global_service_events && aws_cloudtrail.this.enable_log_file_validation && aws_cloudtrail.this.enable_logging
    error_message = "E5: the trail must record all regions, and its files must be verifiable."
  }

  assert {
    condition     = aws_cloudtrail.this.kms_key_id == var.kms_key_arn && aws_cloudtrail.this.s3_bucket_name == var.bucket_name
    error_message = "E5: the trail must write to the bucket, encrypted with the key."
  }

  assert {
    condition     = length(aws_cloudtrail.this.event_selector) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "E5: changes are recorded; objects and CloudWatch Logs only where they are asked for."
  }
}

run "E5_events_go_to_cloudwatch_where_it_is_asked_for" {
  command = plan

  module {
    source = "../cloudtrail"
  }

  variables {
    log_group                = { retention_days = 90, role_name = "audio-base-prod-trail-logs" }
    data_event_bucket_arns   = ["arn:aws:s3:::models"]
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  assert {
    condition     = aws_cloudwatch_log_group.this[0].retention_in_days == 90 && aws_cloudtrail.this.cloud_watch_logs_group_arn == "${aws_cloudwatch_log_group.this[0].arn}:*" && aws_cloudtrail.this.cloud_watch_logs_role_arn == aws_iam_role.logs[0].arn
    error_message = "E5: E6: the events must reach the log group, which has a retention."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.logs[0].statement : tolist(s.resources)]) == tolist(["${aws_cloudwatch_log_group.this[0].arn}:log-stream:123456789012_CloudTrail_eu-central-1*"]) && aws_iam_role.logs[0].permissions_boundary == var.permissions_boundary_arn
    error_message = "C5: the trail may write its own streams of this log group only."
  }

  assert {
    condition     = anytrue([for c in one(data.aws_iam_policy_document.assume_logs[0].statement).condition : c.variable == "aws:SourceArn" && toset(c.values) == toset(["arn:aws:cloudtrail:eu-central-1:123456789012:trail/audio-base-prod-trail"])])
    error_message = "C5: only this trail may take the role."
  }

  assert {
    condition     = output.configuration.watched_objects == ["arn:aws:s3:::models/"] && one(aws_cloudtrail.this.event_selector).include_management_events
    error_message = "E5: every reading of the buckets named must be recorded, got ${jsonencode(output.configuration.watched_objects)}."
  }
}

run "C10_a_name_or_days_that_aws_refuses_are_refused_first" {
  command = plan

  module {
    source = "../cloudtrail"
  }

  variables {
    name                   = "-trail"
    log_group              = { retention_days = 91, role_name = "r" }
    data_event_bucket_arns = ["models"]
  }

  # C10: each message names what is allowed.
  expect_failures = [var.name, var.log_group, var.data_event_bucket_arns]
}
