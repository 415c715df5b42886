import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReactElement } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { rootRouteRef } from '../routes';
import {
  FixtureMlinfraApi,
  type FixtureAnswers,
} from '../testing/FixtureMlinfraApi';

/** Renders something outside of any entity's page. */
export function renderWithMlinfra(
  element: ReactElement,
  answers: FixtureAnswers = {},
): FixtureMlinfraApi {
  const api = new FixtureMlinfraApi(answers);
  renderInTestApp(element, {
    apis: [[mlinfraApiRef, api], mockApis.permission()],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/mlinfra': rootRouteRef,
    },
  });
  return api;
}
