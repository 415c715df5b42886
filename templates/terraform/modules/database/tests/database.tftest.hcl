mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name       = "audio-base-prod-database"
  account_id = "123456789012"
  region     = "eu-central-1"
}

run "E3_a_table_is_encrypted_and_can_be_restored_to_any_second" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    backup_retention_days = 35
    kms_key_arn           = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition = output.protection == {
      encrypted            = true, public = false, recovery_days = 35, deletion_protection = true,
      customer_managed_key = true, managed_password = null, transport_is_enforced = true
    }
    error_message = "E3: the table must be encrypted, recoverable for 35 days and protected, got ${jsonencode(output.protection)}."
  }

  assert {
    condition     = aws_dynamodb_table.this[0].billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.this[0].point_in_time_recovery[0].enabled && aws_dynamodb_table.this[0].server_side_encryption[0].kms_key_arn == var.kms_key_arn
    error_message = "E3: E9: a table is paid by the request, restored to a point in time, and encrypted with the key that was given."
  }

  assert {
    condition     = length(aws_db_instance.this) == 0 && length(aws_subnet.data) == 0 && output.connection == null
    error_message = "E3: a table needs neither an instance nor a network."
  }
}

run "E3_an_instance_is_encrypted_private_and_keeps_its_own_password" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    engine                = "postgres"
    backup_retention_days = 14

    postgres = {
      vpc_id               = "vpc-1"
      subnets              = { eu-central-1a = "10.20.8.0/23", eu-central-1b = "10.20.10.0/23" }
      security_group_ids   = ["sg-1"]
      monitoring_role_name = "audio-base-prod-database-monitoring"
      multi_az             = true
    }
  }

  assert {
    condition     = aws_db_instance.this[0].storage_encrypted && aws_db_instance.this[0].publicly_accessible == false && aws_db_instance.this[0].iam_database_authentication_enabled
    error_message = "E3: the instance must be encrypted, without a public address, and know IAM authentication."
  }

  assert {
    condition     = aws_db_instance.this[0].manage_master_user_password && aws_db_instance.this[0].password == null && aws_db_instance.this[0].password_wo == null
    error_message = "E3: RDS must make and keep the master password; none may stand in the state."
  }

  assert {
    condition     = aws_db_instance.this[0].backup_retention_period == 14 && aws_db_instance.this[0].deletion_protection && aws_db_instance.this[0].copy_tags_to_snapshot && !aws_db_instance.this[0].skip_final_snapshot && aws_db_instance.this[0].final_snapshot_identifier == "audio-base-prod-database-last"
    error_message = "E3: E9: the instance must keep its backups, be protected from deletion, and leave a last snapshot."
  }

  assert {
    condition     = contains([for p in aws_db_parameter_group.this[0].parameter : "${p.name}=${p.value}"], "rds.force_ssl=1") && contains([for p in aws_db_parameter_group.this[0].parameter : "${p.name}=${p.value}"], "log_statement=ddl") && aws_db_parameter_group.this[0].family == "postgres17"
    error_message = "E3: connections without TLS must be refused, and changes to the schema logged."
  }

  assert {
    condition     = aws_db_instance.this[0].multi_az && aws_db_instance.this[0].auto_minor_version_upgrade && aws_db_instance.this[0].performance_insights_enabled && aws_db_instance.this[0].monitoring_interval == 60 && toset(aws_db_instance.this[0].enabled_cloudwatch_logs_exports) == toset(["postgresql", "upgrade"])
    error_message = "E3: E6: the instance must upgrade minor versions, be watched, and write its logs to CloudWatch."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.data : !subnet.map_public_ip_on_launch]) && length(aws_subnet.data) == 2 && length(aws_dynamodb_table.this) == 0
    error_message = "E4: the instance must stand in two subnets without public addresses."
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.postgres : group.retention_in_days == 30]) && length(aws_cloudwatch_log_group.postgres) == 2
    error_message = "C6: the logs must have a retention."
  }
}

run "E4_the_instances_subnets_have_no_way_out" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    engine = "postgres"

    postgres = {
      vpc_id               = "vpc-1"
      subnets              = { eu-central-1a = "10.20.8.0/23", eu-central-1b = "10.20.10.0/23" }
      security_group_ids   = ["sg-1"]
      monitoring_role_name = "audio-base-prod-database-monitoring"
    }
  }

  assert {
    condition     = length(regexall("resource \"aws_route\"", join("", [for f in fileset("../database", "*.tf") : file("../database/${f}")]))) == 0 && length(aws_route_table_association.data) == 2 && length(aws_route_table.data) == 1
    error_message = "E4: the data subnets must have a route table of their own, without any route."
  }

  assert {
    condition     = tolist(one([for c in one(data.aws_iam_policy_document.assume_monitoring[0].statement).condition : c if c.variable == "aws:SourceArn"]).values) == tolist(["arn:aws:rds:eu-central-1:123456789012:db:audio-base-prod-database"])
    error_message = "C5: only this instance may take the monitoring role."
  }
}

run "C10_what_neither_engine_takes_is_refused" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    engine                = "mysql"
    backup_retention_days = 36
  }

  # C10: each message names the value and what is allowed.
  expect_failures = [var.engine, var.backup_retention_days]
}

run "C10_an_instance_without_its_network_is_refused" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    engine = "postgres"

    postgres = {
      vpc_id               = "vpc-1"
      subnets              = { eu-central-1a = "10.20.8.0/23" }
      security_group_ids   = ["sg-1"]
      monitoring_role_name = "r"
      storage_gib          = 10
    }
  }

  # C10: RDS would refuse one zone and 10 GiB, minutes into the apply.
  expect_failures = [var.postgres]
}

run "C10_a_name_that_its_engine_refuses_is_refused_first" {
  command = plan

  module {
    source = "../database"
  }

  variables {
    name = "ab"
  }

  # C10: a table's name has three characters or more.
  expect_failures = [var.name]
}
