# What the service may do: read and write these two buckets. It deletes nothing; what is old expires.
data "aws_iam_policy_document" "service" {
  statement {
    sid       = "ReadAndWriteFiles"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.files_bucket.arn}/*"]
  }

  statement {
    sid       = "ReadAndWriteData"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.data_bucket.arn}/*"]
  }

  # Without it S3 answers "access denied" where an object is only missing.
  statement {
    sid       = "FindObjects"
    actions   = ["s3:ListBucket"]
    resources = [module.files_bucket.arn, module.data_bucket.arn]
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
