# The stack as a development environment: a function and a table, planned against a mocked provider.

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
  force_destroy        = true
  cors_allowed_origins = ["*"]
  usage_plan           = { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" }
  log_retention_days   = 7
  monthly_budget_usd   = 50
  alert_emails         = ["birds@example.com"]
}

run "E1_E2_E3_E4_E5_E6_E8_E9_C4_C5_C6_C7_C8_C9_C12_C14_hold_in_dev" {
  command = plan

  assert {
    condition     = module.api.routes == { "POST /predict" = true, "POST /batch" = true, "GET /health" = true, "OPTIONS /predict" = false, "OPTIONS /batch" = false, "OPTIONS /health" = false }
    error_message = "E1: three routes, each behind a key, and their preflights, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition     = module.api.limits == { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" } && output.api_key == "mocked-api-key-value" && output.api_batch_endpoint == "https://mockapi123.execute-api.eu-central-1.amazonaws.com/v1/batch"
    error_message = "E1: the key must have rate, burst and quota, and the outputs must lead to the API."
  }

  assert {
    condition     = jsondecode(local.batch_schema).properties.instances.maxItems == 100 && jsondecode(local.batch_schema).properties.instances.minItems == 1 && jsondecode(local.predict_schema).required == ["features"]
    error_message = "E1: bodies must be checked: features in each prediction, 1 to 100 predictions in a batch."
  }

  assert {
    condition     = alltrue([for route, target in module.api.integrations : startswith(target, "AWS_PROXY ")]) && length(module.function) == 1 && length(module.task) == 0 && output.ecs_service_name == null
    error_message = "E1: a function must answer every route."
  }

  assert {
    condition     = module.function[0].configuration.memory_mb == 1024 && endswith(module.function[0].configuration.image_uri, ":latest") && module.function[0].configuration.environment_variables["TABLE_NAME"] == output.database_name && module.function[0].configuration.environment_variables["MODEL_BUCKET"] == output.model_bucket_name && module.function[0].configuration.environment_variables["MAX_BATCH_ITEMS"] == "100"
    error_message = "E1: the function must be told its model bucket, its table and the size of a batch."
  }

  assert {
    condition     = module.model_bucket.versioned && module.model_bucket.expiration_days == null && output.model_bucket_name != ""
    error_message = "E2: models must be versioned and must not expire."
  }

  assert {
    condition     = module.database.protection == { encrypted = true, public = false, recovery_days = 7, deletion_protection = false, customer_managed_key = false, managed_password = null, transport_is_enforced = true }
    error_message = "E3: E9: the table must be encrypted and recoverable for 7 days; dev may be taken down at once, got ${jsonencode(module.database.protection)}."
  }

  assert {
    condition     = length(module.network) == 0 && length(module.serving_acl) == 0 && module.function[0].vpc == null && output.network_id == null
    error_message = "E4: a function and a table need no network; none may be made."
  }

  assert {
    condition     = module.cloudtrail[0].configuration.all_regions && module.cloudtrail[0].configuration.validated && module.cloudtrail[0].configuration.log_retention_days == null && module.trail_bucket[0].expiration_days == 365
    error_message = "E5: the trail must record all regions in verifiable files, kept for a year, got ${jsonencode(module.cloudtrail[0].configuration)}."
  }

  assert {
    condition     = module.alarms.alarm_names == tolist([for word in ["api-5xx", "api-latency", "database-faults", "database-throttled", "serving-async-dropped", "serving-errors", "serving-throttles"] : "audio-bird-calls-dev-${word}"]) && module.alarms.targets == tolist([output.alerts_topic_arn])
    error_message = "E6: C9: API, function and table must have alarms that report to the one topic, got ${jsonencode(module.alarms.alarm_names)}."
  }

  assert {
    condition     = contains(module.dashboard[0].titles, "Errors in the logs") && contains(module.dashboard[0].titles, "audio-bird-calls-dev-database: capacity used and requests throttled") && module.budget[0].monthly_limit_usd == 50 && module.alerts.emails == tolist(["birds@example.com"])
    error_message = "E6: C8: dashboard and budget must be there, got ${jsonencode(module.dashboard[0].titles)}."
  }

  assert {
    condition     = length(module.blue_green) == 0 && length(module.backups) == 0 && length(module.autoscaling) == 0 && output.deployment == null && output.backup_vault_name == null
    error_message = "E7: E8: E9: what is not switched on must not be made."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.serving.statement : s.sid => toset(s.actions) } == {
      ReadModels  = toset(["s3:GetObject", "s3:GetObjectVersion"])
      FindModels  = toset(["s3:ListBucket"])
      UseKey      = toset(["kms:Decrypt", "kms:GenerateDataKey"])
      KeepRecords = toset(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem", "dynamodb:Query"])
    } && alltrue([for s in data.aws_iam_policy_document.serving.statement : !contains(s.resources, "*")])
    error_message = "E2: C5: what serves reads models and keeps records, nothing else."
  }

  assert {
    condition     = distinct([module.function[0].log_retention_days, one(module.api.logging.retention_days), module.access_logs_bucket.expiration_days]) == tolist([7])
    error_message = "C6: every log must be kept 7 days in dev."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "MUTABLE"
    error_message = "C14: dev moves the tag latest."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "audio-bird-calls-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }

  assert {
    condition = local.default_tags == {
      "backstage.io/entity-ref" = "component:default/bird-calls", "mlinfra:team" = "audio", "mlinfra:stack" = "platform-baseline",
      "mlinfra:environment"     = "dev", "mlinfra:template-version" = "0.1.0", "mlinfra:managed-by" = "terraform",
    }
    error_message = "C4: the tags must name entity, team, stack, environment and version, got ${jsonencode(local.default_tags)}."
  }
}

run "E7_a_function_is_deployed_by_shifting_its_alias" {
  command = plan

  variables {
    blue_green = true
  }

  assert {
    condition     = module.blue_green[0].alias.name == "live" && alltrue([for route, target in module.api.integrations : endswith(target, ":live/invocations")])
    error_message = "E7: the API must call the alias, got ${jsonencode(module.api.integrations)}."
  }

  assert {
    condition     = length(setsubtract(module.blue_green[0].configuration.alarm_names, module.alarms.alarm_names)) == 0 && length(module.blue_green[0].configuration.alarm_names) == 3 && module.blue_green[0].configuration.rollback
    error_message = "E7: deployments must be taken back by alarms that exist, got ${jsonencode(module.blue_green[0].configuration)}."
  }

  assert {
    condition     = strcontains(output.deployment.revision, "AWS::Lambda::Function") && output.deployment.application_name == "audio-bird-calls-dev-deployments"
    error_message = "E7: the output must say how the next version is brought into service."
  }
}

run "E3_E4_a_function_beside_postgres_stands_in_the_network" {
  command = plan

  variables {
    database_engine    = "postgres"
    network_mode       = "private_endpoints_1az"
    availability_zones = ["eu-central-1a", "eu-central-1b"]
  }

  assert {
    condition     = module.network[0].endpoint_zones == { secretsmanager = 1 } && module.function[0].vpc != null && length(module.database.subnet_ids) == 2
    error_message = "E4: the function must stand in the network, and reach the database's password by one endpoint, got ${jsonencode(module.network[0].endpoint_zones)}."
  }

  assert {
    condition     = keys(module.database_access[0].rules) == ["in serving"] && startswith(module.database_access[0].rules["in serving"], "tcp 5432-5432 ") && keys(module.serving_access[0].rules) == ["out database"]
    error_message = "E4: only the function may open connections to the database, and the database none."
  }

  assert {
    condition     = module.function[0].configuration.environment_variables["DATABASE_SECRET_ARN"] == module.database.connection.secret_arn && !contains(keys(module.function[0].configuration.environment_variables), "TABLE_NAME") && [for s in data.aws_iam_policy_document.serving.statement : tolist(s.resources) if s.sid == "ReadDatabasePassword"] == [tolist([module.database.connection.secret_arn])]
    error_message = "E3: C5: the function must be told where the password is, and read no other secret."
  }
}

run "E5_E6_everything_optional_can_be_switched_off" {
  command = plan

  variables {
    audit_trail      = false
    dashboard        = false
    api_key_required = false
  }

  assert {
    condition     = length(module.cloudtrail) == 0 && length(module.trail_bucket) == 0 && length(module.dashboard) == 0 && output.audit_trail_arn == null && output.dashboard_url == null && output.api_key == null
    error_message = "E5: E6: E1: what is switched off must not be made."
  }
}
