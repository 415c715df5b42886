output "api_endpoint" {
  description = "URL to send one prediction to (POST)."
  value       = "${module.api.base_url}/predict"
}

output "api_batch_endpoint" {
  description = "URL to send many predictions to (POST)."
  value       = "${module.api.base_url}/batch"
}

output "api_base_url" {
  description = "URL of the API's stage; the paths follow it."
  value       = module.api.base_url
}

output "api_key" {
  description = "API key for the header x-api-key; null where none is required. Show it with: terraform output -raw api_key"
  value       = module.api.api_key
  sensitive   = true
}

output "ecr_repository_url" {
  description = "Where the image is pushed to, without a tag."
  value       = module.image_repository.repository_url
}

output "model_bucket_name" {
  description = "Bucket that models are put into, below models/."
  value       = module.model_bucket.name
}

output "lambda_function_name" {
  description = "Name of the function; null where tasks serve."
  value       = one(module.function[*].name)
}

output "ecs_cluster_name" {
  description = "Name of the cluster; null where a function serves."
  value       = one(module.cluster[*].name)
}

output "ecs_service_name" {
  description = "Name of the service; null where a function serves."
  value       = local.service_name
}

output "database_name" {
  description = "Name of the table or of the database instance."
  value       = module.database.name
}

output "database_connection" {
  description = "PostgreSQL only: host, port, database, and ARN of the secret with user and password; null for DynamoDB."
  value       = module.database.connection
}

output "network_id" {
  description = "Network (VPC); null where there is none."
  value       = local.in_network ? local.network.id : null
}

output "deployment" {
  description = "With blue_green: application and deployment group (one name), what aws deploy create-deployment takes as --revision, and, for a function, whether a newer version waits for it. Null without."
  value = one([for deployment in module.blue_green : {
    application_name = deployment.application_name
    revision         = deployment.revision
    is_pending       = deployment.is_pending
  }])
}

output "backup_vault_name" {
  description = "Vault of the backups; null without."
  value       = one(module.backups[*].vault_name)
}

output "backup_role_arn" {
  description = "ARN of the role by which AWS Backup restores; null without backups."
  value       = one(module.backups[*].role_arn)
}

output "audit_trail_arn" {
  description = "ARN of the trail; null without."
  value       = one(module.cloudtrail[*].arn)
}

output "dashboard_url" {
  description = "Where the dashboard is seen; null without."
  value       = one(module.dashboard[*].url)
}

output "requirements" {
  description = "Every requirement that this stack answers to as it was chosen: id, what it asks, module, and addresses of the resources."
  value       = local.requirements
}

output "alerts_topic_arn" {
  description = "SNS topic that alarms, budget alerts and failed deployments are sent to."
  value       = module.alerts.topic_arn
}

output "budget_name" {
  description = "Name of the monthly budget; null where another root watches it."
  value       = one(module.budget[*].name)
}
