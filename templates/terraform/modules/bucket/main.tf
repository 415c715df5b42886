resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:access_log_bucket switches the access log on; only the log bucket itself and the state bucket go without
  #checkov:skip=CKV_AWS_21:versioning is the caller's choice; what is deleted after days on purpose must not live on as a version
  #checkov:skip=CKV_AWS_143:What the stacks keep is deleted by its lifecycle; a lock would hold data that a person has asked to delete
  #trivy:ignore:AWS-0170 Only the account's root user can switch deletion with a second factor on, and not by Terraform
  #checkov:skip=CKV_AWS_144:A second region doubles the cost and moves data out of the region that was chosen for it
  #checkov:skip=CKV_AWS_145:kms_key_arn switches the customer managed key on; access logs can only be delivered under S3's own keys
  #checkov:skip=CKV2_AWS_62:Nothing subscribes to events of these buckets
  bucket        = var.name
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    # One data key per bucket instead of one per object: the key's requests would otherwise cost more than the storage.
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  count  = var.versioning ? 1 : 0
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  count  = var.cors == null ? 0 : 1
  bucket = aws_s3_bucket.this.id

  cors_rule {
    allowed_origins = var.cors.allowed_origins
    allowed_methods = var.cors.allowed_methods
    allowed_headers = var.cors.allowed_headers
    expose_headers  = var.cors.expose_headers
    max_age_seconds = var.cors.max_age_seconds
  }
}

resource "aws_s3_bucket_logging" "this" {
  count  = var.access_log_bucket == null ? 0 : 1
  bucket = aws_s3_bucket.this.id

  target_bucket = var.access_log_bucket
  target_prefix = "${var.name}/"
}
