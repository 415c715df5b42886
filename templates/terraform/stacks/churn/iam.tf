data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition

  optional_policies = local.wants_optional ? { optional = data.aws_iam_policy_document.optional[0].json } : {}
  wants_optional    = var.optional_permissions.metrics_namespace != null || var.optional_permissions.parameter_path != null
}

data "aws_iam_policy_document" "api" {
  statement {
    sid       = "InvokeEndpoint"
    actions   = ["sagemaker:InvokeEndpoint"]
    resources = [module.endpoint.arn]
  }

  dynamic "statement" {
    for_each = module.encryption_key[*].key_arn

    content {
      sid       = "UseKey"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }
}

# The page asks the API and nothing else; that it cannot call the model past the API is on purpose.
data "aws_iam_policy_document" "ui" {
  statement {
    sid     = "CallApi"
    actions = ["execute-api:Invoke"]

    # API Gateway asks for the method and path that came in, or for the route that took them.
    resources = [
      for request in ["POST/predict", "GET/health", "$default"] : "${module.api.execution_arn}/${module.api.stage_name}/${request}"
    ]
  }
}

# What the source stack attached as CloudWatchLogsFullAccess and AmazonSSMReadOnlyAccess: only where asked for, and only
# this namespace and these parameters. Logs need nothing more, for each role may write its own.
data "aws_iam_policy_document" "optional" {
  #checkov:skip=CKV_AWS_111:CloudWatch knows no resources to restrict the writing of metrics to; the namespace is restricted instead
  #checkov:skip=CKV_AWS_356:CloudWatch knows no resources to restrict the writing of metrics to; the namespace is restricted instead
  count = local.wants_optional ? 1 : 0

  dynamic "statement" {
    for_each = var.optional_permissions.metrics_namespace[*]

    content {
      sid       = "WriteMetrics"
      actions   = ["cloudwatch:PutMetricData"]
      resources = ["*"]

      condition {
        test     = "StringEquals"
        variable = "cloudwatch:namespace"
        values   = [statement.value]
      }
    }
  }

  dynamic "statement" {
    for_each = var.optional_permissions.parameter_path[*]

    content {
      sid       = "ReadParameters"
      actions   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
      resources = ["arn:${local.partition}:ssm:${var.region}:${var.account_id}:parameter${statement.value}", "arn:${local.partition}:ssm:${var.region}:${var.account_id}:parameter${statement.value}/*"]
    }
  }
}
