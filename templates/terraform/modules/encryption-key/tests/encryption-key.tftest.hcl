mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  alias       = "audio-bird-calls-prod-key"
  description = "Data of component:default/bird-calls"
  account_id  = "123456789012"
  region      = "eu-central-1"
}

run "C5_only_this_account_may_use_the_key" {
  command = plan

  module {
    source = "../encryption-key"
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "C5: the key must rotate and must not be deleted at once."
  }

  assert {
    condition     = flatten([for s in data.aws_iam_policy_document.key.statement : [for p in s.principals : tolist(p.identifiers) if p.type == "AWS"]]) == ["arn:aws:iam::123456789012:root"]
    error_message = "C5: the only AWS principal of the key must be the account itself."
  }

  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.key.statement : length(s.condition) > 0
      if anytrue([for p in s.principals : p.type == "Service"])
    ])
    error_message = "C5: every service in the key's policy must be bound to this account by a condition."
  }
}

run "C8_C9_budgets_and_alarms_may_use_the_key_of_their_topic" {
  command = plan

  module {
    source = "../encryption-key"
  }

  assert {
    condition = anytrue([
      for s in data.aws_iam_policy_document.key.statement :
      contains(tolist(s.principals)[0].identifiers, "budgets.amazonaws.com") && contains(tolist(s.principals)[0].identifiers, "cloudwatch.amazonaws.com") &&
      anytrue([for c in s.condition : c.variable == "aws:SourceAccount" && contains(c.values, "123456789012")])
    ])
    error_message = "C8: C9: without the key, Budgets and CloudWatch cannot publish to the encrypted topic."
  }

  assert {
    condition = anytrue([
      for s in data.aws_iam_policy_document.key.statement :
      contains(tolist(s.principals)[0].identifiers, "logs.eu-central-1.amazonaws.com") && anytrue([for c in s.condition : contains(c.values, "arn:aws:logs:eu-central-1:123456789012:log-group:*")])
    ])
    error_message = "C6: CloudWatch Logs of this region and account must be able to use the key."
  }
}

run "E5_only_the_trails_named_may_use_the_key" {
  command = plan

  module {
    source = "../encryption-key"
  }

  variables {
    trail_arns = ["arn:aws:cloudtrail:eu-central-1:123456789012:trail/audio-base-prod-trail"]
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.key.statement : s.sid => tolist(s.actions) if anytrue([for p in s.principals : contains(p.identifiers, "cloudtrail.amazonaws.com")]) } == {
      TrailsOfThisAccount = tolist(["kms:GenerateDataKey*"])
      TrailsLookAtKey     = tolist(["kms:DescribeKey"])
    }
    error_message = "E5: a trail encrypts with the key and cannot read with it."
  }

  assert {
    condition     = alltrue([for s in data.aws_iam_policy_document.key.statement : anytrue([for c in s.condition : c.variable == "aws:SourceArn" && toset(c.values) == toset(var.trail_arns)]) if startswith(s.sid, "Trails")])
    error_message = "E5: C5: only the trails that were named may use the key."
  }
}
