# Policies that AWS manages have the same id in every account.
locals {
  caching_optimized_policy_id = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  security_headers_policy_id  = "67f7725c-6f97-4210-82d7-5512b31e9d03"
}

module "bucket" {
  source = "../bucket"

  name                      = var.bucket_name
  force_destroy             = var.force_destroy
  access_log_bucket         = var.access_log_bucket
  read_by_distribution_arns = [aws_cloudfront_distribution.this.arn]
}

resource "aws_cloudfront_origin_access_control" "this" {
  name                              = var.name
  description                       = var.description
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_68:The site is static and public; a web ACL costs from 6 USD a month
  #checkov:skip=CKV_AWS_86:The bucket's access log holds what CloudFront fetched; what it served from its cache is in its metrics
  #checkov:skip=CKV_AWS_174:With a domain TLS 1.2 is the least; the certificate of CloudFront's own domain knows no such setting
  #checkov:skip=CKV_AWS_310:One bucket holds the site; there is nothing to fail over to
  #checkov:skip=CKV_AWS_374:The site is for readers anywhere
  #checkov:skip=CKV2_AWS_42:domain brings a certificate of its own; without it the site has CloudFront's name and certificate
  #checkov:skip=CKV2_AWS_47:The site is static and public; a web ACL costs from 6 USD a month
  enabled             = true
  comment             = var.description
  default_root_object = "index.html"
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  price_class         = var.price_class
  aliases             = var.domain == null ? [] : [var.domain.name]

  origin {
    origin_id                = "bucket"
    domain_name              = module.bucket.regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  default_cache_behavior {
    target_origin_id           = "bucket"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = local.caching_optimized_policy_id
    response_headers_policy_id = local.security_headers_policy_id
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  # The certificate of CloudFront's own domain comes with a fixed set of TLS versions.
  viewer_certificate {
    cloudfront_default_certificate = var.domain == null ? true : null
    acm_certificate_arn            = var.domain == null ? null : var.domain.certificate_arn
    ssl_support_method             = var.domain == null ? null : "sni-only"
    minimum_protocol_version       = var.domain == null ? "TLSv1" : "TLSv1.2_2021"
  }
}
