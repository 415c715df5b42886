# What must not be built is refused before anything is planned, with a message that says what to do.

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
  cors_allowed_origins = []
  throttle             = { rate_limit = 5, burst_limit = 10 }
  file_expiration_days = 3
  data_expiration_days = 7
  log_retention_days   = 7
  monthly_budget_usd   = 50
}

run "D1_a_network_that_overlaps_another_is_refused" {
  command = plan

  variables {
    vpc_cidr        = "10.30.0.0/20"
    connected_cidrs = ["172.16.0.0/12", "10.30.8.0/24"]
  }

  # D1: 10.30.8.0/24 lies within 10.30.0.0/20.
  expect_failures = [var.vpc_cidr]
}

run "D1_a_network_within_another_is_refused" {
  command = plan

  variables {
    vpc_cidr        = "10.30.0.0/20"
    connected_cidrs = ["10.0.0.0/8"]
  }

  # D1: either may be the wider one.
  expect_failures = [var.vpc_cidr]
}

run "D1_networks_beside_each_other_are_taken" {
  command = plan

  variables {
    vpc_cidr        = "10.30.0.0/20"
    connected_cidrs = ["10.30.16.0/20", "10.29.0.0/16", "192.168.0.0/16"]
  }

  assert {
    condition     = length(module.service[0].configuration.security_group_ids) > 0
    error_message = "D1: ranges beside each other must be taken."
  }
}

run "D1_a_network_too_small_for_its_tasks_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.30.0.0/24"
    scaling  = { max_tasks = 30 }
  }

  # D1: two zones of 32 addresses have no room for 60 tasks.
  expect_failures = [var.vpc_cidr]
}

run "D1_a_range_that_no_network_can_have_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.30.0.0/28"
  }

  # D1: AWS takes it, but eight parts of it would hold no task.
  expect_failures = [var.vpc_cidr]
}

run "D1_D6_endpoints_in_more_zones_than_were_given_are_refused" {
  command = plan

  variables {
    network_mode       = "private_endpoints_2az"
    availability_zones = ["eu-central-1a"]
  }

  # D6: the second zone is missing.
  expect_failures = [var.availability_zones]
}

run "D1_a_zone_of_another_region_is_refused" {
  command = plan

  variables {
    availability_zones = ["eu-central-1a", "us-east-1a"]
  }

  # D1: subnets stand in zones of the network's own region.
  expect_failures = [var.availability_zones]
}

run "D2_a_size_that_fargate_does_not_sell_is_refused" {
  command = plan

  variables {
    cpu          = 256
    memory       = 4096
    architecture = "riscv"
    image_uri    = "docker.io/library/python:3.12"
  }

  # D2: AWS would find it only while applying.
  expect_failures = [var.memory, var.architecture, var.image_uri]
}

run "D2_a_prod_on_spot_alone_is_refused" {
  command = plan

  variables {
    capacity = { fargate_base = 0, fargate_weight = 1, spot_weight = 3 }
  }

  # D2: where Spot has no capacity nothing would answer.
  expect_failures = [var.capacity]
}

run "D2_a_base_without_a_weight_is_refused" {
  command = plan

  variables {
    environment = "dev"
    capacity    = { fargate_base = 1, fargate_weight = 0, spot_weight = 3 }
  }

  # D2: ECS places nothing where the weight is 0, the base neither.
  expect_failures = [var.capacity]
}

run "D3_an_open_api_is_refused" {
  command = plan

  variables {
    authorizer           = { type = "none" }
    cors_allowed_origins = ["*"]
    throttle             = { rate_limit = 0, burst_limit = 1 }
    routes               = ["$default"]
    latency_alarm_ms     = 60000
  }

  # D3: without authorizer and limits, or in prod for every website, anyone could use it.
  expect_failures = [var.authorizer, var.cors_allowed_origins, var.throttle, var.routes, var.latency_alarm_ms]
}

run "D1_D2_D3_D5_values_that_aws_would_refuse_while_applying_are_refused" {
  command = plan

  variables {
    scaling              = { min_tasks = 5, max_tasks = 4 }
    connected_cidrs      = ["everything"]
    cpu                  = 300
    authorizer           = { type = "jwt", audience = ["predictor"] }
    cors_allowed_origins = ["http://birds.example.com"]
  }

  # D5: D1: D2: D3: C10: each names its field. Nothing can be kept clear of what is no range, and without an issuer any token would do.
  expect_failures = [var.scaling, var.connected_cidrs, var.cpu, var.authorizer, var.cors_allowed_origins]
}

run "D5_a_share_that_is_never_reached_is_refused" {
  command = plan

  variables {
    scaling           = { min_tasks = 0, cpu_percent = 100 }
    extra_environment = { FILES_BUCKET = "mine", "2ND" = "x" }
  }

  # D5: and nothing would start the first task. D7: the stack sets its own variables itself.
  expect_failures = [var.scaling, var.extra_environment]
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
    alert_emails             = ["nobody"]
    log_retention_days       = 8
    monthly_budget_usd       = 0
    image_retention_count    = 0
    file_expiration_days     = 0
    data_expiration_days     = 0.5
    bake_minutes             = 3000
  }

  # C10: every one of them is found at once, not one per attempt.
  expect_failures = [
    var.account_id, var.region, var.team, var.name, var.entity_ref, var.owner, var.template_version, var.permissions_boundary_arn, var.network_mode, var.alert_emails,
    var.log_retention_days, var.monthly_budget_usd, var.image_retention_count, var.file_expiration_days, var.data_expiration_days, var.bake_minutes,
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
