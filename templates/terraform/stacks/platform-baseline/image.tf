module "image_repository" {
  source = "../../modules/image-repository"

  name                  = local.names["image"]
  immutable_tags        = var.environment == "prod"
  image_retention_count = var.image_retention_count
  kms_key_arn           = local.kms_key_arn
  force_delete          = var.force_destroy

  # Put together, not read from the function: the repository must exist before the first image, and the image before the function.
  lambda_function_arns = local.on_ecs ? [] : ["arn:${local.partition}:lambda:${var.region}:${var.account_id}:function:${local.names["serving"]}"]
}

locals {
  image_uri = var.image_uri == null ? "${module.image_repository.repository_url}:latest" : var.image_uri
}
