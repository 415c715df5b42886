output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "regional_domain_name" {
  description = "Domain by which a CloudFront distribution reaches the bucket."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "log_target_name" {
  description = "Name of the bucket for access_log_bucket of others, which then wait until its policy lets their logs in."
  value       = var.name

  depends_on = [aws_s3_bucket_policy.this]
}

output "expiration_days" {
  description = "Days after which any object of the bucket is deleted; null where they are kept."
  value       = one([for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.expiration[0].days if rule.id == "expire"])
}

output "prefix_expirations" {
  description = "Prefix => days after which objects below it are deleted."
  value = {
    for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.filter[0].prefix => rule.expiration[0].days
    if contains([for name in keys(var.expiration_rules) : "expire-${name}"], rule.id)
  }
}

output "versioned" {
  description = "Whether the bucket keeps noncurrent versions."
  value       = length(aws_s3_bucket_versioning.this) > 0
}

output "reader_distribution_arns" {
  description = "CloudFront distributions that the bucket's policy lets read its objects."
  value = flatten([
    for statement in data.aws_iam_policy_document.this.statement :
    [for condition in statement.condition : tolist(condition.values)] if statement.sid == "CloudFrontReads"
  ])
}

output "tags" {
  description = "Every tag the bucket carries, the provider's default tags included."
  value       = aws_s3_bucket.this.tags_all
}
