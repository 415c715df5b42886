data "aws_partition" "current" {}

data "aws_iam_policy_document" "assume_monitoring" {
  count = local.postgres

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:rds:${var.region}:${var.account_id}:db:${var.name}"]
    }
  }
}

resource "aws_iam_role" "monitoring" {
  count = local.postgres

  name                 = var.postgres.monitoring_role_name
  assume_role_policy   = data.aws_iam_policy_document.assume_monitoring[0].json
  permissions_boundary = var.permissions_boundary_arn
}

# RDS accepts this role only with its own policy, which opens the one log group RDSOSMetrics.
resource "aws_iam_role_policy_attachment" "monitoring" {
  count = local.postgres

  role       = aws_iam_role.monitoring[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}
