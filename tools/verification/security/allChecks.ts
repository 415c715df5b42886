import type { ResourceCheck, StatementCheck } from './Check';
import { apiGatewayChecks } from './checks/apiGateway';
import { bucketChecks } from './checks/buckets';
import { containerChecks } from './checks/containers';
import { dataChecks } from './checks/data';
import { databaseChecks } from './checks/databases';
import { imageChecks } from './checks/images';
import { lambdaChecks } from './checks/lambda';
import { loadBalancerChecks } from './checks/loadBalancers';
import { monitoringChecks } from './checks/monitoring';
import { networkChecks } from './checks/networks';
import { policyChecks } from './checks/policies';
import { roleChecks } from './checks/roles';
import { siteChecks } from './checks/sites';
import { trailChecks } from './checks/trails';

/** Every check of resources. */
export const RESOURCE_CHECKS: ResourceCheck[] = [
  ...apiGatewayChecks,
  ...lambdaChecks,
  ...bucketChecks,
  ...imageChecks,
  ...containerChecks,
  ...dataChecks,
  ...databaseChecks,
  ...loadBalancerChecks,
  ...networkChecks,
  ...monitoringChecks,
  ...trailChecks,
  ...siteChecks,
  ...roleChecks,
];

/** Every check of policies' statements. */
export const STATEMENT_CHECKS: StatementCheck[] = policyChecks;
