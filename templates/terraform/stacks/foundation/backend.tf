# Bucket and region differ per environment and come from environments/<environment>/backend.hcl:
#   terraform init -reconfigure -backend-config=../../environments/<environment>/backend.hcl
terraform {
  backend "s3" {
    key          = "foundation/terraform.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
