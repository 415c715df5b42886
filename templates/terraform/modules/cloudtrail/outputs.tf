output "arn" {
  description = "ARN of the trail."
  value       = aws_cloudtrail.this.arn
}

output "log_group_name" {
  description = "Log group the events go to; null where they stay in the bucket only."
  value       = one(aws_cloudwatch_log_group.this[*].name)
}

output "configuration" {
  description = "What the trail records and how it is kept: all regions, validated files, customer managed key, CloudWatch Logs, and buckets whose objects are watched."
  value = {
    all_regions          = aws_cloudtrail.this.is_multi_region_trail
    validated            = aws_cloudtrail.this.enable_log_file_validation
    bucket_name          = aws_cloudtrail.this.s3_bucket_name
    customer_managed_key = var.kms_key_arn != null
    log_retention_days   = one(aws_cloudwatch_log_group.this[*].retention_in_days)
    watched_objects      = flatten([for selector in aws_cloudtrail.this.event_selector : [for resource in selector.data_resource : resource.values]])
  }
}
