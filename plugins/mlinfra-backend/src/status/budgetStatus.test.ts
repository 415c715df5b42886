import { budgetStatus } from './budgetStatus';

describe('budgetStatus (A9)', () => {
  it.each([
    ['100', '0', undefined, 'ok', 0],
    ['100', '79.99', undefined, 'ok', 80],
    ['100', '79.999999', undefined, 'ok', 80],
    ['100', '80', undefined, 'warning', 80],
    ['100', '99.99', undefined, 'warning', 100],
    ['100', '100', undefined, 'exceeded', 100],
    ['100', '250.55', undefined, 'exceeded', 250.6],
    ['100', '10', '100', 'ok', 10],
    ['100', '10', '100.01', 'warning', 10],
    ['100', '-5', undefined, 'ok', -5],
    ['0.3', '0.1', '0.2', 'ok', 33.3],
    ['50', '12.345', undefined, 'ok', 24.7],
    ['3', '2', undefined, 'ok', 66.7],
  ])(
    'limit %s, actual %s, forecast %s is %s with %s %%',
    (limit, actual, forecast, status, usedPercent) => {
      expect(budgetStatus({ limit, actual, forecast })).toEqual({
        status,
        usedPercent,
      });
    },
  );

  it('is unknown, not ok, while AWS has computed nothing', () => {
    expect(budgetStatus({ limit: '100' })).toEqual({ status: 'unknown' });
    expect(budgetStatus({ limit: '100', forecast: '500' })).toEqual({
      status: 'unknown',
    });
  });

  it('is unknown for a limit of zero', () => {
    expect(budgetStatus({ limit: '0', actual: '1' })).toEqual({
      status: 'unknown',
    });
  });
});
