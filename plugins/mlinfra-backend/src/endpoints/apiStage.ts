const STAGE = /::\/(?:restapis|apis)\/([^/]+)(?:\/stages\/(.+))?$/;

/** The API and the stage that the id of an endpoint names; undefined where it is no API's. */
export function apiStage(
  endpointId: string,
): { apiId: string; stage?: string } | undefined {
  const [, apiId, stage] = STAGE.exec(endpointId) ?? [];
  return apiId === undefined ? undefined : { apiId, stage };
}
