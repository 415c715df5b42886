data "aws_partition" "current" {}

locals {
  # The function's policy names the function, and the function needs its policy first: the ARN is therefore put together.
  function_arn = "arn:${data.aws_partition.current.partition}:lambda:${var.region}:${var.account_id}:function:${var.name}"

  network_actions = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"]
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.role_name
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "base" {
  #checkov:skip=CKV_AWS_111:X-Ray knows no resources to restrict the writing of traces to, nor EC2 for interfaces that are not there yet; the program is denied the latter
  #checkov:skip=CKV_AWS_356:X-Ray knows no resources to restrict the writing of traces to, nor EC2 for interfaces that are not there yet; the program is denied the latter

  statement {
    sid       = "WriteOwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  statement {
    sid       = "WriteTraces"
    actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
    resources = ["*"]
  }

  statement {
    sid       = "ReportFailures"
    actions   = ["sns:Publish"]
    resources = [var.failure_topic_arn]
  }

  dynamic "statement" {
    for_each = var.invokes_itself ? [local.function_arn] : []

    content {
      sid       = "InvokeItself"
      actions   = ["lambda:InvokeFunction"]
      resources = [statement.value]
    }
  }

  # Lambda joins the network with the function's role.
  dynamic "statement" {
    for_each = var.vpc == null ? [] : [local.network_actions]

    content {
      sid       = "JoinNetwork"
      actions   = concat(statement.value, ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"])
      resources = ["*"]
    }
  }

  # The calls of the program carry the function's ARN, those of the service do not.
  dynamic "statement" {
    for_each = var.vpc == null ? [] : [local.network_actions]

    content {
      sid       = "NotByTheProgram"
      effect    = "Deny"
      actions   = statement.value
      resources = ["*"]

      condition {
        test     = "ArnEquals"
        variable = "lambda:SourceFunctionArn"
        values   = [local.function_arn]
      }
    }
  }
}

resource "aws_iam_role_policy" "base" {
  name   = "base"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.base.json
}

resource "aws_iam_role_policy" "granted" {
  for_each = var.policy_documents

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}
