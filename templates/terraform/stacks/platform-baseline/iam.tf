data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition
}

# What the program may do, whether it runs as a function or as a task.
data "aws_iam_policy_document" "serving" {
  statement {
    sid       = "ReadModels"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["${module.model_bucket.arn}/models/*"]
  }

  # Without it S3 answers "access denied" where a model is only missing.
  statement {
    sid       = "FindModels"
    actions   = ["s3:ListBucket"]
    resources = [module.model_bucket.arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["models/*"]
    }
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [module.encryption_key.key_arn]
  }

  dynamic "statement" {
    for_each = local.postgres ? [] : [module.database.arn]

    content {
      sid       = "KeepRecords"
      actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem", "dynamodb:Query"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = local.postgres ? [module.database.connection.secret_arn] : []

    content {
      sid       = "ReadDatabasePassword"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [statement.value]
    }
  }
}
