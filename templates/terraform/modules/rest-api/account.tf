# One setting for all REST APIs of an account and region. Two roots that both set it would take it from each other at every apply.

data "aws_partition" "current" {}

data "aws_iam_policy_document" "account_assume" {
  count = var.manage_account_role ? 1 : 0

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "account" {
  count = var.manage_account_role ? 1 : 0

  name                 = coalesce(var.account_role_name, "${var.name}-logs")
  assume_role_policy   = data.aws_iam_policy_document.account_assume[0].json
  permissions_boundary = var.permissions_boundary_arn
}

# API Gateway refuses a role with less than this policy, so it cannot be narrowed to the log groups of one API.
resource "aws_iam_role_policy_attachment" "account" {
  count = var.manage_account_role ? 1 : 0

  role       = aws_iam_role.account[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "this" {
  count = var.manage_account_role ? 1 : 0

  cloudwatch_role_arn = aws_iam_role.account[0].arn

  depends_on = [aws_iam_role_policy_attachment.account]
}
