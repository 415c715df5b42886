import { beside } from '../../plan/Plan';
import type { PlannedResource } from '../../plan/PlannedResource';
import type { ResourceCheck } from '../Check';

const STAGES = ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'];

const isClosed = (method: PlannedResource) =>
  !method.is('authorization', 'NONE') || method.is('api_key_required', true);

/** What scanners ask of API Gateway, both kinds of APIs. */
export const apiGatewayChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_59',
    also: ['AWS-0004'],
    title: 'A method asks for an authorization or an API key',
    types: ['aws_api_gateway_method'],
    holds: isClosed,
  },
  {
    id: 'CKV2_AWS_70',
    title: 'A method has an authorization or an API key',
    types: ['aws_api_gateway_method'],
    holds: isClosed,
  },
  {
    id: 'CKV2_AWS_53',
    title: 'A method validates its requests',
    types: ['aws_api_gateway_method'],
    holds: method => method.has('request_validator_id'),
  },
  {
    id: 'CKV_AWS_73',
    also: ['AWS-0003'],
    title: 'A stage traces its requests',
    types: ['aws_api_gateway_stage'],
    holds: stage => stage.is('xray_tracing_enabled', true),
  },
  {
    id: 'CKV_AWS_76',
    also: ['AWS-0001'],
    title: 'A stage writes an access log',
    types: STAGES,
    holds: stage => stage.has('access_log_settings.0.destination_arn'),
  },
  {
    id: 'CKV2_AWS_4',
    title: 'A stage logs errors or everything of its executions',
    types: ['aws_api_gateway_stage'],
    holds: (stage, plan) =>
      beside(plan, stage, 'aws_api_gateway_method_settings').some(settings =>
        settings.is('settings.0.logging_level', 'ERROR', 'INFO'),
      ),
  },
  {
    id: 'CKV_AWS_276',
    title: 'Requests and answers are not written into the log',
    types: ['aws_api_gateway_method_settings'],
    holds: settings => settings.is('settings.0.data_trace_enabled', false),
  },
  {
    id: 'CKV_AWS_217',
    title: 'A deployment is made before the old one is deleted',
    types: ['aws_api_gateway_deployment'],
    holds: (deployment, plan) =>
      /create_before_destroy\s*=\s*true/.test(plan.sourceOf(deployment)),
  },
  {
    id: 'CKV_AWS_237',
    title: 'An API is made before the old one is deleted',
    types: ['aws_api_gateway_rest_api'],
    holds: (api, plan) =>
      /create_before_destroy\s*=\s*true/.test(plan.sourceOf(api)),
  },
  {
    id: 'CKV_AWS_120',
    also: ['AWS-0002'],
    title: 'A stage has a cache',
    types: ['aws_api_gateway_stage'],
    holds: stage => stage.is('cache_cluster_enabled', true),
  },
  {
    id: 'CKV_AWS_225',
    also: ['AWS-0190'],
    title: 'Methods answer from the cache',
    types: ['aws_api_gateway_method_settings'],
    holds: settings => settings.is('settings.0.caching_enabled', true),
  },
  {
    id: 'CKV_AWS_308',
    title: 'What is cached is encrypted',
    types: ['aws_api_gateway_method_settings'],
    holds: settings => settings.is('settings.0.cache_data_encrypted', true),
  },
  {
    id: 'CKV2_AWS_51',
    title: 'A stage knows its callers by a certificate',
    types: ['aws_api_gateway_stage'],
    holds: stage => stage.has('client_certificate_id'),
  },
  {
    id: 'CKV2_AWS_29',
    title: 'A public API stands behind a web application firewall',
    types: ['aws_api_gateway_stage'],
    holds: (stage, plan) =>
      beside(plan, stage, 'aws_wafv2_web_acl_association').length > 0,
  },
  {
    id: 'CKV2_AWS_77',
    title: "The firewall of an API has the rules against Log4j's hole",
    types: ['aws_api_gateway_stage'],
    holds: (stage, plan) =>
      beside(plan, stage, 'aws_wafv2_web_acl_association').length > 0,
  },
  {
    id: 'CKV_AWS_309',
    title: 'A route of an HTTP API says who may call it',
    types: ['aws_apigatewayv2_route'],
    holds: route => route.is('authorization_type', 'AWS_IAM', 'JWT', 'CUSTOM'),
  },
];
