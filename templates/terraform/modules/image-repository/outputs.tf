output "repository_url" {
  description = "Where images are pushed to, without a tag."
  value       = aws_ecr_repository.this.repository_url

  # A function may only be made from an image once Lambda is allowed to pull it.
  depends_on = [aws_ecr_repository_policy.this]
}

output "repository_arn" {
  description = "ARN of the repository."
  value       = aws_ecr_repository.this.arn
}

output "tag_mutability" {
  description = "MUTABLE or IMMUTABLE, as set on the repository."
  value       = aws_ecr_repository.this.image_tag_mutability
}
