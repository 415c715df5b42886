import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { useState, type ReactElement } from 'react';
import { act } from '@testing-library/react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { componentEntity } from '../testing/fixtures';
import {
  FixtureMlinfraApi,
  type FixtureAnswers,
} from '../testing/FixtureMlinfraApi';

/** What a test may set apart from the API's answers. */
export interface RenderOptions {
  entity?: Entity;
  /** Names of permissions that the reader does not have. */
  denied?: string[];
}

/** What a test may do with a page. */
export interface RenderedPage {
  api: FixtureMlinfraApi;
  /** Goes to another entity's page without leaving the component. */
  showEntity: (entity: Entity) => void;
}

/** Renders something on an entity's page, with all routes it may link to. */
export function renderOnEntity(
  element: ReactElement,
  answers: FixtureAnswers = {},
  options: RenderOptions = {},
): RenderedPage {
  const { entity = componentEntity(), denied = [] } = options;
  const api = new FixtureMlinfraApi(answers);
  let show: (entity: Entity) => void = () => {};
  function Page() {
    const [shown, setShown] = useState(entity);
    show = setShown;
    return <EntityProvider entity={shown}>{element}</EntityProvider>;
  }

  renderInTestApp(<Page />, {
    apis: [
      [mlinfraApiRef, api],
      mockApis.permission({
        authorize: ({ permission }) =>
          denied.includes(permission.name) ? 'DENY' : 'ALLOW',
      }),
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/entity-tab': entityContentRouteRef,
      '/mlinfra': rootRouteRef,
    },
  });
  return { api, showEntity: other => act(() => show(other)) };
}
