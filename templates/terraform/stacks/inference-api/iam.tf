data "aws_partition" "current" {}

locals {
  model_bucket_arn = var.model_s3_bucket == null ? null : "arn:${data.aws_partition.current.partition}:s3:::${var.model_s3_bucket}"

  # A key with a slash at its end is a folder. Without one it is an object, or a folder written without its slash; "model"
  # must not open "model-of-another-team".
  model_keys = var.model_s3_key == null ? [] : endswith(var.model_s3_key, "/") ? ["${var.model_s3_key}*"] : [var.model_s3_key, "${var.model_s3_key}/*"]
}

data "aws_iam_policy_document" "data" {
  statement {
    sid       = "Inputs"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"]
    resources = ["${module.input_bucket.arn}/inputs/*"]
  }

  statement {
    sid       = "Predictions"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"]
    resources = ["${module.output_bucket.arn}/predictions/*"]
  }

  dynamic "statement" {
    for_each = local.model_bucket_arn == null ? [] : [local.model_bucket_arn]

    content {
      sid       = "ReadModel"
      actions   = ["s3:GetObject"]
      resources = [for key in local.model_keys : "${statement.value}/${key}"]
    }
  }

  dynamic "statement" {
    for_each = local.model_bucket_arn == null ? [] : [local.model_bucket_arn]

    content {
      sid       = "ListModel"
      actions   = ["s3:ListBucket"]
      resources = [statement.value]

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = local.model_keys
      }
    }
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
