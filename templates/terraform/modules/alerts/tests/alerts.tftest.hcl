mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name       = "audio-bird-calls-dev-alerts"
  account_id = "123456789012"
  emails     = ["birds@example.com", "owls@example.com"]
}

run "C8_C9_budgets_and_alarms_of_this_account_may_publish" {
  command = plan

  module {
    source = "../alerts"
  }

  assert {
    condition = alltrue([
      for service in ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"] : anytrue([
        for s in data.aws_iam_policy_document.publish.statement : s.effect != "Deny" &&
        contains(tolist(s.principals)[0].identifiers, service) && tolist(s.actions) == tolist(["sns:Publish"]) &&
        anytrue([for c in s.condition : c.variable == "aws:SourceAccount" && contains(c.values, "123456789012")])
      ])
    ])
    error_message = "C8: C9: Budgets and CloudWatch of this account must be allowed to publish to the topic."
  }

  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.publish.statement : length(s.condition) > 0 && alltrue([for p in s.principals : p.type == "Service" || s.effect == "Deny"])
    ])
    error_message = "C5: nobody but the two services, bound to this account, may publish through the topic's policy."
  }

  assert {
    condition     = aws_sns_topic_policy.this.arn == aws_sns_topic.this.arn
    error_message = "C8: the policy must stand on the topic."
  }
}

run "C8_C9_every_address_is_subscribed" {
  command = plan

  module {
    source = "../alerts"
  }

  assert {
    condition     = output.emails == tolist(["birds@example.com", "owls@example.com"]) && alltrue([for s in aws_sns_topic_subscription.email : s.protocol == "email" && s.topic_arn == aws_sns_topic.this.arn])
    error_message = "C8: C9: every address must be subscribed to the topic by e-mail, got ${jsonencode(output.emails)}."
  }
}

run "C9_messages_are_encrypted_with_the_given_key" {
  command = plan

  module {
    source = "../alerts"
  }

  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_sns_topic.this.kms_master_key_id == "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
    error_message = "C9: the topic must use the customer managed key where one is given."
  }
}

run "C10_an_address_without_an_at_sign_is_refused" {
  command = plan

  module {
    source = "../alerts"
  }

  variables {
    emails = ["birds.example.com"]
  }

  # C10: AWS would accept it and never deliver.
  expect_failures = [var.emails]
}
