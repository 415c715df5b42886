mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  family                = "audio-bird-calls-dev-prune"
  container_name        = "prune"
  account_id            = "123456789012"
  region                = "eu-central-1"
  image_uri             = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-dev-steps:latest"
  image_repository_arn  = "arn:aws:ecr:eu-central-1:123456789012:repository/audio-bird-calls-dev-steps"
  cpu                   = 1024
  memory                = 4096
  environment_variables = { STEP = "prune", JOB_TABLE = "jobs" }
  execution_role_name   = "audio-bird-calls-dev-prune-start"
  task_role_name        = "audio-bird-calls-dev-prune-task-role"
  policy_documents      = { data = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

run "B2_a_fargate_task_of_the_size_that_was_asked_for" {
  command = plan

  module {
    source = "../task"
  }

  assert {
    condition     = toset(aws_ecs_task_definition.this.requires_compatibilities) == toset(["FARGATE"]) && aws_ecs_task_definition.this.network_mode == "awsvpc" && aws_ecs_task_definition.this.cpu == "1024" && aws_ecs_task_definition.this.memory == "4096"
    error_message = "B2: the task must run on Fargate with its cpu and memory."
  }

  assert {
    condition     = output.configuration.cpu == 1024 && output.configuration.ephemeral_storage_gib == 20 && output.configuration.architecture == "x86_64" && output.configuration.environment_variables == { JOB_TABLE = "jobs", STEP = "prune" }
    error_message = "B2: size and environment must be what was given, got ${jsonencode(output.configuration)}."
  }

  assert {
    condition = alltrue([for c in jsondecode(aws_ecs_task_definition.this.container_definitions) :
      c.readonlyRootFilesystem && c.user == "10001:10001" && c.linuxParameters.capabilities.drop == ["ALL"] &&
      c.mountPoints == [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }] && c.stopTimeout == 120
    ])
    error_message = "B2 CKV_AWS_336: the program must run without root, and may write to /tmp only."
  }

  # Known in a plan of this module alone: elsewhere names of other resources stand in the definition.
  assert {
    condition = alltrue([for c in jsondecode(aws_ecs_task_definition.this.container_definitions) :
      !try(c.privileged, false) && length(setsubtract(c.linuxParameters.capabilities.add, [])) == 0
    ])
    error_message = "CKV_AWS_334: the container must have no rights on its host."
  }

  assert {
    condition     = !can(regex("(?i)(AKIA|ASIA)[A-Z0-9]{16}|secret|password|private key", aws_ecs_task_definition.this.container_definitions))
    error_message = "AWS-0036: no secret may stand in the definition of a task, which everybody who reads the account sees."
  }
}

run "B2_storage_and_processor_can_be_chosen" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    architecture          = "arm64"
    ephemeral_storage_gib = 100
  }

  assert {
    condition     = aws_ecs_task_definition.this.ephemeral_storage[0].size_in_gib == 100 && aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "ARM64"
    error_message = "B2: disk and processor must be what was asked for."
  }
}

run "B5_the_log_is_the_tasks_own_and_ends_after_14_days" {
  command = plan

  module {
    source = "../task"
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 14 && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].logConfiguration.options["awslogs-group"] == "/aws/ecs/audio-bird-calls-dev-prune"
    error_message = "B5: the task must write to its own group, which keeps 14 days."
  }
}

run "C5_execution_role_and_task_role_are_two" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  assert {
    condition     = aws_iam_role.execution.name == "audio-bird-calls-dev-prune-start" && aws_iam_role.task.name == "audio-bird-calls-dev-prune-task-role" && aws_iam_role.execution.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && aws_iam_role.task.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    error_message = "C5: the program must not have the role that starts it, and the boundary stands on both."
  }

  assert {
    condition     = alltrue([for s in data.aws_iam_policy_document.execution.statement : !contains(s.resources, "*") if s.sid != "LogInToEcr"]) && [for s in data.aws_iam_policy_document.execution.statement : tolist(s.resources) if s.sid == "PullImage"] == [tolist([var.image_repository_arn])]
    error_message = "C5: the execution role may pull this repository and write this log only."
  }

  assert {
    condition     = toset([for c in one(data.aws_iam_policy_document.assume.statement).condition : c.variable]) == toset(["aws:SourceAccount", "aws:SourceArn"])
    error_message = "C5: only tasks of this account and region may take the roles."
  }

  assert {
    condition     = keys(aws_iam_role_policy.task) == ["data"]
    error_message = "C5: the program may do what was granted, nothing else."
  }
}

run "C10_what_fargate_does_not_sell_is_refused" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    memory                = 1024
    ephemeral_storage_gib = 201
    user                  = "0"
    architecture          = "riscv"
    log_retention_days    = 8
    task_role_name        = "audio-bird-calls-dev-prune-start"
  }

  # C10: B2: 1024 units come with 2048 MiB or more; root is never the user.
  expect_failures = [var.memory, var.ephemeral_storage_gib, var.user, var.architecture, var.log_retention_days, var.task_role_name]
}

run "C10_a_cpu_that_does_not_exist_is_refused" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    cpu = 300
  }

  # C10: one message, about the cpu.
  expect_failures = [var.cpu]
}

run "D2_CH9_a_program_that_answers_has_ports_and_a_health_check" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    ports        = [8080]
    command      = ["serve", "--port", "8080"]
    health_check = { command = ["CMD-SHELL", "check"], start_period_seconds = 30 }
  }

  assert {
    condition     = [for c in jsondecode(aws_ecs_task_definition.this.container_definitions) : c.portMappings] == [[{ containerPort = 8080, hostPort = 8080, protocol = "tcp", name = "prune-8080" }]]
    error_message = "CH9: D2: the port must be opened."
  }

  assert {
    condition     = [for c in jsondecode(aws_ecs_task_definition.this.container_definitions) : c.healthCheck] == [{ command = ["CMD-SHELL", "check"], interval = 15, timeout = 5, retries = 3, startPeriod = 30 }] && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].command == ["serve", "--port", "8080"]
    error_message = "CH9: D2: ECS must ask the program whether it is well."
  }

  assert {
    condition     = output.answering.ports == [8080] && output.answering.stop_timeout_seconds == 120 && output.container_name == "prune"
    error_message = "D2: two minutes to stop, as Spot gives notice, got ${jsonencode(output.answering)}."
  }
}

run "B2_a_program_that_only_runs_has_neither" {
  command = plan

  module {
    source = "../task"
  }

  assert {
    condition     = length(setintersection(keys(jsondecode(aws_ecs_task_definition.this.container_definitions)[0]), ["portMappings", "healthCheck", "command"])) == 0 && output.answering == { ports = [], health_check = null, stop_timeout_seconds = 120 }
    error_message = "B2: nothing about requests may be in a step's task."
  }
}

run "C10_what_a_container_cannot_have_is_refused" {
  command = plan

  module {
    source = "../task"
  }

  variables {
    ports                = [80]
    health_check         = { command = ["curl"] }
    stop_timeout_seconds = 180
  }

  # C10: a port for root only, a check without its kind, more time than Fargate gives.
  expect_failures = [var.ports, var.health_check, var.stop_timeout_seconds]
}
