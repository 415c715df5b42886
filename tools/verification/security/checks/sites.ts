import { beside } from '../../plan/Plan';
import type { ResourceCheck } from '../Check';

const SITE = ['aws_cloudfront_distribution'];

/** What scanners ask of CloudFront. */
export const siteChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_34',
    also: ['AWS-0012'],
    title: 'A site is read by HTTPS',
    types: SITE,
    holds: site =>
      site.is(
        'default_cache_behavior.0.viewer_protocol_policy',
        'redirect-to-https',
        'https-only',
      ),
  },
  {
    id: 'CKV_AWS_68',
    also: ['AWS-0011'],
    title: 'A site stands behind a firewall',
    types: SITE,
    holds: site => site.has('web_acl_id'),
  },
  {
    id: 'CKV2_AWS_47',
    title: "Its firewall has the rules against Log4j's hole",
    types: SITE,
    holds: site => site.has('web_acl_id'),
  },
  {
    id: 'CKV_AWS_86',
    also: ['AWS-0010'],
    title: 'A site writes an access log',
    types: SITE,
    holds: site => site.has('logging_config'),
  },
  {
    id: 'CKV_AWS_174',
    also: ['AWS-0013'],
    title: 'A site speaks TLS 1.2 or newer',
    types: SITE,
    holds: site =>
      /^TLSv1\.[23]/.test(
        String(site.at('viewer_certificate.0.minimum_protocol_version')),
      ),
  },
  {
    id: 'CKV_AWS_216',
    title: 'A site is switched on',
    types: SITE,
    holds: site => site.is('enabled', true),
  },
  {
    id: 'CKV_AWS_305',
    title: 'A site has a first page',
    types: SITE,
    holds: site => site.has('default_root_object'),
  },
  {
    id: 'CKV_AWS_310',
    title: 'A site has a second source',
    types: SITE,
    holds: site => site.has('origin_group'),
  },
  {
    id: 'CKV_AWS_374',
    title: 'A site is for some countries only',
    types: SITE,
    holds: site =>
      !site.is('restrictions.0.geo_restriction.0.restriction_type', 'none'),
  },
  {
    id: 'CKV2_AWS_32',
    title: 'A site sets security headers',
    types: SITE,
    holds: site =>
      site.has('default_cache_behavior.0.response_headers_policy_id'),
  },
  {
    id: 'CKV2_AWS_42',
    title: 'A site has a certificate of its own',
    types: SITE,
    holds: site => site.has('viewer_certificate.0.acm_certificate_arn'),
  },
  {
    id: 'CKV2_AWS_46',
    title: "A site's bucket is read by CloudFront only",
    types: SITE,
    holds: (site, plan) =>
      beside(plan, site, 'aws_cloudfront_origin_access_control').length > 0 &&
      site
        .list('origin')
        .every((_, i) => site.has(`origin.${i}.origin_access_control_id`)),
  },
  {
    id: 'CKV2_AWS_54',
    title: 'A site reads from its source by current TLS',
    types: SITE,
    holds: site =>
      site
        .list('origin')
        .every((_, i) => !site.has(`origin.${i}.custom_origin_config`)),
  },
  {
    id: 'CKV2_AWS_72',
    title: 'A site reads from its source by HTTPS',
    types: SITE,
    holds: site =>
      site
        .list('origin')
        .every((_, i) => !site.has(`origin.${i}.custom_origin_config`)),
  },
  {
    id: 'CKV_AWS_259',
    title: 'Browsers keep to HTTPS',
    types: ['aws_cloudfront_response_headers_policy'],
    holds: policy =>
      Number(
        policy.at(
          'security_headers_config.0.strict_transport_security.0.access_control_max_age_sec',
        ),
      ) >= 31_536_000,
  },
];
