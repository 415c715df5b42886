import { screen } from '@testing-library/react';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { FunctionFacts } from './FunctionFacts';

const predict = {
  name: 'predict',
  arn: 'arn:aws:lambda:eu-central-1:123456789012:function:predict',
  state: 'Active',
};

describe('FunctionFacts', () => {
  it('names a function that is called without version or alias', async () => {
    renderWithMlinfra(<FunctionFacts item={predict} />);
    expect(await screen.findByText('predict')).toBeInTheDocument();
  });

  it('names the version or alias that is called (E7)', async () => {
    const called = {
      ...predict,
      qualifier: 'live',
      arn: `${predict.arn}:live`,
    };
    renderWithMlinfra(<FunctionFacts item={called} />);
    expect(await screen.findByText('predict:live')).toBeInTheDocument();
  });
});
