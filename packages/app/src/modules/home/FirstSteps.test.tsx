import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { FirstSteps } from './FirstSteps';

const DEMO = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'demo-speech', namespace: 'default' },
};

describe('FirstSteps', () => {
  it.each([
    ['links to the demo team where it is', [DEMO], true],
    ['names no demo where there is none', [], false],
  ])('%s', async (_, entities, demo) => {
    renderInTestApp(
      <TestApiProvider apis={[[catalogApiRef, catalogApiMock({ entities })]]}>
        <FirstSteps />
      </TestApiProvider>,
    );
    expect(await screen.findByText('Make your own.')).toBeInTheDocument();
    expect(screen.queryAllByText('demo-speech')).toHaveLength(demo ? 1 : 0);
  });

  it('helps also while the catalog does not answer', async () => {
    const catalog = catalogApiMock.mock({
      getEntityByRef: async () => {
        throw new Error('away');
      },
    });
    renderInTestApp(
      <TestApiProvider apis={[[catalogApiRef, catalog]]}>
        <FirstSteps />
      </TestApiProvider>,
    );
    expect(await screen.findByText('Make your own.')).toBeInTheDocument();
  });
});
