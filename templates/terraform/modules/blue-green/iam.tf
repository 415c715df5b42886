data "aws_partition" "current" {}

locals {
  partition    = data.aws_partition.current.partition
  function_arn = var.function == null ? null : "arn:${local.partition}:lambda:${var.region}:${var.account_id}:function:${var.function.name}"
  service_arns = var.service == null ? null : {
    service  = "arn:${local.partition}:ecs:${var.region}:${var.account_id}:service/${var.service.cluster_name}/${var.service.name}"
    task_set = "arn:${local.partition}:ecs:${var.region}:${var.account_id}:task-set/${var.service.cluster_name}/${var.service.name}/*"
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codedeploy.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:codedeploy:${var.region}:${var.account_id}:deploymentgroup:${var.name}*"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.role_name
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "this" {
  #checkov:skip=CKV_AWS_356:Describing alarms, target groups and listeners knows no resources

  statement {
    sid       = "WatchAlarms"
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["*"]
  }

  statement {
    sid       = "ReportDeployments"
    actions   = ["sns:Publish"]
    resources = [var.topic_arn]
  }

  dynamic "statement" {
    for_each = var.function[*]

    content {
      sid       = "MoveAlias"
      actions   = ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"]
      resources = [local.function_arn, "${local.function_arn}:*"]
    }
  }

  dynamic "statement" {
    for_each = var.service[*]

    content {
      sid       = "ReplaceTasks"
      actions   = ["ecs:DescribeServices", "ecs:CreateTaskSet", "ecs:UpdateServicePrimaryTaskSet", "ecs:DeleteTaskSet"]
      resources = values(local.service_arns)
    }
  }

  dynamic "statement" {
    for_each = var.service[*]

    content {
      sid       = "LookAtTraffic"
      actions   = ["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = var.service[*]

    content {
      sid       = "MoveTraffic"
      actions   = ["elasticloadbalancing:ModifyListener"]
      resources = [statement.value.listener_arn]
    }
  }

  dynamic "statement" {
    for_each = var.service[*]

    content {
      sid       = "PassRolesOfTasks"
      actions   = ["iam:PassRole"]
      resources = statement.value.task_role_arns

      condition {
        test     = "StringEquals"
        variable = "iam:PassedToService"
        values   = ["ecs-tasks.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "deploy"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}
