# The stack as a production environment: tasks and PostgreSQL, everything switched on, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id                = "123456789012"
  region                    = "eu-central-1"
  environment               = "prod"
  team                      = "audio"
  name                      = "bird-calls"
  entity_ref                = "component:default/bird-calls"
  owner                     = "group:default/audio"
  template_version          = "0.1.0"
  customer_managed_key      = true
  permissions_boundary_arn  = "arn:aws:iam::123456789012:policy/boundary"
  serving                   = "ecs"
  image_uri                 = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-prod-image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  scaling                   = { min_tasks = 2, max_tasks = 6 }
  capacity                  = { fargate_base = 2, fargate_weight = 1, spot_weight = 3 }
  availability_zones        = ["eu-central-1a", "eu-central-1b"]
  database_engine           = "postgres"
  backup_retention_days     = 14
  backups                   = true
  audit_trail_to_cloudwatch = true
  audit_model_access        = true
  blue_green                = true
  ebs_encryption            = true
  cors_allowed_origins      = ["https://birds.example.com"]
  usage_plan                = { rate_limit = 20, burst_limit = 40, quota_limit = 100000, quota_period = "MONTH" }
  monthly_budget_usd        = 300

  scaling_schedules = { morning = { schedule = "cron(0 7 ? * MON-FRI *)", min_capacity = 4, max_capacity = 8 } }
  step_scaling      = { cpu_percent = 85, steps = [{ above = 0, add = 2 }] }
}

run "E1_E2_E3_E4_E5_E6_E7_E8_E9_C5_C6_C9_C14_hold_in_prod" {
  command = plan

  assert {
    condition     = alltrue([for route, target in module.api.integrations : target == "HTTP_PROXY http://mocked-1234567890.eu-central-1.elb.amazonaws.com${split(" ", route)[1]}"]) && length(module.function) == 0
    error_message = "E1: every route must reach the service by the VPC link, got ${jsonencode(module.api.integrations)}."
  }

  assert {
    condition     = module.task[0].configuration.cpu == 512 && module.task[0].configuration.memory == 1024 && module.task[0].configuration.environment_variables["PORT"] == "8080" && module.task[0].configuration.environment_variables["DATABASE_ENGINE"] == "postgres" && endswith(module.task[0].configuration.image_uri, "0123456789abcdef")
    error_message = "E1: the task must run the image by digest, at its port, with the database."
  }

  assert {
    condition     = module.database.protection == { encrypted = true, public = false, recovery_days = 14, deletion_protection = true, customer_managed_key = true, managed_password = true, transport_is_enforced = true }
    error_message = "E3: E9: the instance must be encrypted, private, protected, and recoverable for 14 days, got ${jsonencode(module.database.protection)}."
  }

  assert {
    condition     = keys(module.serving_access[0].rules) == ["in balancer", "out database"] && keys(module.balancer_access[0].rules) == ["out tasks"] && keys(module.database_access[0].rules) == ["in serving"]
    error_message = "E4: balancer to tasks to database, and no other way."
  }

  assert {
    condition = module.data_acl[0].rules == { "in queries" = "allow tcp 5432-5432 10.20.0.0/20", "in answers" = "allow tcp 32768-65535 10.20.0.0/20", "out answers" = "allow tcp 1024-65535 10.20.0.0/20" } && module.serving_acl[0].rules == {
      "in inside"  = "allow tcp 0-65535 10.20.0.0/20", "in answers" = "allow tcp 32768-65535 0.0.0.0/0",
      "out inside" = "allow tcp 0-65535 10.20.0.0/20", "out tls" = "allow tcp 443-443 0.0.0.0/0",
    }
    error_message = "E4: the database's subnets must be closed to the internet, those of the tasks open for TLS only."
  }

  assert {
    condition     = aws_ebs_encryption_by_default.this[0].enabled && length(aws_ebs_default_kms_key.this) == 1
    error_message = "E4: new volumes must be encrypted where it is asked for."
  }

  assert {
    condition     = module.cloudtrail[0].configuration.all_regions && module.cloudtrail[0].configuration.customer_managed_key && module.cloudtrail[0].configuration.log_retention_days == 30 && length(module.cloudtrail[0].configuration.watched_objects) == 1
    error_message = "E5: the trail must be encrypted, searchable, and record who reads models, got ${jsonencode(module.cloudtrail[0].configuration)}."
  }

  assert {
    condition = toset(module.alarms.alarm_names) == toset([for word in [
      "api-5xx", "api-latency", "serving-cpu", "serving-memory", "serving-missing-tasks", "blue-unhealthy", "green-unhealthy", "database-cpu", "database-connections", "database-storage",
    ] : "audio-bird-calls-prod-${word}"])
    error_message = "E6: C9: API, tasks, target groups and database must be watched, got ${jsonencode(module.alarms.alarm_names)}."
  }

  assert {
    condition     = module.blue_green[0].configuration.controller == "CODE_DEPLOY" && module.blue_green[0].configuration.target_groups == tolist(["audio-bird-calls-prod-blue", "audio-bird-calls-prod-green"]) && length(setsubtract(module.blue_green[0].configuration.alarm_names, module.alarms.alarm_names)) == 0 && length(module.service) == 0 && output.ecs_service_name == "audio-bird-calls-prod-deployed-serving"
    error_message = "E7: the service must move between two target groups and back by alarms, got ${jsonencode(module.blue_green[0].configuration)}."
  }

  assert {
    condition     = module.autoscaling[0].range == { min = 2, max = 6 } && module.autoscaling[0].targets == { cpu = 70, memory = 80 } && module.autoscaling[0].beyond_tracking == { schedules = { morning = "4-8" }, steps = ["85 +2"] }
    error_message = "E8: processors, memory, clock and spikes must scale the service, got ${jsonencode(module.autoscaling[0].beyond_tracking)}."
  }

  assert {
    condition     = module.backups[0].rules == { daily = 35, monthly = 365 } && module.backups[0].resource_arns == tolist([module.database.arn])
    error_message = "E9: the database must be copied by a plan of its own."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "IMMUTABLE"
    error_message = "C14: tags must not move in prod."
  }

  assert {
    condition     = distinct(concat([module.task[0].configuration.log_retention_days, module.network[0].log_retention_days], module.api.logging.retention_days)) == tolist([30]) && module.api.logging.data_trace == false && module.api.logging.execution_log_level == "ERROR"
    error_message = "C6: every log must be kept 30 days, without bodies."
  }

  assert {
    condition     = alltrue([for name in [local.names["nlb"], local.names["blue"], local.names["green"]] : length(name) <= 32])
    error_message = "C12: names of load balancers and target groups have 32 letters at most."
  }
}

run "E7_without_blue_green_ecs_replaces_tasks_itself" {
  command = plan

  variables {
    blue_green        = false
    database_engine   = "dynamodb"
    autoscaling       = false
    scaling_schedules = {}
    step_scaling      = null
  }

  assert {
    condition     = module.service[0].configuration.rollback && module.service[0].configuration.target_groups == 1 && module.service[0].configuration.capacity_providers == { FARGATE = { weight = 1, base = 2 }, FARGATE_SPOT = { weight = 3, base = 0 } } && length(module.autoscaling) == 0
    error_message = "E7: E8: ECS must go back to the old tasks by itself, got ${jsonencode(module.service[0].configuration)}."
  }

  assert {
    condition     = length(module.data_acl) == 0 && length(module.database_access) == 0 && module.task[0].configuration.environment_variables["TABLE_NAME"] == "audio-bird-calls-prod-database"
    error_message = "E3: E4: a table needs no subnets and no security group."
  }
}
