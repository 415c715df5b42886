import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { mlinfraApiRef } from '../../../api/mlinfraApiRef';
import { rootRouteRef } from '../../../routes';
import {
  FixtureMlinfraApi,
  type FixtureAnswers,
} from '../../../testing/FixtureMlinfraApi';

/** Renders a page of the fleet at an address, with the browser's address and its way back. */
export function renderAtAddress(
  element: ReactElement,
  address: string,
  answers: FixtureAnswers = {},
  signals?: SignalApi,
): FixtureMlinfraApi {
  const api = new FixtureMlinfraApi(answers);
  renderInTestApp(
    <>
      {element}
      <Browser />
    </>,
    {
      apis: [
        [mlinfraApiRef, api],
        mockApis.permission(),
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/mlinfra': rootRouteRef,
      },
      initialRouteEntries: [address],
    },
  );
  return api;
}

function Browser() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="address">{`${pathname}${search}`}</output>
      <button type="button" onClick={() => navigate(-1)}>
        Back of the browser
      </button>
    </>
  );
}
