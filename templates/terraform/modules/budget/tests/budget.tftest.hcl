mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name              = "audio-bird-calls-dev-budget"
  account_id        = "123456789012"
  monthly_limit_usd = 50
  tag_value         = "component:default/bird-calls"
  topic_arn         = "arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"
  emails            = ["birds@example.com"]
}

run "C8_a_monthly_budget_of_the_entity_notifies_three_times" {
  command = plan

  module {
    source = "../budget"
  }

  assert {
    condition     = one(aws_budgets_budget.this.cost_filter).name == "TagKeyValue" && one(aws_budgets_budget.this.cost_filter).values == tolist(["user:backstage.io/entity-ref$component:default/bird-calls"])
    error_message = "C8: the budget must count what carries the entity's tag, got ${jsonencode(aws_budgets_budget.this.cost_filter)}."
  }

  assert {
    condition     = aws_budgets_budget.this.time_unit == "MONTHLY" && aws_budgets_budget.this.limit_amount == "50" && aws_budgets_budget.this.limit_unit == "USD"
    error_message = "C8: the limit must be the USD per month that were asked for."
  }

  assert {
    condition     = output.notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"])
    error_message = "C8: notifications must be ACTUAL 80 %, ACTUAL 100 % and FORECASTED 100 %, got ${jsonencode(output.notifications)}."
  }

  assert {
    condition = alltrue([
      for n in aws_budgets_budget.this.notification :
      n.subscriber_sns_topic_arns == toset(["arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"]) && n.subscriber_email_addresses == toset(["birds@example.com"]) && n.threshold_type == "PERCENTAGE" && n.comparison_operator == "GREATER_THAN"
    ])
    error_message = "C8: every notification must go to the topic and to the addresses."
  }
}

run "C10_an_eleventh_address_is_refused" {
  command = plan

  module {
    source = "../budget"
  }

  variables {
    emails = [for n in range(11) : "bird${n}@example.com"]
  }

  # C10: AWS Budgets takes ten.
  expect_failures = [var.emails]
}

run "C10_a_limit_of_nothing_is_refused" {
  command = plan

  module {
    source = "../budget"
  }

  variables {
    monthly_limit_usd = 0
  }

  # C10: it would alert at the first cent.
  expect_failures = [var.monthly_limit_usd]
}
