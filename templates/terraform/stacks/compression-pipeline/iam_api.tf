locals {
  execution_arns = "arn:${local.partition}:states:${var.region}:${var.account_id}:execution:${local.names["pipeline"]}:*"
}

data "aws_iam_policy_document" "api" {
  statement {
    sid       = "StartRuns"
    actions   = ["states:StartExecution"]
    resources = [module.pipeline.arn]
  }

  statement {
    sid       = "FollowRuns"
    actions   = ["states:DescribeExecution", "states:GetExecutionHistory"]
    resources = [local.execution_arns]
  }

  # A presigned URL can do what its signer may do: put an upload, get an upload or a result.
  statement {
    sid       = "TakeUploads"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.model_bucket.arn}/uploads/*"]
  }

  statement {
    sid       = "GiveResults"
    actions   = ["s3:GetObject"]
    resources = ["${module.model_bucket.arn}/runs/*"]
  }

  # Without it S3 answers "access denied" where a file is only missing.
  statement {
    sid       = "FindModels"
    actions   = ["s3:ListBucket"]
    resources = [module.model_bucket.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["uploads/*", "runs/*"]
    }
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
