resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; the bucket keeps the trail for longer
  count = var.log_group == null ? 0 : 1

  name              = "/aws/cloudtrail/${var.name}"
  retention_in_days = var.log_group.retention_days
  kms_key_id        = var.kms_key_arn
}

data "aws_iam_policy_document" "assume_logs" {
  count = var.log_group == null ? 0 : 1

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
}

resource "aws_iam_role" "logs" {
  count = var.log_group == null ? 0 : 1

  name                 = var.log_group.role_name
  assume_role_policy   = data.aws_iam_policy_document.assume_logs[0].json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "logs" {
  count = var.log_group == null ? 0 : 1

  statement {
    sid       = "WriteOwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this[0].arn}:log-stream:${var.account_id}_CloudTrail_${var.region}*"]
  }
}

resource "aws_iam_role_policy" "logs" {
  count = var.log_group == null ? 0 : 1

  name   = "write-trail"
  role   = aws_iam_role.logs[0].id
  policy = data.aws_iam_policy_document.logs[0].json
}
