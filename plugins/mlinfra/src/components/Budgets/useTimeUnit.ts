import { useMessages } from '../../translation/useMessages';

const TIME_UNITS = ['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY'] as const;

/** "per month" for AWS's `MONTHLY`; a unit not known here in AWS's own word. */
export function useTimeUnit(timeUnit: string): string {
  const t = useMessages();
  const known = TIME_UNITS.find(unit => unit === timeUnit);
  return known ? t(`budgets.timeUnit.${known}`) : timeUnit;
}
