# The stack as a development environment, applied against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id                 = "123456789012"
  region                     = "eu-central-1"
  environment                = "dev"
  team                       = "audio"
  name                       = "bird-calls"
  entity_ref                 = "component:default/bird-calls"
  owner                      = "group:default/audio"
  template_version           = "0.1.0"
  force_destroy              = true
  cors_allowed_origins       = ["*"]
  api_key_required           = false
  usage_plan                 = { rate_limit = 5, burst_limit = 10, quota_limit = 10000, quota_period = "MONTH" }
  manage_api_gateway_account = true
  input_expiration_days      = 3
  output_expiration_days     = 7
  log_retention_days         = 7
  monthly_budget_usd         = 50
  alert_emails               = ["birds@example.com"]
}

run "A1_A2_A3_A4_A5_A6_A7_A8_A10_A11_C4_C6_C8_C9_C12_C14_hold_in_dev" {
  command = plan

  assert {
    condition     = module.input_bucket.expiration_days == 3 && module.output_bucket.expiration_days == 7
    error_message = "A1: dev keeps inputs 3 days and results 7."
  }

  assert {
    condition     = module.output_bucket.versioned && !module.input_bucket.versioned
    error_message = "A1: results are versioned, uploads are not."
  }

  assert {
    condition     = module.function.configuration.memory_mb == 3008 && module.function.configuration.timeout_seconds == 900 && module.function.configuration.reserved_concurrency == -1
    error_message = "A2: the defaults are 3008 MB, 900 s and no reservation, got ${jsonencode(module.function.configuration)}."
  }

  assert {
    condition = { for key, value in module.function.configuration.environment_variables : key => value if !endswith(key, "_BUCKET") } == {
      MODEL_S3_KEY = "", SAMPLE_RATE_HZ = "16000", MAX_AUDIO_SECONDS = "3600", WINDOW_SECONDS = "1", HOP_SECONDS = "0.5",
      TOP_K        = "3", LOG_LEVEL = "INFO", CORS_ALLOWED_ORIGINS = "*", RESULT_URL_EXPIRY_SECONDS = "3600",
    }
    error_message = "A2: every inference setting must reach the function, got ${jsonencode(module.function.configuration.environment_variables)}."
  }

  assert {
    condition     = module.function.configuration.environment_variables["INPUT_BUCKET"] == output.input_bucket_name && module.function.configuration.environment_variables["OUTPUT_BUCKET"] == output.output_bucket_name && module.function.configuration.environment_variables["MODEL_S3_BUCKET"] == ""
    error_message = "A2: the function must be told its buckets."
  }

  assert {
    condition = toset([for route in keys(module.api.routes) : route if !startswith(route, "OPTIONS")]) == toset([
      "POST /predict", "POST /predictions", "GET /predictions/{id}", "POST /uploads", "GET /health",
    ])
    error_message = "A3: A10: the API must offer the synchronous and the asynchronous path, got ${jsonencode(keys(module.api.routes))}."
  }

  assert {
    condition     = length(setsubtract(["multipart/form-data", "audio/wav", "audio/x-wav", "audio/mpeg", "audio/flac", "audio/ogg", "application/octet-stream"], module.api.binary_media_types)) == 0
    error_message = "A3: forms and the common audio types must reach the function as bytes, got ${jsonencode(module.api.binary_media_types)}."
  }

  assert {
    condition     = alltrue([for path in ["/predict", "/predictions", "/predictions/{id}", "/uploads", "/health"] : module.api.routes["OPTIONS ${path}"] == false])
    error_message = "A4: every path must answer the preflight without a key."
  }

  assert {
    condition     = nonsensitive(output.api_key == null) && !anytrue(values(module.api.routes))
    error_message = "A5: in dev no route asks for a key."
  }

  assert {
    condition     = module.image_repository.tag_mutability == "MUTABLE" && endswith(module.function.configuration.image_uri, ":latest")
    error_message = "C14: A7: dev moves the tag latest, and the function runs it until an image is named."
  }

  assert {
    condition     = !contains([for s in data.aws_iam_policy_document.data.statement : s.sid], "ReadModel")
    error_message = "A8: without a model bucket the function must not read any."
  }

  assert {
    condition     = output.api_endpoint == "https://mockapi123.execute-api.eu-central-1.amazonaws.com/v1/predict" && output.lambda_function_name == "audio-bird-calls-dev-inference" && output.ecr_repository_url != ""
    error_message = "A11: the outputs must lead to the API, the function and the repository, got ${output.api_endpoint}."
  }

  assert {
    condition     = output.api_base_url == "https://mockapi123.execute-api.eu-central-1.amazonaws.com/v1" && output.input_bucket_name != output.output_bucket_name
    error_message = "A11: the stage's URL and both buckets must be outputs."
  }

  assert {
    condition     = module.api.logging == { execution_log_level = "INFO", data_trace = false, tracing = true, retention_days = tolist([7]) } && module.function.log_retention_days == 7
    error_message = "A6: C6: dev writes its execution log at INFO without bodies, and keeps every log 7 days, got ${jsonencode(module.api.logging)}."
  }

  assert {
    condition     = module.budget[0].monthly_limit_usd == 50 && output.budget_name == "audio-bird-calls-dev-budget"
    error_message = "C8: the budget must have the environment's limit."
  }

  assert {
    condition     = module.alarms.targets == tolist([output.alerts_topic_arn]) && length(module.alarms.alarm_names) == 5 && module.alerts.emails == tolist(["birds@example.com"])
    error_message = "C9: five alarms must report to the one topic that the team subscribed to."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "audio-bird-calls-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }

  assert {
    condition = local.default_tags == {
      "backstage.io/entity-ref" = "component:default/bird-calls", "mlinfra:team" = "audio", "mlinfra:stack" = "inference-api",
      "mlinfra:environment"     = "dev", "mlinfra:template-version" = "0.1.0", "mlinfra:managed-by" = "terraform",
    }
    error_message = "C4: the tags must name entity, team, stack, environment and version, got ${jsonencode(local.default_tags)}."
  }
}
