# The stack as a development environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id           = "123456789012"
  region               = "eu-central-1"
  environment          = "dev"
  team                 = "audio"
  name                 = "bird-calls"
  entity_ref           = "component:default/bird-calls"
  owner                = "group:default/audio"
  template_version     = "0.1.0"
  availability_zones   = ["eu-central-1a", "eu-central-1b"]
  cors_allowed_origins = ["*"]
  throttle             = { rate_limit = 5, burst_limit = 10 }
  file_expiration_days = 3
  data_expiration_days = 7
  log_retention_days   = 7
  monthly_budget_usd   = 50
  force_destroy        = true
  alert_emails         = ["birds@example.com"]
  capacity             = { fargate_base = 0 }
  extra_environment    = { MODEL = "birds" }
}

run "D2_D3_D4_D5_D6_D7_C4_C6_C8_C9_C12_C14_hold_in_dev" {
  command = plan

  assert {
    condition     = module.service[0].configuration.capacity_providers == { FARGATE = { weight = 1, base = 0 }, FARGATE_SPOT = { weight = 3, base = 0 } }
    error_message = "D2: tasks must be shared between Spot and Fargate, got ${jsonencode(module.service[0].configuration.capacity_providers)}."
  }

  assert {
    condition     = module.task.answering == { ports = [8080], health_check = ["CMD", "python3", "-m", "app.container_health"], stop_timeout_seconds = 120 } && module.task.configuration.environment_variables["SHUTDOWN_GRACE_SECONDS"] == "110"
    error_message = "D2: a task must have two minutes to end, and the program ten seconds less, got ${jsonencode(module.task.answering)}."
  }

  assert {
    condition     = module.service[0].configuration.rollback && module.service[0].configuration.minimum_healthy_percent == 100 && module.service[0].configuration.registered && module.service[0].configuration.target_groups == 0
    error_message = "D2: D3: a deployment must keep every task up and go back when it fails; tasks are found by Cloud Map."
  }

  assert {
    condition     = module.api.routes == { "GET /health" = "AWS_IAM", "POST /predictions" = "AWS_IAM", "GET /predictions/{id}" = "AWS_IAM", "POST /files" = "AWS_IAM" }
    error_message = "D3: the service's routes, each behind IAM, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition     = module.api.stage == { rate_limit = 5, burst_limit = 10, log_retention_days = 7 } && module.api.vpc_link_id == "mocklink12"
    error_message = "D3: the stage must be throttled and logged, and the API must have its link."
  }

  assert {
    condition     = one(one(aws_service_discovery_service.this[0].dns_config).dns_records).type == "SRV" && aws_service_discovery_private_dns_namespace.this[0].name == "audio-bird-calls-dev-discovery.internal"
    error_message = "D3: the API needs the port of every task, which SRV records hold."
  }

  assert {
    condition     = module.service_security_group.rules == { "in link" = "tcp 8080-8080 sg-0mocked" } && module.link_security_group.rules == { "out service" = "tcp 8080-8080 sg-0mocked" }
    error_message = "D3: D6: only the VPC link may call the service, on its port, got ${jsonencode(module.service_security_group.rules)}."
  }

  assert {
    condition     = module.service[0].configuration.assign_public_ip && length(module.network[0].endpoint_zones) == 0
    error_message = "D6: public_ip gives each task an address and makes no endpoints."
  }

  assert {
    condition     = module.autoscaling.targets == { cpu = 70, memory = 80 } && module.autoscaling.range == { min = 1, max = 4 }
    error_message = "D5: 70 % of the processors, 80 % of the memory, one to four tasks, got ${jsonencode(module.autoscaling.range)}."
  }

  assert {
    condition = output.backend_environment_variables == {
      AWS_REGION           = "eu-central-1", FILES_BUCKET = output.s3_files_bucket_name, DATA_BUCKET = output.s3_data_bucket_name, LOG_LEVEL = "DEBUG",
      CORS_ALLOWED_ORIGINS = "*", SHUTDOWN_GRACE_SECONDS = "110", MODEL = "birds",
    } && module.task.configuration.environment_variables == { for name, value in output.backend_environment_variables : name => value if name != "AWS_REGION" }
    error_message = "D7: the output must be what the container is told, got ${jsonencode(output.backend_environment_variables)}."
  }

  assert {
    condition = (
      output.api_gateway_url == "https://mockhttp12.execute-api.eu-central-1.amazonaws.com" && output.ecr_repository_url == "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mocked" &&
      local.names["files"] == "audio-bird-calls-dev-files-123456789012" && output.s3_files_bucket_name == module.files_bucket.name && output.s3_data_bucket_name == module.data_bucket.name &&
      output.ecs_cluster_name == "audio-bird-calls-dev-cluster" && output.ecs_service_name == "audio-bird-calls-dev-service"
    )
    error_message = "D7: the outputs must lead to API, image, buckets, cluster and service."
  }

  assert {
    condition     = !module.files_bucket.versioned && module.files_bucket.expiration_days == 3 && module.data_bucket.versioned && module.data_bucket.expiration_days == 7
    error_message = "D4: C7: files and data must end after their days."
  }

  assert {
    condition     = distinct([module.task.configuration.log_retention_days, module.api.stage.log_retention_days, module.network[0].log_retention_days]) == tolist([7])
    error_message = "C6: every log must be kept as long as was set."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "MUTABLE" && module.task.configuration.image_uri == "${output.ecr_repository_url}:latest"
    error_message = "C14: dev moves the tag latest, which runs until an image is named."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 50 && output.budget_name == "audio-bird-calls-dev-budget"
    error_message = "C8: the budget must have the environment's limit."
  }

  assert {
    condition     = module.alarms.targets == tolist([output.alerts_topic_arn]) && length(module.alarms.alarm_names) == 5 && module.alerts.emails == tolist(["birds@example.com"])
    error_message = "C9: 5xx, latency, missing tasks, processors and memory must report to the one topic, got ${jsonencode(module.alarms.alarm_names)}."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "audio-bird-calls-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }

  assert {
    condition = local.default_tags == {
      "backstage.io/entity-ref" = "component:default/bird-calls", "mlinfra:team" = "audio", "mlinfra:stack" = "predictor",
      "mlinfra:environment"     = "dev", "mlinfra:template-version" = "0.1.0", "mlinfra:managed-by" = "terraform",
    }
    error_message = "C4: the tags must name entity, team, stack, environment and version, got ${jsonencode(local.default_tags)}."
  }
}

run "D2_one_kind_of_capacity_is_enough_in_dev" {
  command = plan

  variables {
    capacity = { fargate_base = 0, fargate_weight = 0, spot_weight = 1 }
  }

  assert {
    condition     = module.service[0].configuration.capacity_providers == { FARGATE_SPOT = { weight = 1, base = 0 } }
    error_message = "D2: a weight of 0 must leave a provider out."
  }
}
