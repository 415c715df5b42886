mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name             = "audio-bird-calls-dev-pipeline"
  role_name        = "audio-bird-calls-dev-pipeline-role"
  account_id       = "123456789012"
  region           = "eu-central-1"
  definition       = "{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}"
  policy_documents = { run = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

run "B5_everything_is_logged_without_data" {
  command = plan

  module {
    source = "../state-machine"
  }

  assert {
    condition     = output.logging == { level = "ALL", execution_data = false, tracing = true, retention_days = 14 }
    error_message = "B5: every event must be in the log, without data, and X-Ray on, got ${jsonencode(output.logging)}."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/aws/vendedlogs/states/audio-bird-calls-dev-pipeline" && aws_sfn_state_machine.this.logging_configuration[0].log_destination == "${aws_cloudwatch_log_group.this.arn}:*"
    error_message = "B5: the log must lie where AWS delivers it without a resource policy of its own."
  }

  assert {
    condition     = aws_sfn_state_machine.this.type == "STANDARD"
    error_message = "B3: only the runs of a standard state machine can be listed."
  }
}

run "B5_data_is_logged_where_it_was_asked_for" {
  command = plan

  module {
    source = "../state-machine"
  }

  variables {
    log_execution_data = true
    kms_key_arn        = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = output.logging.execution_data && aws_cloudwatch_log_group.this.kms_key_id == var.kms_key_arn
    error_message = "B5: data must be in the log, encrypted with the key that was given."
  }
}

run "C5_the_role_is_the_machines_own" {
  command = plan

  module {
    source = "../state-machine"
  }

  assert {
    condition     = [for c in one(data.aws_iam_policy_document.assume.statement).condition : tolist(c.values) if c.variable == "aws:SourceArn"] == [tolist(["arn:aws:states:eu-central-1:123456789012:stateMachine:audio-bird-calls-dev-pipeline"])]
    error_message = "C5: only this state machine may take the role."
  }

  assert {
    condition     = keys(aws_iam_role_policy.granted) == ["run"] && !anytrue(flatten([for s in data.aws_iam_policy_document.base.statement : [for a in s.actions : strcontains(a, "*")]]))
    error_message = "C5: beside log and traces the machine may do what was granted."
  }
}

run "C10_a_definition_without_its_first_state_is_refused" {
  command = plan

  module {
    source = "../state-machine"
  }

  variables {
    name               = "pipeline of birds"
    definition         = "{\"StartAt\":\"Gone\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}"
    log_retention_days = 8
  }

  # C10: AWS would find it only while applying.
  expect_failures = [var.name, var.definition, var.log_retention_days]
}
