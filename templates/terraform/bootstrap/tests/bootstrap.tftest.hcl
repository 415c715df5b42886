mock_provider "aws" {
  source = "../tests/mocks"
}

variables {
  account_id        = "123456789012"
  region            = "eu-central-1"
  environment       = "dev"
  team              = "audio"
  name              = "bird-calls"
  entity_ref        = "component:default/bird-calls"
  template_version  = "0.1.0"
  state_bucket_name = "audio-bird-calls-dev-state-123456789012"
}

run "C2_the_state_bucket_is_versioned_and_never_expires" {
  assert {
    condition     = module.state_bucket.versioned && module.state_bucket.expiration_days == null
    error_message = "C2: the state bucket must keep older states, and must never delete the current one."
  }

  assert {
    condition     = output.state_bucket_name == module.state_bucket.name
    error_message = "C2: the bucket's name must be an output, for backend.hcl."
  }

  assert {
    condition     = local.default_tags["mlinfra:stack"] == "bootstrap" && local.default_tags["backstage.io/entity-ref"] == "component:default/bird-calls" && length(local.default_tags) == 6
    error_message = "C4: the state bucket must carry the six tags."
  }

  assert {
    condition = alltrue([
      for found in fileset("${path.module}/../environments", "*/bootstrap.tfvars.json") :
      strcontains(file("${path.module}/../environments/${dirname(found)}/backend.hcl"), "\"${jsondecode(file("${path.module}/../environments/${found}")).state_bucket_name}\"") &&
      jsondecode(file("${path.module}/../environments/${found}")).environment == dirname(found)
    ])
    error_message = "C2: backend.hcl of each environment must name the bucket that its bootstrap.tfvars.json makes."
  }
}

run "C2_another_environment_cannot_replace_the_bucket" {
  command = plan

  variables {
    environment       = "prod"
    state_bucket_name = "audio-bird-calls-prod-state-123456789012"
  }

  # C2: with the state of dev still in place, this would destroy the bucket that holds it.
  expect_failures = [terraform_data.made_for]
}

run "C10_a_name_s3_refuses_is_refused" {
  command = plan

  variables {
    state_bucket_name = "Audio_State"
  }

  # C10: S3 takes lowercase letters, digits and hyphens.
  expect_failures = [var.state_bucket_name]
}
