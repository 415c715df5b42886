import type { AwsStandIn, StandInRequest } from './AwsStandIn';

/** What a region of the stand-in holds; in AWS's own form. */
export interface StandInRegion {
  tagged?: { ResourceARN: string; Tags: { Key: string; Value: string }[] }[];
  restApis?: { id: string; name: string; tags?: object }[];
  restStages?: Record<string, object[]>;
  restResources?: Record<string, object[]>;
  httpApis?: object[];
  httpStages?: Record<string, object[]>;
  httpRoutes?: Record<string, object[]>;
  httpIntegrations?: Record<string, object[]>;
  functions?: { FunctionName: string; FunctionArn: string }[];
  functionStates?: Record<string, object>;
  budgets?: object[];
  budgetTags?: Record<string, { Key: string; Value: string }[]>;
}

/** Answers every read of a region, in pages as small as asked for here. */
export function standInRegion(
  aws: AwsStandIn,
  region: StandInRegion,
  pageSize = 100,
): void {
  const paged = (items: object[] | undefined, token: unknown) => {
    const start = Number(token ?? 0);
    const end = start + pageSize;
    const all = items ?? [];
    return {
      page: all.slice(start, end),
      next: end < all.length ? String(end) : undefined,
    };
  };
  const apiId = ({ path }: StandInRequest) =>
    path.replace('/v2', '').split('/')[2];

  aws.on('tagging:GetResources', ({ body }) => {
    const { page, next } = paged(
      region.tagged,
      body.PaginationToken || undefined,
    );
    return {
      body: { ResourceTagMappingList: page, PaginationToken: next ?? '' },
    };
  });
  aws.on('apigateway:GetRestApis', ({ query }) => {
    const { page, next } = paged(region.restApis, query.get('position'));
    return { body: { item: page, position: next } };
  });
  aws.on('apigateway:GetStages', request => ({
    body: { item: region.restStages?.[apiId(request)] ?? [] },
  }));
  aws.on('apigateway:GetResources', request => {
    const { page, next } = paged(
      region.restResources?.[apiId(request)],
      request.query.get('position'),
    );
    return { body: { item: page, position: next } };
  });
  const http = (
    operation: string,
    items: (request: StandInRequest) => object[] | undefined,
  ) =>
    aws.on(operation, request => {
      const { page, next } = paged(
        items(request),
        request.query.get('nextToken'),
      );
      return { body: { items: page, nextToken: next } };
    });
  http('apigatewayv2:GetApis', () => region.httpApis);
  http('apigatewayv2:GetStages', each => region.httpStages?.[apiId(each)]);
  http('apigatewayv2:GetRoutes', each => region.httpRoutes?.[apiId(each)]);
  http(
    'apigatewayv2:GetIntegrations',
    each => region.httpIntegrations?.[apiId(each)],
  );
  aws.on('lambda:ListFunctions', ({ query }) => {
    const { page, next } = paged(region.functions, query.get('Marker'));
    return { body: { Functions: page, NextMarker: next } };
  });
  aws.on('lambda:GetFunctionConfiguration', ({ path }) => {
    const name = decodeURIComponent(path.split('/')[3]);
    const state = region.functionStates?.[name];
    return state
      ? { body: { FunctionName: name, ...state } }
      : {
          status: 404,
          body: { Message: `Function not found: ${name}` },
          headers: { 'x-amzn-ErrorType': 'ResourceNotFoundException' },
        };
  });
  aws.on('budgets:DescribeBudgets', ({ body }) => {
    const { page, next } = paged(region.budgets, body.NextToken);
    return { body: { Budgets: page, NextToken: next } };
  });
  aws.on('budgets:ListTagsForResource', ({ body }) => ({
    body: { ResourceTags: region.budgetTags?.[String(body.ResourceARN)] ?? [] },
  }));
}
