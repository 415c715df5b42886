output "api_endpoint" {
  description = "URL to send audio to (POST)."
  value       = "${module.api.base_url}/predict"
}

output "api_base_url" {
  description = "URL of the API's stage; the other paths follow it."
  value       = module.api.base_url
}

output "api_key" {
  description = "API key for the header x-api-key; null where none is required. Show it with: terraform output -raw api_key"
  value       = module.api.api_key
  sensitive   = true
}

output "ecr_repository_url" {
  description = "Where the function's image is pushed to, without a tag."
  value       = module.image_repository.repository_url
}

output "lambda_function_name" {
  description = "Name of the function."
  value       = module.function.name
}

output "input_bucket_name" {
  description = "Bucket that uploads go to."
  value       = module.input_bucket.name
}

output "output_bucket_name" {
  description = "Bucket that results are in."
  value       = module.output_bucket.name
}

output "alerts_topic_arn" {
  description = "SNS topic that alarms, budget alerts and failed jobs are sent to."
  value       = module.alerts.topic_arn
}

output "budget_name" {
  description = "Name of the monthly budget; null where another root watches it."
  value       = one(module.budget[*].name)
}
