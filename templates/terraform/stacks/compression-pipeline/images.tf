locals {
  image_uris = {
    for image in ["steps", "api"] : image =>
    var.image_uris[image] == null ? "${module.image_repository[image].repository_url}:latest" : var.image_uris[image]
  }
}

# steps: one image for all five tasks. api: the function's.
module "image_repository" {
  source   = "../../modules/image-repository"
  for_each = toset(["steps", "api"])

  name                  = local.names[each.key]
  immutable_tags        = var.environment == "prod"
  image_retention_count = var.image_retention_count
  kms_key_arn           = local.kms_key_arn
  force_delete          = var.force_destroy

  # Put together, not read from the function: the repository must exist before the first image, and the image before the function.
  lambda_function_arns = each.key == "api" ? ["arn:${local.partition}:lambda:${var.region}:${var.account_id}:function:${local.names["api"]}"] : []
}
