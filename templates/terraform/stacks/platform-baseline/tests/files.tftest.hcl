# What is written in files rather than in resources: versions, state, environments, requirements, and addresses that must not get lost.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id           = "123456789012"
  region               = "eu-central-1"
  environment          = "dev"
  team                 = "audio"
  name                 = "bird-calls"
  entity_ref           = "component:default/bird-calls"
  owner                = "group:default/audio"
  template_version     = "0.1.0"
  cors_allowed_origins = []
  usage_plan           = { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" }
  monthly_budget_usd   = 50
}

run "C1_C2_C3_C4_versions_state_and_environments_stand_in_their_files" {
  command = plan

  assert {
    condition     = can(regex("version = \"~> 5\\.100\"", replace(file("${path.module}/versions.tf"), "/ +/", " "))) && can(regex("required_version = \">= 1\\.11", replace(file("${path.module}/versions.tf"), "/ +/", " ")))
    error_message = "C1: versions.tf must ask for Terraform >= 1.11 and hashicorp/aws ~> 5.100."
  }

  assert {
    condition     = can(regex("version += \"5\\.[0-9]+\\.[0-9]+\"", file("${path.module}/.terraform.lock.hcl"))) && length(regexall("\"zh:[0-9a-f]{64}\"", file("${path.module}/.terraform.lock.hcl"))) >= 10
    error_message = "C1: .terraform.lock.hcl must pin one version of the provider with the checksums of every platform."
  }

  assert {
    condition = alltrue([
      for setting in ["backend \"s3\"", "encrypt = true", "use_lockfile = true", "key = \"platform-baseline/terraform.tfstate\""] :
      strcontains(replace(file("${path.module}/backend.tf"), "/ +/", " "), setting)
    ]) && !strcontains(file("${path.module}/backend.tf"), "dynamodb")
    error_message = "C2: the state must lie in S3, encrypted, locked by S3 itself, below the stack's own key."
  }

  assert {
    condition = alltrue([
      for setting in ["default_tags { tags = local.default_tags }", "allowed_account_ids = [var.account_id]", "region = var.region"] :
      strcontains(replace(file("${path.module}/provider.tf"), "/\\s+/", " "), setting)
    ])
    error_message = "C4: provider.tf must give the default tags to every resource, and refuse credentials of another account."
  }

  assert {
    condition = length(fileset("${path.module}/../../environments", "*/platform-baseline.tfvars.json")) > 0 && alltrue([
      for found in fileset("${path.module}/../../environments", "*/platform-baseline.tfvars.json") :
      jsondecode(file("${path.module}/../../environments/${found}")).environment == dirname(found) &&
      length(setsubtract(keys(jsondecode(file("${path.module}/../../environments/${found}"))), flatten(regexall("variable \"([a-z0-9_]+)\"", join("\n", [for f in fileset(path.module, "variables*.tf") : file(f)]))))) == 0
    ])
    error_message = "C3: every environments/<environment>/platform-baseline.tfvars.json must name its own environment and set only variables that this root has."
  }
}

run "E10_every_requirement_names_a_module_and_resources_that_exist" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for entry in jsondecode(file("${path.module}/requirements.json")) : [
        for address in entry.addresses : entry.module == "stack" ? can(regex("(?m)^resource \"${split(".", address)[0]}\"", join("\n", [for f in fileset(path.module, "*.tf") : file(f)]))) : (
          can(regex("(?m)^module \"${regex("^module\\.([a-z_]+)", address)[0]}\" \\{\\s+source += \"\\.\\./\\.\\./modules/${entry.module}\"", join("\n", [for f in fileset(path.module, "*.tf") : file(f)]))) &&
          contains(split("\n", join("\n", [for f in fileset("${path.module}/../../modules/${entry.module}", "*.tf") : file("${path.module}/../../modules/${entry.module}/${f}")])), format("resource \"%s\" \"%s\" {", regex("^module\\.[a-z_]+(\\[0\\])?\\.([a-z0-9_]+)\\.([a-z0-9_]+)", address)[1], regex("^module\\.[a-z_]+(\\[0\\])?\\.([a-z0-9_]+)\\.([a-z0-9_]+)", address)[2]))
        )
      ]
    ]))
    error_message = "E10: requirements.json names a module or a resource that the stack does not have."
  }

  assert {
    condition     = alltrue([for entry in jsondecode(file("${path.module}/requirements.json")) : length(setsubtract(keys(entry.when), keys(local.choices))) == 0])
    error_message = "E10: requirements.json depends on a choice that requirements.tf does not know."
  }

  assert {
    condition     = toset([for entry in output.requirements : entry.id]) == toset(["E1", "E2", "E3", "E4", "E5", "E6", "E8", "E9"]) && length([for entry in output.requirements : entry if entry.id == "E3"]) == 1
    error_message = "E10: a function beside a table answers to all of them but E7, which is not switched on, got ${jsonencode(output.requirements[*].id)}."
  }
}

run "E10_the_requirements_follow_the_choices" {
  command = plan

  variables {
    serving            = "ecs"
    database_engine    = "postgres"
    availability_zones = ["eu-central-1a", "eu-central-1b"]
    blue_green         = true
    backups            = true
    audit_trail        = false
  }

  assert {
    condition     = toset([for entry in output.requirements : entry.id]) == toset(["E1", "E2", "E3", "E4", "E6", "E7", "E8", "E9"]) && alltrue([for entry in output.requirements : entry.module != "function"])
    error_message = "E10: tasks beside PostgreSQL answer to E7 too, not to E5, and to nothing by a function, got ${jsonencode(output.requirements)}."
  }
}

run "C11_no_published_address_gets_lost" {
  command = plan

  module {
    source = "../../tests/addresses"
  }

  variables {
    published = jsondecode(file("tests/published-addresses.json"))
  }

  assert {
    condition     = length(output.lost) == 0
    error_message = "C11: ${join(", ", output.lost)} existed in a published version and is gone. Its resources would be destroyed in every team's account: add moved { from = <old> to = <new> }."
  }

  assert {
    condition     = length(output.unpublished) == 0
    error_message = "C11: ${join(", ", output.unpublished)} is not in tests/published-addresses.json. Add it there, so that a later renaming is noticed."
  }
}
