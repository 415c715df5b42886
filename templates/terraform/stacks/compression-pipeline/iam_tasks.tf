data "aws_partition" "current" {}

locals {
  partition = data.aws_partition.current.partition
}

# A step reads uploads and what any run wrote, for it may go on from another run. It writes its own results, and in a run
# that begins with it, copies of what the steps before it made.
data "aws_iam_policy_document" "step" {
  for_each = toset(local.steps)

  statement {
    sid       = "ReadModels"
    actions   = ["s3:GetObject"]
    resources = ["${module.model_bucket.arn}/uploads/*", "${module.model_bucket.arn}/runs/*"]
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
    sid     = "WriteResults"
    actions = ["s3:PutObject"]
    resources = concat(
      [for step in slice(local.steps, 0, index(local.steps, each.key) + 1) : "${module.model_bucket.arn}/runs/*/${step}/*"],
      ["${module.model_bucket.arn}/runs/*/metrics.json"],
    )
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
