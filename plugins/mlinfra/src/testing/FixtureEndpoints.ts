import { NotFoundError } from '@backstage/errors';
import type {
  Endpoint,
  EndpointDetailsResponse,
  EndpointMetricsResponse,
  EntityEndpointsResponse,
  EntityRef,
  MetricRange,
  TryEndpointRequest,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import {
  endpoint,
  endpointDetails,
  endpointMetrics,
  endpointsResponse,
  everyKind,
  failedEndpoint,
  metricsResponse,
  tryAnswer,
} from './fixtures';
import { FixtureRuns, type FixtureRunAnswers } from './FixtureRuns';

/** What the fixtures answer about endpoints instead of the usual. */
export interface FixtureEndpointAnswers extends FixtureRunAnswers {
  endpoints?: (entityRef: EntityRef) => Promise<EntityEndpointsResponse>;
  /** The endpoints of the fleet, and those that have a page. */
  endpointRows?: Endpoint[];
  entityMetrics?: (
    entityRef: EntityRef,
    range: MetricRange,
  ) => Promise<EndpointMetricsResponse>;
  endpointDetails?: (key: string) => Promise<EndpointDetailsResponse>;
  endpointMetrics?: (
    key: string,
    range: MetricRange,
  ) => Promise<EndpointMetricsResponse>;
  tryEndpoint?: (
    key: string,
    request: TryEndpointRequest,
  ) => Promise<TryEndpointResponse>;
}

/** The part of the backend's API that is about endpoints, answered from fixtures. */
export class FixtureEndpoints extends FixtureRuns {
  constructor(protected readonly answers: FixtureEndpointAnswers = {}) {
    super(answers);
  }

  async getEntityEndpoints(
    entityRef: EntityRef,
  ): Promise<EntityEndpointsResponse> {
    return (
      this.answers.endpoints?.(entityRef) ?? endpointsResponse({ entityRef })
    );
  }

  async getEntityMetrics(
    entityRef: EntityRef,
    { range = '24h' }: { range?: MetricRange } = {},
  ): Promise<EndpointMetricsResponse> {
    if (this.answers.entityMetrics) {
      return this.answers.entityMetrics(entityRef, range);
    }
    return metricsResponse({
      range,
      items: [...everyKind(), ...this.endpointRows()].map(each =>
        metricsOf(each, range),
      ),
    });
  }

  async getEndpoint(key: string): Promise<EndpointDetailsResponse> {
    return (
      this.answers.endpointDetails?.(key) ??
      endpointDetails({ endpoint: this.endpointOf(key) })
    );
  }

  async getEndpointMetrics(
    key: string,
    { range = '24h' }: { range?: MetricRange } = {},
  ): Promise<EndpointMetricsResponse> {
    if (this.answers.endpointMetrics) {
      return this.answers.endpointMetrics(key, range);
    }
    const details = await this.getEndpoint(key);
    return metricsResponse({
      range,
      items: [metricsOf(details.endpoint, range)],
    });
  }

  async tryEndpoint(
    key: string,
    request: TryEndpointRequest,
  ): Promise<TryEndpointResponse> {
    if (this.answers.tryEndpoint) {
      return this.answers.tryEndpoint(key, request);
    }
    const { requests } = await this.getEndpoint(key);
    if (!requests.some(({ id }) => id === request.request)) {
      throw new NotFoundError(
        `The endpoint answers no request ${request.request}.`,
      );
    }
    return tryAnswer();
  }

  protected endpointRows(): Endpoint[] {
    return this.answers.endpointRows ?? [endpoint(), failedEndpoint()];
  }

  private endpointOf(key: string): Endpoint {
    const found = this.endpointRows().find(each => each.key === key);
    if (!found) {
      throw new NotFoundError(`There is no endpoint ${key} that you may see.`);
    }
    return found;
  }
}

function metricsOf({ key, services }: Endpoint, range: MetricRange) {
  return endpointMetrics(key, range, services.length > 0);
}
