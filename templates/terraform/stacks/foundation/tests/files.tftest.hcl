# What is written in files rather than in resources: versions, state, environments, and addresses that must not get lost.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "dev"
  team               = "audio"
  name               = "bird-calls-foundation"
  entity_ref         = "component:default/bird-calls"
  owner              = "group:default/audio"
  template_version   = "0.1.0"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  monthly_budget_usd = 50
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
      for setting in ["backend \"s3\"", "encrypt = true", "use_lockfile = true", "key = \"foundation/terraform.tfstate\""] :
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
    condition = length(fileset("${path.module}/../../environments", "*/foundation.tfvars.json")) > 0 && alltrue([
      for found in fileset("${path.module}/../../environments", "*/foundation.tfvars.json") :
      jsondecode(file("${path.module}/../../environments/${found}")).environment == dirname(found) &&
      length(setsubtract(keys(jsondecode(file("${path.module}/../../environments/${found}"))), flatten(regexall("variable \"([a-z0-9_]+)\"", join("\n", [for f in fileset(path.module, "variables*.tf") : file(f)]))))) == 0
    ])
    error_message = "C3: every environments/<environment>/foundation.tfvars.json must name its own environment and set only variables that this root has."
  }

  assert {
    condition     = alltrue([for found in fileset("${path.module}/../../environments", "*/foundation.tfvars.json") : fileexists("${path.module}/../../environments/${dirname(found)}/backend.hcl") && fileexists("${path.module}/../../environments/${dirname(found)}/bootstrap.tfvars.json")])
    error_message = "C3: beside every variable file lie backend.hcl and bootstrap.tfvars.json of its environment."
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

run "C11_a_renaming_without_a_moved_block_is_noticed" {
  command = plan

  module {
    source = "../../tests/addresses"
  }

  variables {
    published = concat(jsondecode(file("tests/published-addresses.json")), ["module.gone", "bucket/aws_s3_bucket.gone"])
  }

  assert {
    condition     = output.lost == tolist(["bucket/aws_s3_bucket.gone", "module.gone"])
    error_message = "C11: addresses that are gone must be found, got ${jsonencode(output.lost)}."
  }
}
