module "image_repository" {
  source = "../../modules/image-repository"

  name                  = local.names["service"]
  immutable_tags        = var.environment == "prod"
  image_retention_count = var.image_retention_count
  kms_key_arn           = local.kms_key_arn
  force_delete          = var.force_destroy
}
