data "aws_partition" "current" {}

locals {
  # Bucket, key and role name the trail that may use them, and the trail needs all three first: its ARN is put together.
  trail_arn = "arn:${data.aws_partition.current.partition}:cloudtrail:${var.region}:${var.account_id}:trail/${var.name}"
}
