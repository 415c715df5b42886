# A table for stacks that bring none. Which stack may use it, its own roles say: database_access_policy is what they need.
module "database" {
  source = "../../modules/database"
  count  = var.database ? 1 : 0

  name                  = local.names["records"]
  account_id            = var.account_id
  region                = var.region
  engine                = "dynamodb"
  backup_retention_days = var.backup_retention_days
  deletion_protection   = !var.force_destroy
  keep_last_copy        = !var.force_destroy
  kms_key_arn           = local.kms_key_arn
}

data "aws_iam_policy_document" "database_access" {
  count = var.database ? 1 : 0

  statement {
    sid       = "Records"
    actions   = ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
    resources = [module.database[0].arn]
  }

  dynamic "statement" {
    for_each = local.kms_key_arn == null ? [] : [local.kms_key_arn]

    content {
      sid       = "Key"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["dynamodb.${var.region}.amazonaws.com"]
      }
    }
  }
}
