# The stack as a production environment, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id             = "123456789012"
  region                 = "eu-central-1"
  environment            = "prod"
  team                   = "audio"
  name                   = "bird-calls"
  entity_ref             = "component:default/bird-calls"
  owner                  = "group:default/audio"
  template_version       = "0.1.0"
  customer_managed_key   = true
  availability_zones     = ["eu-central-1a", "eu-central-1b"]
  authorizer             = { type = "jwt", issuer = "https://issuer.example.com/", audience = ["pipeline"] }
  cors_allowed_origins   = ["https://birds.example.com"]
  throttle               = { rate_limit = 20, burst_limit = 40 }
  upload_expiration_days = 30
  run_expiration_days    = 90
  job_retention_days     = 365
  monthly_budget_usd     = 200

  image_uris = {
    steps = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-prod-steps@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    api   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-prod-api@sha256:fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"
  }

  steps = {
    baseline = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    prune    = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    distill  = { cpu = 4096, memory = 16384, timeout_seconds = 3600 }
    quantize = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    evaluate = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
  }
}

run "B1_B4_B5_B7_C5_C7_C8_C14_hold_in_prod" {
  command = plan

  assert {
    condition     = alltrue([for route, type in module.api.routes : type == "JWT"]) && length(module.api.routes) == 4
    error_message = "B1: every route must ask for a token, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.api.statement : s.sid => tolist(s.resources) if contains(["StartRuns", "FollowRuns"], s.sid) } == {
      StartRuns  = tolist([output.state_machine_arn])
      FollowRuns = tolist(["arn:aws:states:eu-central-1:123456789012:execution:audio-bird-calls-prod-pipeline:*"])
    }
    error_message = "B4: the function may start and follow runs of this machine only."
  }

  assert {
    condition = toset(flatten([for s in data.aws_iam_policy_document.api.statement : tolist(s.actions) if startswith(s.sid, "StartRuns") || startswith(s.sid, "FollowRuns")])) == toset([
      "states:StartExecution", "states:DescribeExecution", "states:GetExecutionHistory",
    ])
    error_message = "B4: the function may start, describe and read runs, nothing else."
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.api.statement : s.sid => tolist(s.resources) if contains(["TakeUploads", "GiveResults"], s.sid) } == {
      TakeUploads = tolist(["${module.model_bucket.arn}/uploads/*"])
      GiveResults = tolist(["${module.model_bucket.arn}/runs/*"])
    } && alltrue([for s in data.aws_iam_policy_document.api.statement : tolist(s.actions) == tolist(["s3:GetObject"]) if s.sid == "GiveResults"])
    error_message = "B4: the function may write uploads and read results, in this bucket only."
  }

  assert {
    condition = toset(flatten([for s in data.aws_iam_policy_document.api.statement : tolist(s.actions)])) == toset([
      "states:StartExecution", "states:DescribeExecution", "states:GetExecutionHistory", "s3:GetObject", "s3:PutObject", "s3:ListBucket",
      "dynamodb:GetItem", "dynamodb:UpdateItem", "kms:Decrypt", "kms:GenerateDataKey",
    ])
    error_message = "B4: the function may do what its routes need, got ${jsonencode(flatten([for s in data.aws_iam_policy_document.api.statement : tolist(s.actions)]))}."
  }

  assert {
    condition = toset(one([for s in data.aws_iam_policy_document.pipeline.statement : s.resources if s.sid == "RunSteps"])) == toset([
      for step in ["baseline", "prune", "distill", "quantize", "evaluate"] : "arn:aws:ecs:eu-central-1:123456789012:task-definition/audio-bird-calls-prod-${step}:*"
    ]) && one([for s in data.aws_iam_policy_document.pipeline.statement : one(s.condition).variable if s.sid == "RunSteps"]) == "ecs:cluster"
    error_message = "B4: the machine may run these five task definitions in this cluster only."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.pipeline.statement : toset(s.resources) if s.sid == "PassRolesOfSteps"]) == toset(flatten([for t in module.task : t.role_arns])) && one([for s in data.aws_iam_policy_document.pipeline.statement : tolist(one(s.condition).values) if s.sid == "PassRolesOfSteps"]) == tolist(["ecs-tasks.amazonaws.com"])
    error_message = "B4: the machine may pass the roles of its steps to ECS, and no others."
  }

  assert {
    condition = alltrue(flatten([
      for document in concat([data.aws_iam_policy_document.api, data.aws_iam_policy_document.pipeline], values(data.aws_iam_policy_document.step)) : [
        for s in document.statement : !contains(s.resources, "*") && !anytrue([for a in s.actions : strcontains(a, "*") || strcontains(a, "Delete")])
      ]
    ]))
    error_message = "C5: B4: every action and resource must be named, and nothing may delete."
  }

  assert {
    condition = toset(one([for s in data.aws_iam_policy_document.step["prune"].statement : s.resources if s.sid == "WriteResults"])) == toset([
      "${module.model_bucket.arn}/runs/*/baseline/*", "${module.model_bucket.arn}/runs/*/prune/*", "${module.model_bucket.arn}/runs/*/metrics.json",
    ])
    error_message = "C5: B4: a step may write its own results and, for a run that begins with it, those of the steps before it."
  }

  assert {
    condition     = module.pipeline.logging == { level = "ALL", execution_data = false, tracing = true, retention_days = 14 }
    error_message = "B5: in prod no data may be in the machine's log, got ${jsonencode(module.pipeline.logging)}."
  }

  assert {
    condition     = module.job_table.protection == { point_in_time_recovery = true, deletion_protection = true, customer_managed_key = true }
    error_message = "B7: prod's records must be recoverable, protected, and encrypted with the stack's key, got ${jsonencode(module.job_table.protection)}."
  }

  assert {
    condition     = length(module.encryption_key) == 1 && alltrue([for document in concat([data.aws_iam_policy_document.api, data.aws_iam_policy_document.pipeline], values(data.aws_iam_policy_document.step)) : contains([for s in document.statement : s.sid], "UseKey")])
    error_message = "C5: C7: with a key of its own function, machine and steps must be allowed to use it."
  }

  assert {
    condition     = module.model_bucket.versioned && module.model_bucket.prefix_expirations == { "runs/" = 90, "uploads/" = 30 }
    error_message = "C7: models must be versioned and end after their days, got ${jsonencode(module.model_bucket.prefix_expirations)}."
  }

  assert {
    condition     = alltrue([for r in module.image_repository : r.tag_mutability == "IMMUTABLE"]) && alltrue([for t in module.task : t.configuration.image_uri == var.image_uris.steps]) && module.function.configuration.image_uri == var.image_uris.api
    error_message = "C14: prod never moves a tag, and runs the images that were named."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 200 && module.budget[0].notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"])
    error_message = "C8: the budget must have the environment's limit and its three notifications."
  }
}

run "B6_a_site_with_a_certificate_accepts_tls_1_2_and_later_only" {
  command = plan

  variables {
    static_site        = true
    static_site_domain = { name = "models.example.com", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000" }
  }

  assert {
    condition     = module.static_site[0].minimum_protocol_version == "TLSv1.2_2021" && output.static_site_url == "https://models.example.com"
    error_message = "B6: the site must be reached under its domain with TLS 1.2 or later."
  }
}
