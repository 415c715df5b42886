# The stack as a development environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id             = "123456789012"
  region                 = "eu-central-1"
  environment            = "dev"
  team                   = "audio"
  name                   = "bird-calls"
  entity_ref             = "component:default/bird-calls"
  owner                  = "group:default/audio"
  template_version       = "0.1.0"
  force_destroy          = true
  availability_zones     = ["eu-central-1a", "eu-central-1b"]
  use_spot               = true
  cors_allowed_origins   = ["*"]
  throttle               = { rate_limit = 5, burst_limit = 10 }
  upload_expiration_days = 7
  run_expiration_days    = 30
  job_retention_days     = 90
  monthly_budget_usd     = 50
  alert_emails           = ["birds@example.com"]

  steps = {
    baseline = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    prune    = { cpu = 2048, memory = 8192, timeout_seconds = 7200 }
    distill  = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    quantize = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    evaluate = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
  }
}

run "B1_B2_B5_B6_B7_B8_B9_C4_C6_C8_C9_C12_C14_hold_in_dev" {
  command = plan

  assert {
    condition = module.api.routes == {
      "POST /presign" = "AWS_IAM", "POST /submit" = "AWS_IAM", "GET /status/{id}" = "AWS_IAM", "GET /download/{id}" = "AWS_IAM",
    }
    error_message = "B1: four routes, each behind IAM, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition     = module.api.stage.rate_limit == 5 && module.api.stage.burst_limit == 10 && output.api_endpoint == "https://mockhttp12.execute-api.eu-central-1.amazonaws.com"
    error_message = "B1: the stage must be throttled, and the output must be its URL."
  }

  assert {
    condition = { for step, task in module.task : step => [task.configuration.cpu, task.configuration.memory, task.family] } == {
      baseline = [1024, 4096, "audio-bird-calls-dev-baseline"], prune = [2048, 8192, "audio-bird-calls-dev-prune"],
      distill  = [1024, 4096, "audio-bird-calls-dev-distill"], quantize = [1024, 4096, "audio-bird-calls-dev-quantize"],
      evaluate = [1024, 4096, "audio-bird-calls-dev-evaluate"],
    }
    error_message = "B2: five tasks, each of the size that was set."
  }

  assert {
    condition     = alltrue([for step, task in module.task : task.configuration.environment_variables["STEP"] == step && task.configuration.environment_variables["JOB_TABLE"] == output.job_table_name && task.configuration.environment_variables["MODEL_BUCKET"] == output.model_bucket_name && task.configuration.environment_variables["JOB_RETENTION_DAYS"] == "90"])
    error_message = "B2: every task must be told its step, the bucket, the table, and how long records are kept."
  }

  assert {
    condition     = toset([for key, value in module.function.configuration.environment_variables : key]) == toset(["STATE_MACHINE_ARN", "MODEL_BUCKET", "JOB_TABLE", "JOB_RETENTION_DAYS", "UPLOAD_URL_EXPIRY_SECONDS", "DOWNLOAD_URL_EXPIRY_SECONDS", "LOG_LEVEL"])
    error_message = "B1: the function must be told what it starts and where, got ${jsonencode(keys(module.function.configuration.environment_variables))}."
  }

  assert {
    condition     = module.pipeline.logging == { level = "ALL", execution_data = true, tracing = true, retention_days = 14 }
    error_message = "B5: dev writes everything to the machine's log, data included, got ${jsonencode(module.pipeline.logging)}."
  }

  assert {
    condition     = distinct(concat([for task in module.task : task.configuration.log_retention_days], [module.function.log_retention_days, module.api.stage.log_retention_days, module.network[0].log_retention_days])) == tolist([14])
    error_message = "B5: C6: every log must be kept 14 days."
  }

  assert {
    condition     = output.static_site_url == null && length(module.static_site) == 0
    error_message = "B6: no site is made unless it is asked for."
  }

  assert {
    condition     = module.job_table.protection == { point_in_time_recovery = true, deletion_protection = false, customer_managed_key = false }
    error_message = "B7: records must be recoverable; dev may be taken down at once, got ${jsonencode(module.job_table.protection)}."
  }

  assert {
    condition     = output.pipeline_contract_parameter == "/mlinfra/pipelines/audio-bird-calls-dev-pipeline" && jsondecode(aws_ssm_parameter.pipeline_contract.insecure_value) == jsondecode(file("../../../services/compression-pipeline/contract.json"))
    error_message = "B8: the contract of the service must be published under the machine's name, unchanged."
  }

  assert {
    condition     = module.network[0].assign_public_ip && length(module.network[0].endpoint_zones) == 0
    error_message = "B9: by default nothing but storage, logs and keys costs while no run is under way."
  }

  assert {
    condition     = keys(module.image_repository) == ["api", "steps"] && alltrue([for r in module.image_repository : r.tag_mutability == "MUTABLE"]) && endswith(module.task["prune"].configuration.image_uri, ":latest") && endswith(module.function.configuration.image_uri, ":latest")
    error_message = "C14: one repository per image; dev moves the tag latest, which runs until an image is named."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 50 && output.budget_name == "audio-bird-calls-dev-budget"
    error_message = "C8: the budget must have the environment's limit."
  }

  assert {
    condition     = module.alarms.targets == tolist([output.alerts_topic_arn]) && length(module.alarms.alarm_names) == 8 && module.alerts.emails == tolist(["birds@example.com"])
    error_message = "C9: API, function and machine must have eight alarms that report to the one topic."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "audio-bird-calls-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }

  assert {
    condition = local.default_tags == {
      "backstage.io/entity-ref" = "component:default/bird-calls", "mlinfra:team" = "audio", "mlinfra:stack" = "compression-pipeline",
      "mlinfra:environment"     = "dev", "mlinfra:template-version" = "0.1.0", "mlinfra:managed-by" = "terraform",
    }
    error_message = "C4: the tags must name entity, team, stack, environment and version, got ${jsonencode(local.default_tags)}."
  }
}

run "B6_a_site_is_made_where_it_is_asked_for" {
  command = plan

  variables {
    static_site = true
  }

  assert {
    condition     = output.static_site_url == "https://mocked.cloudfront.net"
    error_message = "B6: the output must lead to the site, got ${jsonencode(output.static_site_url)}."
  }

  # B6: CloudFront's own domain accepts old TLS; whoever builds it is warned.
  expect_failures = [check.site_certificate]
}
