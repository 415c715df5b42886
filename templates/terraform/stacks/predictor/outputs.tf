output "api_gateway_url" {
  description = "URL of the API; its routes follow it, such as /predictions."
  value       = module.api.base_url
}

output "ecr_repository_url" {
  description = "Where the service's image is pushed to, without a tag."
  value       = module.image_repository.repository_url
}

output "s3_files_bucket_name" {
  description = "Bucket of uploaded files."
  value       = module.files_bucket.name
}

output "s3_data_bucket_name" {
  description = "Bucket of processed data."
  value       = module.data_bucket.name
}

output "ecs_cluster_name" {
  description = "ECS cluster the service runs in."
  value       = module.cluster.name
}

output "ecs_service_name" {
  description = "Name of the ECS service."
  value       = local.service_name
}

output "backend_environment_variables" {
  description = "Environment of the service's container, and the region: enough to run it elsewhere against the same buckets. No secrets."
  value       = merge(local.container_environment, { AWS_REGION = var.region })
}

output "deployment" {
  description = "With blue_green: application and deployment group (one name), and what aws deploy create-deployment takes as --revision. Null without."
  value = one([for deployment in module.blue_green : {
    application_name = deployment.application_name
    revision         = deployment.revision
  }])
}

output "log_group_name" {
  description = "Log group of the service's tasks."
  value       = module.task.log_group_name
}

output "network_id" {
  description = "Network (VPC) that the service runs in."
  value       = local.network.id
}

output "alerts_topic_arn" {
  description = "SNS topic that alarms and budget alerts are sent to."
  value       = module.alerts.topic_arn
}

output "budget_name" {
  description = "Name of the monthly budget; null where another root watches it."
  value       = one(module.budget[*].name)
}
