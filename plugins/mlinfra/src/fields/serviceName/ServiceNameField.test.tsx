import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useEffect, useState } from 'react';
import { create, renderWizard } from '../../__testUtils__/renderWizard';
import { componentEntity } from '../../testing/fixtures';
import { ServiceNameField } from './ServiceNameField';

const NAME = {
  type: 'string',
  'ui:field': 'MlinfraServiceName',
  'ui:options': { suggestion: 'inference-api' },
};
const PAGE = {
  type: 'object',
  required: ['name'],
  properties: { name: NAME },
};

const catalogWith = (...names: string[]) =>
  catalogApiMock({ entities: names.map(name => componentEntity(name)) });

const findBox = () => screen.findByRole('textbox', { name: /Name/ });

/** A catalog that answers when it is told to. */
function slowCatalog() {
  const catalog = catalogWith();
  let answer: () => void = () => {};
  jest.spyOn(catalog, 'getEntitiesByRefs').mockReturnValueOnce(
    new Promise(resolve => {
      answer = () => resolve({ items: [] });
    }),
  );
  return { catalog, answer: () => act(async () => answer()) };
}

/** A field that fills itself in as soon as it is shown, as pickers do. */
function FillsItself(props: FieldExtensionComponentProps<unknown, unknown>) {
  const { formData, onChange } = props;
  useEffect(() => {
    if (!formData) {
      onChange('group:default/audio');
    }
  }, [formData, onChange]);
  return <p>{String(formData ?? '')}</p>;
}

/** A form that another field has made forget what was typed, as soon as `forget` is called. */
function Forgetful({ onForget }: { onForget: (forget: () => void) => void }) {
  const [value, setValue] = useState<string | undefined>('inference-api');
  useEffect(() => onForget(() => setValue('inference-api')), [onForget]);
  const fieldProps = {
    formData: value,
    onChange: setValue,
    idSchema: { $id: 'root_name' },
    schema: { title: 'Name' },
    uiSchema: {},
    rawErrors: [],
  } as unknown as ComponentProps<typeof ServiceNameField>;
  return <ServiceNameField {...fieldProps} />;
}

describe('MlinfraServiceName', () => {
  it.each(['mui', 'bui'] as const)(
    'A2 lets a person press on without a word (%s)',
    async theme => {
      const { onCreate } = renderWizard(PAGE, {
        theme,
        catalog: catalogWith('inference-api', 'inference-api-2'),
      });

      await waitFor(async () =>
        expect(await findBox()).toHaveValue('inference-api-3'),
      );
      await create(onCreate);
      expect(onCreate).toHaveBeenCalledWith({ name: 'inference-api-3' });
    },
  );

  it('A2 leaves alone what a person typed before the catalog answered', async () => {
    const { catalog, answer } = slowCatalog();
    renderWizard(PAGE, { catalog });
    await userEvent.type(await findBox(), 'b');
    await answer();
    expect(await findBox()).toHaveValue('b');
  });

  it('A2 leaves a field empty that a person emptied', async () => {
    renderWizard(PAGE, { catalog: catalogWith() });
    const box = await findBox();
    await waitFor(() => expect(box).toHaveValue('inference-api'));
    await userEvent.clear(box);
    expect(box).toHaveValue('');
    await userEvent.type(box, 'birds');
    expect(box).toHaveValue('birds');
  });

  it('A2 keeps the name that the form starts with, and asks nothing', async () => {
    const catalog = catalogWith();
    const ask = jest.spyOn(catalog, 'getEntitiesByRefs');
    renderWizard(PAGE, { catalog, initialState: { name: 'birds' } });
    expect(await findBox()).toHaveValue('birds');
    expect(ask).not.toHaveBeenCalled();
  });

  it('A2 suggests nothing when the catalog cannot be asked', async () => {
    const catalog = catalogWith();
    const ask = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('The catalog does not answer'));
    renderWizard(PAGE, { catalog });
    const box = await findBox();
    await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
    await act(async () => {});
    expect(box).toHaveValue('');
    expect(screen.queryByText(/does not answer/)).not.toBeInTheDocument();
  });

  it('A2 suggests nothing where the template does not', async () => {
    const catalog = catalogWith();
    const ask = jest.spyOn(catalog, 'getEntitiesByRefs');
    renderWizard(
      {
        type: 'object',
        properties: { name: { ...NAME, 'ui:options': {} } },
      },
      { catalog },
    );
    expect(await findBox()).toHaveValue('');
    expect(ask).not.toHaveBeenCalled();
  });

  it.each([
    ['before', ['owner', 'name']],
    ['after', ['name', 'owner']],
  ])(
    'A2 gets on with a field %s it that fills itself in as well',
    async (_where, order) => {
      const properties: Record<string, {}> = {
        name: NAME,
        owner: { type: 'string', 'ui:field': 'FillsItself' },
      };
      const { onCreate } = renderWizard(
        {
          type: 'object',
          required: ['name', 'owner'],
          properties: Object.fromEntries(
            order.map(key => [key, properties[key]]),
          ),
        },
        {
          catalog: catalogWith(),
          extensions: [{ name: 'FillsItself', component: FillsItself }],
        },
      );

      expect(
        await screen.findByText('group:default/audio'),
      ).toBeInTheDocument();
      await waitFor(async () =>
        expect(await findBox()).toHaveValue('inference-api'),
      );
      await create(onCreate);
      expect(onCreate).toHaveBeenCalledWith({
        name: 'inference-api',
        owner: 'group:default/audio',
      });
    },
  );

  it('A2 keeps what was typed when another field undoes it', async () => {
    let forget = () => {};
    renderInTestApp(
      <Forgetful
        onForget={how => {
          forget = how;
        }}
      />,
      {
        apis: [[catalogApiRef, catalogWith()]],
      },
    );
    const box = await findBox();
    await userEvent.clear(box);
    await userEvent.type(box, 'sound-lab');
    act(() => forget());
    expect(box).toHaveValue('sound-lab');
  });
});
