locals {
  image_uris = {
    for image in ["api", "ui"] : image =>
    var.image_uris[image] == null ? "${module.image_repository[image].repository_url}:latest" : var.image_uris[image]
  }
}

# api: the function's. ui: the container's.
module "image_repository" {
  source   = "../../modules/image-repository"
  for_each = toset(["api", "ui"])

  name                  = local.names["${each.key}-image"]
  immutable_tags        = var.environment == "prod"
  image_retention_count = var.image_retention_count
  kms_key_arn           = local.kms_key_arn
  force_delete          = var.force_destroy

  # Put together, not read from the function: the repository must exist before the first image, and the image before the function.
  lambda_function_arns = each.key == "api" ? ["arn:${local.partition}:lambda:${var.region}:${var.account_id}:function:${local.names["prediction-api"]}"] : []
}
