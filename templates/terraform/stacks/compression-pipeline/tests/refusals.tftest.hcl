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
  availability_zones     = ["eu-central-1a"]
  cors_allowed_origins   = []
  throttle               = { rate_limit = 20, burst_limit = 40 }
  upload_expiration_days = 30
  run_expiration_days    = 90
  job_retention_days     = 365
  monthly_budget_usd     = 200

  steps = {
    baseline = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    prune    = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    distill  = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    quantize = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    evaluate = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
  }
}

run "B1_an_open_api_is_refused" {
  command = plan

  variables {
    authorizer           = { type = "none" }
    cors_allowed_origins = ["*"]
    throttle             = { rate_limit = 0, burst_limit = 1 }
  }

  # B1: an HTTP API without authorizer, or in prod for every website, would let anyone start runs.
  expect_failures = [var.authorizer, var.cors_allowed_origins, var.throttle]
}

run "B1_a_token_without_an_issuer_is_refused" {
  command = plan

  variables {
    authorizer           = { type = "jwt", audience = ["pipeline"] }
    cors_allowed_origins = ["http://birds.example.com"]
  }

  # B1: any issuer's token would do otherwise.
  expect_failures = [var.authorizer, var.cors_allowed_origins]
}

run "B2_a_size_that_fargate_does_not_sell_is_refused" {
  command = plan

  variables {
    ephemeral_storage_gib = 19
    architecture          = "riscv"

    steps = {
      baseline = { cpu = 1024, memory = 1024, timeout_seconds = 3600 }
      prune    = { cpu = 1024, memory = 4096, timeout_seconds = 30 }
      distill  = { cpu = 300, memory = 4096, timeout_seconds = 3600 }
      quantize = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
      evaluate = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }
    }
  }

  # B2: AWS would find it only while applying.
  expect_failures = [var.steps, var.ephemeral_storage_gib, var.architecture]
}

run "B2_a_missing_step_is_refused" {
  command = plan

  variables {
    steps      = { baseline = { cpu = 1024, memory = 4096, timeout_seconds = 3600 }, polish = { cpu = 1024, memory = 4096, timeout_seconds = 3600 } }
    image_uris = { steps = "docker.io/library/python:3.12" }
  }

  # B2: the pipeline has exactly five; their image comes from ECR.
  expect_failures = [var.steps, var.image_uris]
}

run "B6_a_certificate_of_another_region_is_refused" {
  command = plan

  variables {
    static_site_domain = { name = "models.example.com", certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/0" }
  }

  # B6: CloudFront looks in us-east-1 only.
  expect_failures = [var.static_site_domain]
}

run "B9_two_zones_of_endpoints_need_two_zones" {
  command = plan

  variables {
    network_mode = "private_endpoints_2az"
    vpc_cidr     = "10.20.1.0/20"
  }

  # B9: and the range must begin at its first address.
  expect_failures = [var.availability_zones, var.vpc_cidr]
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
    network_mode             = "nat"
    api_memory_mb            = 64
    api_timeout_seconds      = 31
    alert_emails             = ["nobody"]
    log_retention_days       = 8
    monthly_budget_usd       = 0
    image_retention_count    = 0
    upload_expiration_days   = 0
    run_expiration_days      = 0.5
    job_retention_days       = 0
  }

  # C10: every one of them is found at once, not one per attempt.
  expect_failures = [
    var.account_id, var.region, var.team, var.name, var.entity_ref, var.owner, var.template_version, var.permissions_boundary_arn, var.network_mode,
    var.api_memory_mb, var.api_timeout_seconds, var.alert_emails, var.log_retention_days, var.monthly_budget_usd, var.image_retention_count,
    var.upload_expiration_days, var.run_expiration_days, var.job_retention_days,
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
