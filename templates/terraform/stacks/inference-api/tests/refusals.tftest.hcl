# What must not be built is refused before anything is planned, with a message that says what to do.

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
  cors_allowed_origins   = ["https://birds.example.com"]
  api_key_required       = true
  usage_plan             = { rate_limit = 20, burst_limit = 40, quota_limit = 100000, quota_period = "MONTH" }
  input_expiration_days  = 7
  output_expiration_days = 30
  log_retention_days     = 30
  monthly_budget_usd     = 200
}

run "A4_wildcard_cors_is_refused_in_prod" {
  command = plan

  variables {
    cors_allowed_origins = ["*"]
  }

  # A4: prod needs an explicit list.
  expect_failures = [var.cors_allowed_origins]
}

run "A4_wildcard_cors_among_others_is_refused_in_prod" {
  command = plan

  variables {
    cors_allowed_origins = ["https://birds.example.com", "*"]
  }

  # A4: one star makes the rest of the list meaningless.
  expect_failures = [var.cors_allowed_origins]
}

run "A4_plain_http_is_refused_but_for_localhost" {
  command = plan

  variables {
    environment          = "dev"
    cors_allowed_origins = ["http://birds.example.com"]
  }

  # A4: an origin without TLS can be impersonated.
  expect_failures = [var.cors_allowed_origins]
}

run "A8_a_model_bucket_without_a_key_is_refused" {
  command = plan

  variables {
    model_s3_bucket = "audio-models"
  }

  # A8: without a key the function would have to read the whole bucket.
  expect_failures = [var.model_s3_bucket]
}

run "A8_a_key_that_is_a_pattern_is_refused" {
  command = plan

  variables {
    model_s3_bucket = "audio-models"
    model_s3_key    = "*"
  }

  # A8: a star in the key would open the whole bucket.
  expect_failures = [var.model_s3_key]
}

run "A2_what_lambda_cannot_run_is_refused" {
  command = plan

  variables {
    memory_mb            = 64
    timeout_seconds      = 1000
    ephemeral_storage_mb = 100
    architecture         = "riscv"
    image_uri            = "docker.io/library/python:3.12"
    extra_environment    = { INPUT_BUCKET = "another" }
    inference_settings   = { hop_seconds = 2, window_seconds = 1 }
  }

  # A2: C10: each message names the value and the range.
  expect_failures = [
    var.memory_mb, var.timeout_seconds, var.ephemeral_storage_mb, var.architecture, var.image_uri, var.extra_environment, var.inference_settings,
  ]
}

run "C10_values_of_the_wrong_form_are_refused" {
  command = plan

  variables {
    account_id               = "1234"
    region                   = "Frankfurt"
    team                     = "Audio Team"
    name                     = "bird\"calls$${x}"
    entity_ref               = "bird-calls"
    owner                    = "audio"
    template_version         = "newest"
    permissions_boundary_arn = "boundary"
    stage_name               = "v 1"
    usage_plan               = { rate_limit = 0, burst_limit = 40, quota_limit = 100000, quota_period = "YEAR" }
    alert_emails             = ["nobody"]
    log_retention_days       = 8
    monthly_budget_usd       = 0
    image_retention_count    = 0
    latency_alarm_ms         = 30000
    input_expiration_days    = 0
    output_expiration_days   = 0.5
  }

  # C10: every one of them is found at once, not one per attempt.
  expect_failures = [
    var.account_id, var.region, var.team, var.name, var.entity_ref, var.owner, var.template_version, var.permissions_boundary_arn, var.stage_name, var.usage_plan,
    var.alert_emails, var.log_retention_days, var.monthly_budget_usd, var.image_retention_count, var.latency_alarm_ms, var.input_expiration_days, var.output_expiration_days,
  ]
}

run "C3_another_environment_is_refused" {
  command = plan

  variables {
    environment = "staging"
  }

  # C3: dev and prod come from one code base; a third needs its own decisions here first.
  expect_failures = [var.environment]
}
