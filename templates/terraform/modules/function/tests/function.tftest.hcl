mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name                  = "audio-bird-calls-dev-inference"
  role_name             = "audio-bird-calls-dev-inference-role"
  account_id            = "123456789012"
  region                = "eu-central-1"
  image_uri             = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-dev-image:latest"
  memory_mb             = 3008
  timeout_seconds       = 900
  environment_variables = { INPUT_BUCKET = "inputs", TOP_K = "3" }
  failure_topic_arn     = "arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"
  log_retention_days    = 7
  invokes_itself        = true
}

run "A2_a_container_image_with_memory_time_and_environment" {
  command = plan

  module {
    source = "../function"
  }

  assert {
    condition     = aws_lambda_function.this.package_type == "Image" && aws_lambda_function.this.memory_size == 3008 && aws_lambda_function.this.timeout == 900
    error_message = "A2: the function must run the image with the memory and time that were asked for."
  }

  assert {
    condition     = aws_lambda_function.this.environment[0].variables == tomap({ INPUT_BUCKET = "inputs", TOP_K = "3" })
    error_message = "A2: the environment must be what was given, got ${jsonencode(aws_lambda_function.this.environment[0].variables)}."
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == -1
    error_message = "A2: without a reservation the function shares the account's concurrency (-1)."
  }

  assert {
    condition     = aws_lambda_function.this.tracing_config[0].mode == "Active"
    error_message = "A6: the function must write traces."
  }
}

run "A2_concurrency_can_be_reserved" {
  command = plan

  module {
    source = "../function"
  }

  variables {
    reserved_concurrency = 10
    kms_key_arn          = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 10
    error_message = "A2: the reservation must be the one that was asked for."
  }

  assert {
    condition     = aws_lambda_function.this.kms_key_arn == var.kms_key_arn && aws_cloudwatch_log_group.this.kms_key_id == var.kms_key_arn
    error_message = "C5: environment and log must be encrypted with the key that was given."
  }
}

run "A10_failed_jobs_reach_the_topic" {
  command = plan

  module {
    source = "../function"
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.this.destination_config[0].on_failure[0].destination == var.failure_topic_arn && aws_lambda_function_event_invoke_config.this.maximum_retry_attempts == 1
    error_message = "A10: an asynchronous invocation that failed for good must be reported."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.base.statement : tolist(s.resources) if s.sid == "InvokeItself"] == [tolist(["arn:aws:lambda:eu-central-1:123456789012:function:audio-bird-calls-dev-inference"])]
    error_message = "A10: C5: the function must be able to start itself, and nothing else."
  }
}

run "C5_the_role_is_the_functions_own_and_narrow" {
  command = plan

  module {
    source = "../function"
  }

  variables {
    invokes_itself           = false
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
    policy_documents         = { data = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  assert {
    condition     = tolist(one(one(data.aws_iam_policy_document.assume.statement).principals).identifiers) == tolist(["lambda.amazonaws.com"])
    error_message = "C5: only Lambda may take the role."
  }

  assert {
    condition     = alltrue([for s in data.aws_iam_policy_document.base.statement : !contains(s.resources, "*") if s.sid != "WriteTraces"]) && alltrue([for s in data.aws_iam_policy_document.base.statement : !anytrue([for a in s.actions : strcontains(a, "*")])])
    error_message = "C5: every action must be named, and every resource but that of X-Ray."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.base.statement : tolist(s.resources) if s.sid == "WriteOwnLog"] == [tolist(["${aws_cloudwatch_log_group.this.arn}:*"])]
    error_message = "C5: the function may write its own log group only."
  }

  assert {
    condition     = !contains([for s in data.aws_iam_policy_document.base.statement : s.sid], "InvokeItself")
    error_message = "C5: a function that does not invoke itself must not be allowed to."
  }

  assert {
    condition     = aws_iam_role.this.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && keys(aws_iam_role_policy.granted) == ["data"]
    error_message = "C5: the boundary and the granted policy must stand on the role."
  }
}

run "C6_the_log_group_has_a_retention" {
  command = plan

  module {
    source = "../function"
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 7 && aws_cloudwatch_log_group.this.name == "/aws/lambda/audio-bird-calls-dev-inference"
    error_message = "C6: the group Lambda writes to must exist with its retention, got ${aws_cloudwatch_log_group.this.name}."
  }
}

run "C10_what_lambda_would_refuse_is_refused_first" {
  command = plan

  module {
    source = "../function"
  }

  variables {
    memory_mb             = 10241
    timeout_seconds       = 901
    log_retention_days    = 8
    environment_variables = { AWS_REGION = "x" }
  }

  # C10: each message names the value and the range.
  expect_failures = [var.memory_mb, var.timeout_seconds, var.log_retention_days, var.environment_variables]
}

run "E4_a_function_can_stand_in_a_network" {
  command = plan

  module {
    source = "../function"
  }

  variables {
    vpc = { subnet_ids = ["subnet-b", "subnet-a"], security_group_ids = ["sg-a"] }
  }

  assert {
    condition     = output.vpc == { subnet_ids = tolist(["subnet-a", "subnet-b"]), security_group_ids = tolist(["sg-a"]) }
    error_message = "E4: the function must stand in the subnets and groups that were given, got ${jsonencode(output.vpc)}."
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.base.statement : toset(s.actions) if s.sid == "NotByTheProgram" && s.effect == "Deny"] == [toset(local.network_actions)] && length([for s in data.aws_iam_policy_document.base.statement : s if s.sid == "JoinNetwork"]) == 1
    error_message = "C5: what Lambda does with the role to join the network must be denied to the program."
  }
}

run "E7_versions_are_published_where_they_are_asked_for" {
  command = plan

  module {
    source = "../function"
  }

  variables {
    publish_versions = true
  }

  assert {
    condition     = aws_lambda_function.this.publish && output.vpc == null && !contains([for s in data.aws_iam_policy_document.base.statement : s.sid], "JoinNetwork")
    error_message = "E7: every change must become a version; E4: without a network nothing of it may be granted."
  }
}
