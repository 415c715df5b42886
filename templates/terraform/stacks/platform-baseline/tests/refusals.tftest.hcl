# What must not be planned: the message names the value and the remedy.

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
  cors_allowed_origins = ["https://birds.example.com"]
  usage_plan           = { rate_limit = 20, burst_limit = 40, quota_limit = 100000, quota_period = "MONTH" }
  monthly_budget_usd   = 200
}

run "E1_an_open_api_is_refused_in_prod" {
  command = plan

  variables {
    api_key_required     = false
    cors_allowed_origins = ["*"]
    max_batch_items      = 0
  }

  # E1: in prod every caller has a key, and no website but those listed calls.
  expect_failures = [var.api_key_required, var.cors_allowed_origins, var.max_batch_items]
}

run "E1_a_way_of_serving_that_is_not_there_is_refused" {
  command = plan

  variables {
    serving   = "ec2"
    task_size = { cpu = 512, memory = 512 }
    memory_mb = 64
  }

  # E1: the message names what there is, and the sizes Fargate sells.
  expect_failures = [var.serving, var.task_size, var.memory_mb]
}

run "E3_E9_a_database_that_could_not_be_restored_is_refused" {
  command = plan

  variables {
    database_engine       = "mysql"
    backup_retention_days = 1
    backup_rules          = {}
  }

  # E3: E9: prod keeps a week at least.
  expect_failures = [var.database_engine, var.backup_retention_days, var.backup_rules]
}

run "E3_a_disk_that_cannot_grow_is_refused" {
  command = plan

  variables {
    postgres = { storage_gib = 100 }
  }

  # E3: max_storage_gib is 100 too, so the disk could fill up.
  expect_failures = [var.postgres]
}

run "E4_a_function_beside_postgres_without_endpoints_is_refused" {
  command = plan

  variables {
    database_engine    = "postgres"
    availability_zones = ["eu-central-1a", "eu-central-1b"]
  }

  # E4: it could not read its password; the message offers three ways out.
  expect_failures = [var.network_mode]
}

run "E4_too_few_zones_or_those_of_another_region_are_refused" {
  command = plan

  variables {
    serving            = "ecs"
    availability_zones = ["us-east-1a"]
    vpc_cidr           = "10.20.0.1/20"
  }

  # E4: the message names the region.
  expect_failures = [var.availability_zones, var.vpc_cidr]
}

run "E4_postgres_in_one_zone_is_refused" {
  command = plan

  variables {
    serving            = "ecs"
    database_engine    = "postgres"
    availability_zones = ["eu-central-1a"]
  }

  # E4: RDS asks for subnets in two zones.
  expect_failures = [var.availability_zones]
}

run "E5_a_trail_that_is_soon_forgotten_is_refused_in_prod" {
  command = plan

  variables {
    audit_trail_days = 30
    bake_minutes     = 2881
  }

  # E5: an incident found after a month could not be traced; E7: CodeDeploy waits two days at most.
  expect_failures = [var.audit_trail_days, var.bake_minutes]
}

run "E8_scaling_of_what_is_not_scaled_is_refused" {
  command = plan

  variables {
    scaling           = { min_tasks = 5, max_tasks = 2 }
    scaling_schedules = { morning = { schedule = "cron(0 7 ? * * *)", min_capacity = 1, max_capacity = 2 } }
    step_scaling      = { cpu_percent = 80, steps = [{ above = 0, add = 1 }] }
  }

  # E8: a function has no tasks, and the most must not be below the fewest.
  expect_failures = [var.scaling, var.scaling_schedules, var.step_scaling]
}

run "C10_identity_that_cannot_be_named_is_refused" {
  command = plan

  variables {
    account_id         = "12345"
    team               = "Audio"
    entity_ref         = "bird-calls"
    template_version   = "latest"
    monthly_budget_usd = 0
    alert_emails       = ["birds"]
    log_retention_days = 8
  }

  # C10: every message names the value and what is expected.
  expect_failures = [var.account_id, var.team, var.entity_ref, var.template_version, var.monthly_budget_usd, var.alert_emails, var.log_retention_days]
}
