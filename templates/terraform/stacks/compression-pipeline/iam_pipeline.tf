data "aws_iam_policy_document" "pipeline" {
  # Any revision: a step takes the newest one when it begins.
  statement {
    sid       = "RunSteps"
    actions   = ["ecs:RunTask"]
    resources = [for task in module.task : "arn:${local.partition}:ecs:${var.region}:${var.account_id}:task-definition/${task.family}:*"]

    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [module.cluster.arn]
    }
  }

  statement {
    sid       = "WatchAndStopSteps"
    actions   = ["ecs:DescribeTasks", "ecs:StopTask"]
    resources = ["arn:${local.partition}:ecs:${var.region}:${var.account_id}:task/${local.names["cluster"]}/*"]

    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [module.cluster.arn]
    }
  }

  statement {
    sid       = "TagSteps"
    actions   = ["ecs:TagResource"]
    resources = ["arn:${local.partition}:ecs:${var.region}:${var.account_id}:task/${local.names["cluster"]}/*"]

    condition {
      test     = "StringEquals"
      variable = "ecs:CreateAction"
      values   = ["RunTask"]
    }
  }

  statement {
    sid       = "PassRolesOfSteps"
    actions   = ["iam:PassRole"]
    resources = flatten([for task in module.task : task.role_arns])

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }

  # The rule by which Step Functions hears that a task ended; it belongs to Step Functions and has one name in every account.
  statement {
    sid       = "HearWhenStepsEnd"
    actions   = ["events:DescribeRule", "events:PutRule", "events:PutTargets"]
    resources = ["arn:${local.partition}:events:${var.region}:${var.account_id}:rule/StepFunctionsGetEventsForECSTaskRule"]
  }

  statement {
    sid       = "KeepJobRecord"
    actions   = ["dynamodb:GetItem", "dynamodb:UpdateItem"]
    resources = [module.job_table.arn]
  }

  dynamic "statement" {
    for_each = module.encryption_key[*].key_arn

    content {
      sid       = "UseKey"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]
    }
  }
}
