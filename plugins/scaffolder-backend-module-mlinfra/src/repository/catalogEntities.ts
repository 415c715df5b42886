import type { Entity } from '@backstage/catalog-model';
import {
  chosenEnvironments,
  componentEntityRef,
  MLINFRA_ANNOTATIONS,
} from '@mlinfra/plugin-mlinfra-common';
import type { RepositoryRequest } from '../request/RepositoryRequest';

const API_VERSION = 'backstage.io/v1alpha1';

/**
 * The repository's catalog entities: the component, the system it belongs to,
 * its API where a stack serves one, one resource per environment, and in each
 * environment those that the stacks name.
 *
 * @param apiDefinitions - OpenAPI document per stack id
 */
export function catalogEntities(
  request: RepositoryRequest,
  options: { templateVersion: string; apiDefinitions: Map<string, string> },
): Entity[] {
  const { identity, targets, stacks } = request;
  const { name, owner } = identity;
  const environments = chosenEnvironments(targets);
  const annotations = {
    [MLINFRA_ANNOTATIONS.stacks]: stacks.map(s => s.definition.id).join(','),
    [MLINFRA_ANNOTATIONS.environments]: environments
      .map(({ environment }) => environment)
      .join(','),
    [MLINFRA_ANNOTATIONS.templateVersion]: options.templateVersion,
    'backstage.io/techdocs-ref': 'dir:.',
  };
  const described = identity.description
    ? { description: identity.description }
    : {};
  const lifecycle = targets.prod ? 'production' : 'experimental';
  const apis = stacks.flatMap(({ definition }) => {
    const document = options.apiDefinitions.get(definition.id);
    return document === undefined
      ? []
      : [
          {
            name: apiName(request, definition.id),
            title: definition.title,
            document,
          },
        ];
  });

  const resources = stackResources(request);

  const system: Entity = {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: { name, ...described },
    spec: { owner },
  };
  const component: Entity = {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name,
      ...described,
      annotations,
      tags: ['aws', 'machine-learning', 'terraform'],
    },
    spec: {
      type: 'service',
      lifecycle,
      owner,
      system: name,
      ...(apis.length > 0 ? { providesApis: apis.map(api => api.name) } : {}),
      dependsOn: [
        ...environments.map(({ environment }) =>
          environmentName(request, environment),
        ),
        ...resources.map(resource => resource.name),
      ].map(resource => `resource:${resource}`),
    },
  };
  return [
    component,
    system,
    ...apis.map(api => ({
      apiVersion: API_VERSION,
      kind: 'API',
      metadata: {
        name: api.name,
        title: `${name}: ${api.title}`,
        ...described,
      },
      spec: {
        type: 'openapi',
        lifecycle,
        owner,
        system: name,
        definition: api.document,
      },
    })),
    ...environments.map(({ environment, target }) => ({
      apiVersion: API_VERSION,
      kind: 'Resource',
      metadata: {
        name: environmentName(request, environment),
        title: `${name} in ${environment}`,
        description: `What ${name} runs on in ${environment}: AWS account ${target.accountId}, region ${target.region}`,
      },
      spec: { type: 'aws-environment', owner, system: name },
    })),
    ...resources.map(resource => ({
      apiVersion: API_VERSION,
      kind: 'Resource',
      metadata: { name: resource.name, title: resource.title },
      spec: {
        type: resource.type,
        owner,
        system: name,
        dependsOn: [
          `resource:${environmentName(request, resource.environment)}`,
        ],
      },
    })),
  ];
}

/**
 * References of everything that the repository may bring into the catalog,
 * known before its content is: each stack counts as one with an API.
 */
export function catalogEntityRefs(request: RepositoryRequest): string[] {
  const { identity, targets, stacks } = request;
  return [
    componentEntityRef(identity.name),
    `system:default/${identity.name}`,
    ...stacks.map(
      ({ definition }) => `api:default/${apiName(request, definition.id)}`,
    ),
    ...chosenEnvironments(targets).map(
      ({ environment }) =>
        `resource:default/${environmentName(request, environment)}`,
    ),
    ...stackResources(request).map(
      resource => `resource:default/${resource.name}`,
    ),
  ];
}

function stackResources(request: RepositoryRequest) {
  const { identity, targets, stacks } = request;
  return chosenEnvironments(targets).flatMap(({ environment }) =>
    stacks.flatMap(({ definition }) =>
      definition.resources.map(({ part, title, type }) => ({
        name: `${environmentName(request, environment)}-${part}`,
        title: `${title} of ${identity.name} in ${environment}`,
        type,
        environment,
      })),
    ),
  );
}

function apiName({ identity, stacks }: RepositoryRequest, id: string): string {
  return stacks.length === 1 ? identity.name : `${identity.name}-${id}`;
}

function environmentName(
  { identity }: RepositoryRequest,
  environment: string,
): string {
  return `${identity.name}-${environment}`;
}
