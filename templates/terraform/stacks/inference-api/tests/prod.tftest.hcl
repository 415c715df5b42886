# The stack as a production environment, applied against a mocked provider.

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
  cors_allowed_origins   = ["https://birds.example.com", "https://owls.example.com"]
  api_key_required       = true
  usage_plan             = { rate_limit = 20, burst_limit = 40, quota_limit = 100000, quota_period = "MONTH" }
  image_uri              = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/audio-bird-calls-prod-image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  reserved_concurrency   = 10
  model_s3_bucket        = "audio-models"
  model_s3_key           = "bird-calls/v3"
  inference_settings     = { top_k = 5 }
  extra_environment      = { FEATURE_X = "on" }
  input_expiration_days  = 7
  output_expiration_days = 30
  log_retention_days     = 30
  monthly_budget_usd     = 200
}

run "A1_A2_A4_A5_A6_A7_A8_A10_A11_C5_C6_C7_C8_C14_hold_in_prod" {
  command = plan

  assert {
    condition     = module.input_bucket.expiration_days == 7 && module.output_bucket.expiration_days == 30
    error_message = "A1: prod keeps inputs 7 days and results 30."
  }

  assert {
    condition     = module.function.configuration.reserved_concurrency == 10 && module.function.configuration.environment_variables["TOP_K"] == "5" && module.function.configuration.environment_variables["FEATURE_X"] == "on"
    error_message = "A2: prod has a limit, and changed settings reach the function."
  }

  assert {
    condition     = module.function.configuration.environment_variables["CORS_ALLOWED_ORIGINS"] == "https://birds.example.com,https://owls.example.com"
    error_message = "A4: the function must answer for the same origins as the API."
  }

  assert {
    condition     = alltrue([for route, key in module.api.routes : key == !startswith(route, "OPTIONS")])
    error_message = "A5: in prod every route but the preflight asks for the key, got ${jsonencode(module.api.routes)}."
  }

  assert {
    condition     = module.api.limits == { rate_limit = 20, burst_limit = 40, quota_limit = 100000, quota_period = "MONTH" } && issensitive(output.api_key) && nonsensitive(output.api_key != null)
    error_message = "A5: A11: the usage plan must hold the environment's limits, and the key must be a sensitive output."
  }

  assert {
    condition = [for s in data.aws_iam_policy_document.data.statement : tolist(s.resources) if s.sid == "ReadModel" && tolist(s.actions) == tolist(["s3:GetObject"])] == [
      tolist(["arn:aws:s3:::audio-models/bird-calls/v3", "arn:aws:s3:::audio-models/bird-calls/v3/*"])
    ]
    error_message = "A8: the function may read the model's key and what is below it, and nothing else of that bucket."
  }

  assert {
    condition     = one([for s in data.aws_iam_policy_document.data.statement : tolist(one(s.condition).values) if s.sid == "ListModel"]) == tolist(["bird-calls/v3", "bird-calls/v3/*"])
    error_message = "A8: the model's bucket may be listed below the key only."
  }

  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.data.statement :
      !contains(s.resources, "*") && !anytrue([for a in s.actions : strcontains(a, "*") || strcontains(a, "Delete")]) &&
      !anytrue([for r in s.resources : strcontains(r, "audio-models") && length(setsubtract(s.actions, ["s3:GetObject", "s3:ListBucket"])) > 0])
    ])
    error_message = "C5: A8: the data policy must name every action and resource, and never write to the model's bucket."
  }

  assert {
    condition = alltrue([
      for sid, resource in { Inputs = "${module.input_bucket.arn}/inputs/*", Predictions = "${module.output_bucket.arn}/predictions/*" } :
      [for s in data.aws_iam_policy_document.data.statement : tolist(s.resources) if s.sid == sid] == [tolist([resource])]
    ])
    error_message = "C5: A10: the function may use the prefixes inputs/ and predictions/ of its own buckets, nothing beside them."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "IMMUTABLE" && strcontains(module.function.configuration.image_uri, "@sha256:")
    error_message = "C14: A7: prod never moves a tag, and the function runs the image that was named."
  }

  assert {
    condition     = length(module.encryption_key) == 1 && contains([for s in data.aws_iam_policy_document.data.statement : s.sid], "UseKey")
    error_message = "C5: C7: with a key of its own the function must be allowed to use it."
  }

  assert {
    condition     = module.api.logging == { execution_log_level = "ERROR", data_trace = false, tracing = true, retention_days = tolist([30]) } && module.function.log_retention_days == 30
    error_message = "A6: C6: prod writes its execution log at ERROR without bodies, and keeps every log 30 days, got ${jsonencode(module.api.logging)}."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 200 && module.budget[0].notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"])
    error_message = "C8: the budget must have the environment's limit and its three notifications."
  }
}

run "A8_a_folder_opens_only_itself" {
  command = plan

  variables {
    model_s3_key = "bird-calls/v3/"
  }

  assert {
    condition     = [for s in data.aws_iam_policy_document.data.statement : tolist(s.resources) if s.sid == "ReadModel"] == [tolist(["arn:aws:s3:::audio-models/bird-calls/v3/*"])]
    error_message = "A8: a key with a slash at its end must open what is below it only."
  }
}
