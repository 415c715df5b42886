output "api_endpoint" {
  description = "URL of the API with its stage; its routes follow it: /predict, /health."
  value       = module.api.base_url
}

output "ui_url" {
  description = "URL of the page under the load balancer's own domain. With a certificate, use the name the certificate is for: point it to ui_domain."
  value       = module.load_balancer.url
}

output "ui_domain" {
  description = "Domain of the load balancer, for the alias of a name of your own."
  value       = module.load_balancer.domain
}

output "sagemaker_endpoint_name" {
  description = "Name of the SageMaker endpoint."
  value       = module.endpoint.name
}

output "model_data_url" {
  description = "Artifact that the endpoint serves."
  value       = module.endpoint.configuration.model_data_url
}

output "data_bucket_name" {
  description = "Bucket with the models (models/) and the data for training."
  value       = module.data_bucket.name
}

output "lambda_function_name" {
  description = "Name of the function behind the API."
  value       = module.function.name
}

output "ecr_repository_urls" {
  description = "Where the images are pushed to, without a tag: api and ui."
  value       = { for image, repository in module.image_repository : image => repository.repository_url }
}

output "ecs_cluster_name" {
  description = "ECS cluster that the page runs in."
  value       = module.cluster.name
}

output "ecs_service_name" {
  description = "ECS service that keeps the page running."
  value       = module.service.name
}

output "log_group_names" {
  description = "Logs of the API's function, the page and the model."
  value       = { api = module.function.log_group_name, page = module.task.log_group_name, model = module.endpoint.log_group_name }
}

output "deployment" {
  description = "With blue_green: application and deployment group (one name), what aws deploy create-deployment takes as --revision, and whether a newer version of the function waits for it. Null without."
  value = one([for deployment in module.blue_green : {
    application_name = deployment.application_name
    revision         = deployment.revision
    is_pending       = deployment.is_pending
  }])
}

output "network_id" {
  description = "Network (VPC) of the load balancer and the page."
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
