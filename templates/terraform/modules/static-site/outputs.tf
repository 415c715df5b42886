output "url" {
  description = "URL of the site, without a slash at the end."
  value       = "https://${var.domain == null ? aws_cloudfront_distribution.this.domain_name : var.domain.name}"
}

output "bucket_name" {
  description = "Bucket that the site's files are copied to."
  value       = module.bucket.name
}

output "distribution_id" {
  description = "Id of the distribution, to clear its cache after a change."
  value       = aws_cloudfront_distribution.this.id
}

output "minimum_protocol_version" {
  description = "Oldest TLS that visitors may use, as CloudFront names it."
  value       = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version
}
