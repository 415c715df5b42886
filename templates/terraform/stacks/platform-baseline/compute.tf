# One setting for the whole account and region: every new volume of EC2 is encrypted, whoever makes it. Destroying the
# stack switches it off again, so exactly one root may have it on.
resource "aws_ebs_encryption_by_default" "this" {
  count   = var.ebs_encryption ? 1 : 0
  enabled = true
}

resource "aws_ebs_default_kms_key" "this" {
  count   = var.ebs_encryption && var.customer_managed_key ? 1 : 0
  key_arn = module.encryption_key.key_arn
}
