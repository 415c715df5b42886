module "static_site" {
  source = "../../modules/static-site"
  count  = var.static_site ? 1 : 0

  name              = local.names["site-access"]
  bucket_name       = local.names["site"]
  description       = "Site of ${local.names["pipeline"]}"
  domain            = var.static_site_domain
  access_log_bucket = module.access_logs_bucket.log_target_name
  force_destroy     = var.force_destroy
}

check "site_certificate" {
  assert {
    condition     = !var.static_site || var.static_site_domain != null
    error_message = "The static site has CloudFront's own domain, whose certificate also accepts TLS 1.0 and 1.1. Set static_site_domain (a name, and a certificate in us-east-1) to accept TLS 1.2 and later only."
  }
}
