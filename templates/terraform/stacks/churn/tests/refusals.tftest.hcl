# What must not be built is refused before anything is planned, with a message that says what to do.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "prod"
  team               = "telco"
  name               = "churn"
  entity_ref         = "component:default/churn"
  owner              = "group:default/telco"
  template_version   = "0.1.0"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  nat_mode           = "per_az"
  certificate_arn    = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-4000-8000-000000000000"
  ui_allowed_cidrs   = ["203.0.113.0/24"]
  throttle           = { rate_limit = 50, burst_limit = 100 }
  log_retention_days = 30
  monthly_budget_usd = 400
}

run "CH2_CH3_CH5_CH6_CH8_CH9_what_prod_must_not_be_and_aws_does_not_sell_is_refused" {
  command = plan

  variables {
    # CH5: open to everybody, from every website, or without limits.
    authorizer           = { type = "none" }
    cors_allowed_origins = ["*"]
    throttle             = { rate_limit = 0, burst_limit = 1 }

    # CH8: unencrypted. CH6: tasks in public subnets; a larger range that holds the network.
    certificate_arn = null
    nat_mode        = "none"
    vpc_cidr        = "10.30.16.0/20"
    connected_cidrs = ["192.168.0.0/16", "10.0.0.0/8"]

    # CH3: memory in steps of 1024. CH9: a pair of cpu and memory that Fargate sells.
    endpoint         = { memory_mb = 1536, max_concurrency = 201, provisioned_concurrency = 300 }
    model_s3_key     = "/models/model.pkl"
    ui_size          = { cpu = 512, memory = 512 }
    ui_tasks         = { min = 3, max = 2 }
    capacity_weights = { fargate = 0, fargate_spot = 0 }

    # CH2: metrics of AWS itself, and every parameter of the account.
    optional_permissions = { metrics_namespace = "AWS/Lambda", parameter_path = "/" }
  }

  expect_failures = [
    var.authorizer, var.cors_allowed_origins, var.throttle, var.certificate_arn, var.nat_mode, var.vpc_cidr, var.endpoint, var.model_s3_key, var.ui_size, var.ui_tasks,
    var.capacity_weights, var.optional_permissions,
  ]
}

run "CH3_CH5_CH6_CH8_CH10_C10_values_of_the_wrong_form_are_refused" {
  command = plan

  variables {
    # CH5: the page has no token. CH8: a load balancer takes certificates of its own region. CH6: the network holds the smaller
    # range, there are more zones than addresses for them, and one is of another region. CH3: more ready than may run.
    authorizer         = { type = "jwt" }
    certificate_arn    = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000"
    ui_allowed_cidrs   = ["203.0.113.7/24"]
    vpc_cidr           = "10.30.16.0/20"
    connected_cidrs    = ["10.30.31.0/24"]
    availability_zones = ["eu-central-1a", "us-east-1b", "eu-central-1c", "eu-central-1d", "eu-central-1e"]
    endpoint           = { memory_mb = 2048, max_concurrency = 5, provisioned_concurrency = 6 }
    nat_mode           = "double"

    account_id               = "1234"
    team                     = "Telco Team"
    name                     = "churn\"$${x}"
    entity_ref               = "churn"
    owner                    = "telco"
    template_version         = "newest"
    permissions_boundary_arn = "boundary"
    aws_profile              = " "
    image_uris               = { ui = "docker.io/library/python:3.12" }
    architecture             = "riscv"
    api_memory_mb            = 64
    api_timeout_seconds      = 31
    api_reserved_concurrency = 0
    alert_emails             = ["nobody"]
    log_retention_days       = 8
    monthly_budget_usd       = 0
    image_retention_count    = 0
    latency_alarm_ms         = 0
  }

  # C10: CH10: every one of them is found at once, not one per attempt.
  expect_failures = [
    var.authorizer, var.certificate_arn, var.ui_allowed_cidrs, var.vpc_cidr, var.availability_zones, var.endpoint, var.nat_mode,
    var.account_id, var.team, var.name, var.entity_ref, var.owner, var.template_version, var.permissions_boundary_arn, var.aws_profile, var.image_uris, var.architecture,
    var.api_memory_mb, var.api_timeout_seconds, var.api_reserved_concurrency, var.alert_emails, var.log_retention_days, var.monthly_budget_usd, var.image_retention_count, var.latency_alarm_ms,
  ]
}

run "C3_CH6_CH8_another_environment_and_a_single_zone_are_refused" {
  command = plan

  variables {
    environment        = "staging"
    availability_zones = ["eu-central-1a"]
    vpc_cidr           = "10.30.1.0/20"
  }

  # C3: dev and prod come from one code base; a third needs its own decisions here first. CH8: a load balancer stands in two
  # zones at least. CH6: the range begins elsewhere.
  expect_failures = [var.environment, var.availability_zones, var.vpc_cidr]
}

run "CH6_C10_another_region_and_ranges_that_are_none_are_refused" {
  command = plan

  variables {
    region          = "Frankfurt"
    connected_cidrs = ["everything"]
  }

  # C10: what depends on them is asked only once they are right.
  expect_failures = [var.region, var.connected_cidrs]
}
