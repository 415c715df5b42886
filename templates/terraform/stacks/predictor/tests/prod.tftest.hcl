# The stack as a production environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id           = "123456789012"
  region               = "eu-central-1"
  environment          = "prod"
  team                 = "audio"
  name                 = "bird-calls"
  entity_ref           = "component:default/bird-calls"
  owner                = "group:default/audio"
  template_version     = "0.1.0"
  availability_zones   = ["eu-central-1a", "eu-central-1b"]
  cors_allowed_origins = ["https://birds.example.com"]
  throttle             = { rate_limit = 5, burst_limit = 10 }
  file_expiration_days = 3
  data_expiration_days = 7
  log_retention_days   = 7
  monthly_budget_usd   = 50
  network_mode         = "private_endpoints_2az"
  customer_managed_key = true
  image_uri            = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-prod-service@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  scaling              = { min_tasks = 2, max_tasks = 6 }
}

run "D1_D2_D3_D4_D5_D6_C5_C7_C14_hold_in_prod" {
  command = plan

  assert {
    condition     = module.network[0].endpoint_zones == { "ecr.api" = 2, "ecr.dkr" = 2, "logs" = 2 } && module.network[0].gateways == {} && !module.service[0].configuration.assign_public_ip
    error_message = "D1: D6: three interface endpoints in two zones, no NAT gateway and no public address, got ${jsonencode(module.network[0].endpoint_zones)}."
  }

  assert {
    condition     = module.service[0].configuration.capacity_providers == { FARGATE = { weight = 1, base = 1 }, FARGATE_SPOT = { weight = 3, base = 0 } }
    error_message = "D2: in prod the first task must stand on FARGATE."
  }

  assert {
    condition     = module.autoscaling.range == { min = 2, max = 6 }
    error_message = "D5: fewest and most tasks must be those that were set."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.service.statement : s.sid => [toset(s.actions), toset(s.resources)] if s.sid != "UseKey" } == {
      ReadAndWriteFiles = [toset(["s3:GetObject", "s3:PutObject"]), toset(["${module.files_bucket.arn}/*"])]
      ReadAndWriteData  = [toset(["s3:GetObject", "s3:PutObject"]), toset(["${module.data_bucket.arn}/*"])]
      FindObjects       = [toset(["s3:ListBucket"]), toset([module.files_bucket.arn, module.data_bucket.arn])]
    }
    error_message = "D4: C5: the service may read and write these two buckets and nothing else."
  }

  assert {
    condition     = length(module.encryption_key) == 1 && [for s in data.aws_iam_policy_document.service.statement : toset(s.actions) if s.sid == "UseKey"] == [toset(["kms:Decrypt", "kms:GenerateDataKey"])]
    error_message = "C5: C7: with a key of its own the service must be allowed to use it."
  }

  assert {
    condition     = length(distinct(module.task.role_arns)) <= 2 && length(module.task.role_arns) == 2
    error_message = "C5: execution role and task role are two."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "IMMUTABLE" && module.task.configuration.image_uri == var.image_uri
    error_message = "C14: prod never moves a tag, and runs the image that was named."
  }

  assert {
    condition     = output.backend_environment_variables["LOG_LEVEL"] == "INFO" && output.backend_environment_variables["CORS_ALLOWED_ORIGINS"] == "https://birds.example.com"
    error_message = "D7: prod must log less and name its origins."
  }

  assert {
    condition     = module.budget[0].notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"])
    error_message = "C8: the budget must have its three notifications."
  }
}

run "D3_a_token_can_be_asked_for_and_routes_can_be_chosen" {
  command = plan

  variables {
    authorizer   = { type = "jwt", issuer = "https://issuer.example.com/", audience = ["predictor"] }
    routes       = ["POST /predictions", "GET /models/{name}/versions"]
    network_mode = "private_endpoints_1az"
  }

  assert {
    condition     = module.api.routes == { "POST /predictions" = "JWT", "GET /models/{name}/versions" = "JWT" }
    error_message = "D3: every route must ask for a token, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition     = module.network[0].endpoint_zones == { "ecr.api" = 1, "ecr.dkr" = 1, "logs" = 1 }
    error_message = "D6: one zone holds the endpoints, got ${jsonencode(module.network[0].endpoint_zones)}."
  }
}

run "E7_C5_C9_blue_green_moves_the_traffic_and_alarms_take_it_back" {
  command = plan

  variables {
    blue_green   = true
    bake_minutes = 30
  }

  assert {
    condition = module.blue_green[0].configuration.controller == "CODE_DEPLOY" && module.blue_green[0].configuration.rollback && module.blue_green[0].configuration.bake_minutes == 30 && (
      module.blue_green[0].configuration.target_groups == tolist(["audio-bird-calls-prod-blue", "audio-bird-calls-prod-green"])
    )
    error_message = "E7: the service must move between two target groups, and old tasks stay as long as was set, got ${jsonencode(module.blue_green[0].configuration)}."
  }

  assert {
    condition     = module.blue_green[0].configuration.alarm_names == tolist(["audio-bird-calls-prod-api-5xx", "audio-bird-calls-prod-api-latency"]) && length(setsubtract(module.blue_green[0].configuration.alarm_names, module.alarms.alarm_names)) == 0
    error_message = "E7: alarms that exist must take a deployment back, got ${jsonencode(module.blue_green[0].configuration.alarm_names)}."
  }

  assert {
    condition     = length(module.service) == 0 && length(aws_service_discovery_service.this) == 0 && length(aws_service_discovery_private_dns_namespace.this) == 0
    error_message = "E7: D3: one service answers, behind the load balancer; Cloud Map has nothing to find."
  }

  assert {
    condition = module.link_security_group.rules == { "out balancer" = "tcp 80-80 sg-0mocked" } && module.service_security_group.rules == { "in balancer" = "tcp 8080-8080 sg-0mocked" } && (
      module.balancer_security_group[0].rules == { "in link" = "tcp 80-80 sg-0mocked", "out tasks" = "tcp 8080-8080 sg-0mocked" }
    )
    error_message = "D3: E7: link to load balancer to tasks, and no other way."
  }

  assert {
    condition     = module.api.vpc_link_id == "mocklink12" && module.balancer[0].vpc_link_id == null
    error_message = "D3: the API has its own link, which leads to the listener."
  }

  assert {
    condition     = toset(module.alarms.alarm_names) == toset([for word in ["api-5xx", "api-latency", "blue-unhealthy", "green-unhealthy", "service-cpu", "service-memory", "service-missing-tasks"] : "audio-bird-calls-prod-${word}"])
    error_message = "C9: both target groups must be watched, got ${jsonencode(module.alarms.alarm_names)}."
  }

  assert {
    condition     = output.ecs_service_name == "audio-bird-calls-prod-deployed-service" && output.deployment.application_name == "audio-bird-calls-prod-deployments"
    error_message = "D7: E7: the outputs must name the service and the application that deploys it."
  }

  assert {
    condition     = module.autoscaling.range == { min = 2, max = 6 }
    error_message = "D5: E8: the service is scaled in either case."
  }

  assert {
    condition     = alltrue([for name in [local.names["balancer"], local.names["blue"], local.names["green"]] : length(name) <= 32])
    error_message = "C12: names of load balancers and target groups have 32 letters at most."
  }
}
