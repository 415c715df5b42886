data "aws_partition" "current" {}

resource "aws_cloudwatch_log_group" "flow" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  name              = "/aws/vpc/${var.name}/flow"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

data "aws_iam_policy_document" "assume_flow" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:ec2:${var.region}:${var.account_id}:vpc-flow-log/*"]
    }
  }
}

resource "aws_iam_role" "flow" {
  name                 = var.flow_log_role_name
  assume_role_policy   = data.aws_iam_policy_document.assume_flow.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "flow" {
  statement {
    sid       = "WriteFlowLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
    resources = ["${aws_cloudwatch_log_group.flow.arn}:*"]
  }
}

resource "aws_iam_role_policy" "flow" {
  name   = "write-flow-log"
  role   = aws_iam_role.flow.id
  policy = data.aws_iam_policy_document.flow.json
}

resource "aws_flow_log" "this" {
  vpc_id                   = aws_vpc.this.id
  traffic_type             = "ALL"
  max_aggregation_interval = 600
  log_destination_type     = "cloud-watch-logs"
  log_destination          = aws_cloudwatch_log_group.flow.arn
  iam_role_arn             = aws_iam_role.flow.arn

  tags = { Name = var.name }

  depends_on = [aws_iam_role_policy.flow]
}
