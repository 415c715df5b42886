# The stack as a production environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id           = "123456789012"
  region               = "eu-central-1"
  environment          = "prod"
  team                 = "telco"
  name                 = "churn"
  entity_ref           = "component:default/churn"
  owner                = "group:default/telco"
  template_version     = "0.1.0"
  customer_managed_key = true
  availability_zones   = ["eu-central-1a", "eu-central-1b"]
  nat_mode             = "per_az"
  certificate_arn      = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-4000-8000-000000000000"
  ui_allowed_cidrs     = ["0.0.0.0/0"]
  ui_tasks             = { min = 2, max = 6 }
  endpoint             = { memory_mb = 3072, max_concurrency = 20, provisioned_concurrency = 1 }
  cors_allowed_origins = ["https://churn.example.com"]
  throttle             = { rate_limit = 50, burst_limit = 100 }
  log_retention_days   = 30
  monthly_budget_usd   = 400
  optional_permissions = { metrics_namespace = "Churn", parameter_path = "/churn/settings" }

  # Neighbours, which share no address with the network.
  vpc_cidr        = "10.30.16.0/20"
  connected_cidrs = ["10.30.0.0/20", "10.30.32.0/20", "172.16.0.0/12"]

  image_uris = {
    api = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/telco-churn-prod-api-image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    ui  = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/telco-churn-prod-ui-image@sha256:fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
  }
}

run "CH2_CH4_CH5_CH6_CH7_CH8_CH9_C5_C7_C14_hold_in_prod" {
  command = plan

  assert {
    condition     = { for s in data.aws_iam_policy_document.api.statement : s.sid => [tolist(s.actions), tolist(s.resources)] if s.sid != "UseKey" } == { InvokeEndpoint = [tolist(["sagemaker:InvokeEndpoint"]), tolist([module.endpoint.arn])] }
    error_message = "CH4: the function may call this endpoint, and nothing else of SageMaker."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.ui.statement : s.sid => [tolist(s.actions), toset(s.resources)] } == {
      CallApi = [tolist(["execute-api:Invoke"]), toset([for request in ["POST/predict", "GET/health", "$default"] : "arn:aws:execute-api:eu-central-1:123456789012:mockhttp12/v1/${request}"])]
    }
    error_message = "CH2: the page's task may call the API's routes, and must not call the model past it."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.optional[0].statement : s.sid => [toset(s.actions), toset(s.resources)] } == {
      WriteMetrics   = [toset(["cloudwatch:PutMetricData"]), toset(["*"])]
      ReadParameters = [toset(["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]), toset(["arn:aws:ssm:eu-central-1:123456789012:parameter/churn/settings", "arn:aws:ssm:eu-central-1:123456789012:parameter/churn/settings/*"])]
    } && one([for s in data.aws_iam_policy_document.optional[0].statement : tolist(one(s.condition).values) if s.sid == "WriteMetrics"]) == tolist(["Churn"])
    error_message = "CH2: where they are asked for, CloudWatch and SSM are open for this namespace and these parameters only."
  }

  assert {
    condition     = module.function.configuration.environment_variables["LOG_LEVEL"] == "INFO" && module.function.configuration.image_uri == var.image_uris.api && module.task.configuration.image_uri == var.image_uris.ui && alltrue([for r in module.image_repository : r.tag_mutability == "IMMUTABLE"])
    error_message = "C14: prod never moves a tag, and runs the images that were named."
  }

  assert {
    condition     = length(module.network[0].subnet_ids) == 2 && length(module.network[0].public_subnet_ids) == 2
    error_message = "CH6: beside its neighbours' ranges the network must have its subnets."
  }

  assert {
    condition     = module.network[0].gateway_zones == tolist(["eu-central-1a", "eu-central-1b"]) && !module.service.configuration.assign_public_ip
    error_message = "CH6: each zone has a way out of its own, and no task an address."
  }

  assert {
    condition     = keys(module.load_balancer_security_group.rules) == ["in http-0-0-0-0-0", "in https-0-0-0-0-0", "out ui"]
    error_message = "CH7: both ports of the load balancer, and nothing else, got ${jsonencode(keys(module.load_balancer_security_group.rules))}."
  }

  assert {
    condition     = module.load_balancer.configuration.listeners == { "80" = "redirect to 443", "443" = "forward, ELBSecurityPolicy-TLS13-1-2-2021-06" } && module.load_balancer.configuration.deletion_protection && startswith(output.ui_url, "https://")
    error_message = "CH8: prod serves the page over TLS 1.2 and later, and is protected against deletion."
  }

  assert {
    condition     = module.service.configuration.capacity_providers == { FARGATE = { weight = 1, base = 1 } } && module.service.configuration.minimum_healthy_percent == 100 && module.service.configuration.rollback && module.scaling.range == { min = 2, max = 6 }
    error_message = "CH9: prod's tasks stay up while a deployment is under way, got ${jsonencode(module.service.configuration)}."
  }

  assert {
    condition     = module.endpoint.configuration.memory_mb == 3072 && module.endpoint.configuration.max_concurrency == 20 && module.endpoint.configuration.provisioned_concurrency == 1
    error_message = "CH3: the endpoint must be of the size that was set, one request always ready."
  }

  assert {
    condition     = length(module.encryption_key) == 1 && contains([for s in data.aws_iam_policy_document.api.statement : s.sid], "UseKey") && module.data_bucket.versioned && module.data_bucket.expiration_days == null
    error_message = "C5: C7: models must be versioned and kept, and the function be allowed to use the stack's key."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 400 && module.budget[0].notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"])
    error_message = "C8: the budget must have the environment's limit and its three notifications."
  }
}

run "C5_C12_CH2_CH11_long_names_never_collide_and_nothing_is_open_unasked" {
  command = plan

  variables {
    team = "customer-analytics-and-retention-platform"
    name = "telecommunications-customer-churn-prediction"

    optional_permissions = {}
  }

  assert {
    condition     = length(local.names["alb"]) <= 32 && length(local.names[local.ui_target]) <= 32 && length(module.endpoint.configuration.model_name) <= 63 && length(module.endpoint.configuration.configuration_name) <= 63 && length(module.endpoint.name) <= 63 && alltrue([for part in ["sagemaker-execution-role", "ecs-execution-role", "ecs-task-role", "lambda-execution-role", "prediction-api"] : length(local.names[part]) <= 64])
    error_message = "C12: no name may be longer than its service takes, got ${jsonencode(local.names)}."
  }

  assert {
    condition     = length(distinct(values(local.names))) == length(local.names) && alltrue([for part in ["alb", local.ui_target, "ecs-task-role", "ecs-execution-role"] : endswith(local.names[part], "-prod-${part}") && can(regex("-[0-9a-f]{8}-prod-", local.names[part]))])
    error_message = "C12: a name that is shortened keeps its part and a fingerprint of the whole, so that no two are the same, got ${jsonencode(local.names)}."
  }

  assert {
    condition     = length(data.aws_iam_policy_document.optional) == 0 && length(local.optional_policies) == 0
    error_message = "CH2: without optional_permissions there must be no policy for CloudWatch and SSM."
  }

  assert {
    condition     = alltrue(flatten([for document in [data.aws_iam_policy_document.api, data.aws_iam_policy_document.ui] : [for s in document.statement : !contains(s.resources, "*") && !anytrue([for a in s.actions : strcontains(a, "*")])]]))
    error_message = "C5: every action and resource must be named."
  }
}
