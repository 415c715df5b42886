# The stack as a development environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "dev"
  team               = "telco"
  name               = "churn"
  entity_ref         = "component:default/churn"
  owner              = "group:default/telco"
  template_version   = "0.1.0"
  force_destroy      = true
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  nat_mode           = "single"
  ui_allowed_cidrs   = ["203.0.113.0/24"]
  capacity_weights   = { fargate = 1, fargate_spot = 3 }
  throttle           = { rate_limit = 10, burst_limit = 20 }
  log_retention_days = 7
  monthly_budget_usd = 120
  alert_emails       = ["churn@example.com"]
}

run "CH3_CH4_CH5_CH6_CH7_CH8_CH9_CH11_C4_C6_C8_C9_C12_C14_hold_in_dev" {
  command = plan

  assert {
    condition     = can(regex("/models/[0-9a-f]{16}/model\\.tar\\.gz$", output.model_data_url)) && endswith(aws_s3_object.model[0].source, "services/churn/model/model.tar.gz")
    error_message = "CH3: the repository's model must be uploaded under a key of its own, got ${output.model_data_url}."
  }

  assert {
    condition     = endswith(module.endpoint.configuration.image, "/sagemaker-xgboost:1.7-1") && module.endpoint.configuration.memory_mb == 2048 && module.endpoint.configuration.max_concurrency == 5 && module.endpoint.configuration.provisioned_concurrency == null
    error_message = "CH3: the endpoint must be serverless and cost nothing while it is idle, got ${jsonencode(module.endpoint.configuration)}."
  }

  assert {
    condition     = module.function.configuration.memory_mb == 1024 && module.function.configuration.timeout_seconds == 30 && endswith(module.function.configuration.image_uri, ":latest")
    error_message = "CH4: the function must have 1024 MB and 30 s."
  }

  assert {
    condition     = module.function.configuration.environment_variables == tomap({ ENDPOINT_NAME = output.sagemaker_endpoint_name, API_BASE_PATH = "/v1", CORS_ALLOWED_ORIGINS = "", LOG_LEVEL = "DEBUG" })
    error_message = "CH4: the function must be told its endpoint and its stage, got ${jsonencode(module.function.configuration.environment_variables)}."
  }

  assert {
    condition     = module.api.routes == { "$default" = "AWS_IAM" } && module.api.stage_name == "v1" && module.api.stage.rate_limit == 10 && module.api.stage.burst_limit == 20
    error_message = "CH5: one route for everything, below /v1, asked for a signature, throttled."
  }

  assert {
    condition     = module.network[0].gateway_zones == tolist(["eu-central-1a"]) && length(module.network[0].public_subnet_ids) == 2 && length(module.network[0].subnet_ids) == 2 && !module.service.configuration.assign_public_ip
    error_message = "CH6: a public and a private subnet in each zone, and one NAT gateway for both."
  }

  assert {
    condition     = module.load_balancer.configuration.listeners == { "80" = "forward" } && module.load_balancer.configuration.idle_timeout_seconds == 60 && module.load_balancer.configuration.health_check_path == "/_stcore/health" && module.load_balancer.configuration.target_type == "ip" && module.load_balancer.configuration.target_port == 8501
    error_message = "CH8: the page must be reached through port 80, got ${jsonencode(module.load_balancer.configuration)}."
  }

  assert {
    condition     = module.load_balancer.configuration.drop_invalid_headers && !module.load_balancer.configuration.deletion_protection && module.load_balancer.configuration.access_log_bucket == local.names["access-logs"] && module.load_balancer.configuration.sticky
    error_message = "CH8: the access log must be written, and dev be possible to take down at once."
  }

  assert {
    condition     = keys(module.load_balancer_security_group.rules) == ["in http-203-0-113-0-24", "out ui"] && keys(module.ui_security_group.rules) == ["in load-balancer"]
    error_message = "CH7: browsers of the named ranges reach the load balancer, and only it reaches the page, got ${jsonencode(keys(module.load_balancer_security_group.rules))}."
  }

  assert {
    condition     = module.task.configuration.environment_variables == { API_ENDPOINT = output.api_endpoint, API_AUTHORIZATION = "iam", AWS_REGION = "eu-central-1" } && module.task.answering.ports == [8501] && module.task.answering.health_check[0] == "CMD"
    error_message = "CH9: the page must be told the API's URL and that requests are signed, got ${jsonencode(module.task.configuration.environment_variables)}."
  }

  assert {
    condition     = module.service.configuration.capacity_providers == { FARGATE = { weight = 1, base = 1 }, FARGATE_SPOT = { weight = 3, base = 0 } } && module.service.configuration.rollback && module.service.configuration.target_groups == 1
    error_message = "CH9: the first task is never taken back, a bad deployment is, got ${jsonencode(module.service.configuration)}."
  }

  assert {
    condition     = length(module.blue_green) == 0 && output.deployment == null && module.api.integration_uri == module.function.invoke_arn
    error_message = "E7: what is not switched on must not be made, and the API call the function itself, got ${module.api.integration_uri}."
  }

  assert {
    condition     = module.scaling.range == { min = 1, max = 2 } && module.scaling.targets == { cpu = 70, memory = 80 }
    error_message = "CH9: E8: the number of tasks must follow their load."
  }

  assert {
    condition     = distinct([module.task.configuration.log_retention_days, module.function.log_retention_days, module.endpoint.log_retention_days, module.api.stage.log_retention_days, module.network[0].log_retention_days, module.access_logs_bucket.expiration_days]) == tolist([7])
    error_message = "C6: every log must be kept 7 days."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 120 && output.budget_name == "telco-churn-dev-budget"
    error_message = "C8: the budget must have the environment's limit."
  }

  assert {
    condition     = module.alarms.targets == tolist([output.alerts_topic_arn]) && length(module.alarms.alarm_names) == 14 && module.alerts.emails == tolist(["churn@example.com"])
    error_message = "C9: API, function, model, load balancer and service must have alarms that report to the one topic, got ${jsonencode(module.alarms.alarm_names)}."
  }

  assert {
    condition     = keys(module.image_repository) == ["api", "ui"] && alltrue([for r in module.image_repository : r.tag_mutability == "MUTABLE"])
    error_message = "C14: one repository per image; dev moves the tag latest, which runs until an image is named."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "telco-churn-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }

  assert {
    condition = local.default_tags == {
      "backstage.io/entity-ref" = "component:default/churn", "mlinfra:team" = "telco", "mlinfra:stack" = "churn",
      "mlinfra:environment"     = "dev", "mlinfra:template-version" = "0.1.0", "mlinfra:managed-by" = "terraform",
    }
    error_message = "C4: the tags must name entity, team, stack, environment and version, got ${jsonencode(local.default_tags)}."
  }

  assert {
    condition = [
      module.endpoint.name, module.function.name, module.api.name, module.load_balancer.name, module.cluster.name, module.service.name, module.endpoint.role_name, module.function.role_name,
      ] == [
      "telco-churn-dev-xgboost-endpoint", "telco-churn-dev-prediction-api", "telco-churn-dev-prediction-api", "telco-churn-dev-alb", "telco-churn-dev-cluster", "telco-churn-dev-service",
      "telco-churn-dev-sagemaker-execution-role", "telco-churn-dev-lambda-execution-role",
    ]
    error_message = "CH11: endpoint, function, API, load balancer, cluster, service and roles must have their names."
  }

  assert {
    condition     = startswith(module.endpoint.configuration.model_name, "telco-churn-dev-xgboost-model-") && startswith(module.endpoint.configuration.configuration_name, "telco-churn-dev-xgboost-endpoint-config-") && local.names["ecs-execution-role"] == "telco-churn-dev-ecs-execution-role" && local.names["ecs-task-role"] == "telco-churn-dev-ecs-task-role"
    error_message = "CH11: model and configuration carry a fingerprint behind their names."
  }
}

run "E7_new_versions_of_the_function_take_over_little_by_little" {
  command = plan

  variables {
    blue_green    = true
    traffic_shift = "LambdaLinear10PercentEvery1Minute"
  }

  assert {
    condition     = module.blue_green[0].alias.name == "live" && endswith(module.api.integration_uri, ":live/invocations")
    error_message = "E7: the API must call the alias, got ${module.api.integration_uri}."
  }

  assert {
    condition     = module.blue_green[0].configuration.rollback && endswith(module.blue_green[0].configuration.traffic_shift, ".LambdaLinear10PercentEvery1Minute") && length(module.blue_green[0].configuration.alarm_names) == 3 && length(setsubtract(module.blue_green[0].configuration.alarm_names, module.alarms.alarm_names)) == 0
    error_message = "E7: deployments must be taken back by alarms that exist, got ${jsonencode(module.blue_green[0].configuration)}."
  }

  assert {
    condition     = strcontains(output.deployment.revision, "AWS::Lambda::Function") && output.deployment.application_name == "telco-churn-dev-deployments"
    error_message = "E7: the output must say how the next version is brought into service."
  }
}

run "CH3_CH5_CH6_CH9_the_cheaper_ways_and_a_model_of_its_own_key" {
  command = plan

  variables {
    nat_mode         = "none"
    authorizer       = { type = "none" }
    capacity_weights = { fargate = 0, fargate_spot = 1 }
    model_s3_key     = "models/2026-11-21/model.tar.gz"
  }

  assert {
    condition     = module.service.configuration.assign_public_ip && length(module.network[0].gateway_zones) == 0 && keys(module.ui_security_group.rules) == ["in load-balancer"]
    error_message = "CH6: CH9: without a gateway each task needs an address, and the load balancer stays the only one who may call it."
  }

  assert {
    condition     = module.api.routes == { "$default" = "NONE" } && module.task.configuration.environment_variables.API_AUTHORIZATION == "none" && module.service.configuration.capacity_providers == { FARGATE_SPOT = { weight = 1, base = 0 } }
    error_message = "CH5: CH9: in dev the API may be open, and the page be told so; Spot alone has no base."
  }

  assert {
    condition     = output.model_data_url == "s3://${output.data_bucket_name}/models/2026-11-21/model.tar.gz" && length(aws_s3_object.model) == 0
    error_message = "CH3: the named artifact must be served, and none be uploaded, got ${output.model_data_url}."
  }
}
