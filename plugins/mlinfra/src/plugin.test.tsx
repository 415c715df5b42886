import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityMlinfraBudgetCard,
  EntityMlinfraContent,
  EntityMlinfraEndpointsCard,
  EntityMlinfraRunsCard,
  isMlinfraAvailable,
  isPipelineAvailable,
  mlinfraApiRef,
  MlinfraPage,
  mlinfraPlugin,
} from '.';
import { FixtureMlinfraApi } from './testing/FixtureMlinfraApi';
import { componentEntity, pipelineEntity } from './testing/fixtures';

function render(element: ReactElement, initialPath = '/') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [mlinfraApiRef, new FixtureMlinfraApi()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={componentEntity()}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [initialPath],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('mlinfra in the old frontend system', () => {
  it('shows the endpoints card', async () => {
    await render(<EntityMlinfraEndpointsCard />);
    expect(await screen.findByText('Live')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open API docs' })).toHaveAttribute(
      'href',
      '/catalog/default/api/speech/definition',
    );
  });

  it('shows the budget card', async () => {
    await render(<EntityMlinfraBudgetCard />);
    expect(await screen.findByText('Within budget')).toBeInTheDocument();
  });

  it('shows the runs card', async () => {
    await render(<EntityMlinfraRunsCard />);
    expect(await screen.findByText('Running')).toBeInTheDocument();
  });

  it('shows the tab', async () => {
    await render(
      <Routes>
        <Route path="/tab" element={<EntityMlinfraContent />} />
      </Routes>,
      '/tab',
    );
    expect(await screen.findByText('Example request')).toBeInTheDocument();
    expect(await screen.findByText('Within budget')).toBeInTheDocument();
  });

  it.each([
    ['/mlinfra', 'speech'],
    ['/mlinfra/endpoints/rest-dev00000000000000', 'What answers'],
    ['/mlinfra/runs', 'Running'],
    ['/mlinfra/runs/failed0000000000000000', /run-20261120-1701/],
    [
      '/mlinfra/runs/compare?a=failed0000000000000000&b=succeeded0000000000000',
      /run-20261121-0912/,
    ],
    ['/mlinfra/budgets', '$1,411.20'],
    ['/mlinfra/accounts', 'Up to date'],
  ])('shows the page %s', async (path, text) => {
    await render(
      <Routes>
        <Route path="/mlinfra/*" element={<MlinfraPage />} />
      </Routes>,
      path,
    );
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.getByText('ML infrastructure')).toBeInTheDocument();
  });

  it('brings its API', () => {
    expect([...mlinfraPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      'plugin.mlinfra.api',
    ]);
  });
});

describe('isMlinfraAvailable', () => {
  it('is true only for components that were generated', () => {
    const plain = componentEntity();
    plain.metadata.annotations = {};
    expect(isMlinfraAvailable(componentEntity())).toBe(true);
    expect(isMlinfraAvailable(plain)).toBe(false);
    expect(isMlinfraAvailable(componentEntity('x', { kind: 'API' }))).toBe(
      false,
    );
  });
});

describe('isPipelineAvailable', () => {
  it('is true only for components that were generated with a pipeline', () => {
    expect(isPipelineAvailable(pipelineEntity())).toBe(true);
    expect(isPipelineAvailable(componentEntity())).toBe(false);
  });
});
