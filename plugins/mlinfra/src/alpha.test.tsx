import type { Entity } from '@backstage/catalog-model';
import {
  configApiRef,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import plugin from './alpha';
import { environmentField, serviceNameField } from './alpha/formFields';
import { mlinfraPage } from './alpha/pages';
import { mlinfraApiRef } from './api/mlinfraApiRef';
import { FixtureMlinfraApi } from './testing/FixtureMlinfraApi';
import { componentEntity, pipelineEntity } from './testing/fixtures';

const apis = [
  [mlinfraApiRef, new FixtureMlinfraApi()],
  mockApis.permission(),
] as const;

describe('mlinfra in the new frontend system', () => {
  it('shows cards and tab on an entity that was generated', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: componentEntity() })],
      apis,
    });

    await waitFor(() =>
      expect(
        screen.getAllByRole('heading', { name: 'Endpoints' }).length,
      ).toBeGreaterThan(0),
    );
    expect(
      (await screen.findAllByRole('heading', { name: 'Budget' })).length,
    ).toBeGreaterThan(0);
    expect((await screen.findAllByText('Live')).length).toBeGreaterThan(0);
    expect((await screen.findAllByRole('meter')).length).toBeGreaterThan(0);
  });

  it('shows a card of runs on an entity with a pipeline, and only there', async () => {
    const runs = () => screen.queryAllByRole('heading', { name: 'Runs' });
    const show = (entity: Entity) =>
      renderTestApp({
        features: [plugin],
        extensions: [createTestEntityPage({ entity })],
        apis,
      });
    const { unmount } = show(pipelineEntity());
    await waitFor(() => expect(runs().length).toBeGreaterThan(0));
    unmount();

    show(componentEntity());
    expect((await screen.findAllByText('Live')).length).toBeGreaterThan(0);
    expect(screen.queryByText('All runs')).not.toBeInTheDocument();
  });

  it('shows nothing on an entity that was not', async () => {
    const entity = componentEntity('plain', { relations: [] });
    entity.metadata.annotations = {};
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity })],
      apis,
    });

    await waitFor(() =>
      expect(screen.queryByTestId('progress')).not.toBeInTheDocument(),
    );
    expect(screen.queryByText('Endpoints')).not.toBeInTheDocument();
    expect(screen.queryByText('Budget')).not.toBeInTheDocument();
  });

  it.each([
    ['/mlinfra', 'Live'],
    ['/mlinfra/endpoints/rest-dev00000000000000', 'What answers'],
    ['/mlinfra/runs', 'Running'],
    ['/mlinfra/runs/failed0000000000000000', /run-20261120-1701/],
    [
      '/mlinfra/runs/compare?a=failed0000000000000000&b=succeeded0000000000000',
      /run-20261121-0912/,
    ],
    ['/mlinfra/budgets', 'Within budget'],
    ['/mlinfra/accounts', 'Up to date'],
  ])('shows the page %s', async (path, text) => {
    renderTestApp({
      features: [plugin],
      // Links lead to entities.
      extensions: [createTestEntityPage({ entity: componentEntity() })],
      initialRouteEntries: [path],
      apis,
    });

    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.getByRole('tab', { name: 'Accounts' })).toBeInTheDocument();
  });

  it('gives a sidebar a title that fits into it, and the page its whole title', async () => {
    const navTitle = (config?: { title: string }) =>
      createExtensionTester(mlinfraPage, { config }).get(
        coreExtensionData.title,
      );
    expect(navTitle()).toBe('ML infra');
    expect(navTitle({ title: 'AWS' })).toBe('AWS');

    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/mlinfra'],
      apis,
    });
    expect(
      (await screen.findAllByText('ML infrastructure')).length,
    ).toBeGreaterThan(0);
  });

  it('asks its own backend', async () => {
    const fetch = jest.fn(async () => ({
      ok: true,
      json: async () => ({
        aws: { connected: false, emulated: false },
        items: [],
      }),
    }));
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/mlinfra/accounts'],
      apis: [
        [fetchApiRef, { fetch: fetch as unknown as typeof window.fetch }],
        [configApiRef, mockApis.config()],
        mockApis.permission(),
      ],
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
    expect(fetch).toHaveBeenCalledWith(
      'plugin://mlinfra/v1/accounts',
      undefined,
    );
  });

  it('offers the wizard’s fields', async () => {
    const load = (field: typeof serviceNameField | typeof environmentField) =>
      createExtensionTester(field as typeof serviceNameField).get(
        FormFieldBlueprint.dataRefs.formFieldLoader,
      )();

    expect(await load(serviceNameField)).toMatchObject({
      name: 'MlinfraServiceName',
    });
    expect(await load(environmentField)).toMatchObject({
      name: 'MlinfraEnvironment',
    });
    expect(
      plugin.getExtension('scaffolder-form-field:mlinfra/service-name'),
    ).toBeDefined();
    expect(
      plugin.getExtension('scaffolder-form-field:mlinfra/environment'),
    ).toBeDefined();
  });
});
