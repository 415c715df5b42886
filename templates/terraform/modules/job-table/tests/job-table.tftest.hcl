mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name = "audio-bird-calls-dev-jobs"
}

run "B7_on_demand_recoverable_encrypted_and_expiring" {
  command = plan

  module {
    source = "../job-table"
  }

  assert {
    condition     = aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.this.hash_key == "id"
    error_message = "B7: the table must be paid by request and found by id."
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "B7: records must be recoverable, and the table must not be deleted unless that was asked for."
  }

  assert {
    condition     = aws_dynamodb_table.this.ttl[0].enabled && aws_dynamodb_table.this.ttl[0].attribute_name == "expires_at"
    error_message = "B7: records must expire at expires_at."
  }
}

run "B7_encrypted_with_the_key_that_was_given" {
  command = plan

  module {
    source = "../job-table"
  }

  variables {
    kms_key_arn         = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
    deletion_protection = false
  }

  assert {
    condition     = aws_dynamodb_table.this.server_side_encryption[0].enabled && aws_dynamodb_table.this.server_side_encryption[0].kms_key_arn == var.kms_key_arn && !output.protection.deletion_protection
    error_message = "B7: the customer managed key must encrypt the table."
  }
}

run "C10_a_table_that_expires_by_its_key_is_refused" {
  command = plan

  module {
    source = "../job-table"
  }

  variables {
    name             = "a"
    expiry_attribute = "id"
  }

  # C10: the name is too short, and the key holds no time.
  expect_failures = [var.name, var.expiry_attribute]
}
