import { ButtonLink, Button } from '@backstage/ui';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { compareRunsRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';

interface RunComparisonBarProps {
  /** Ids of the selected runs, at most two. */
  selected: string[];
}

/** Leads to the comparison of two selected runs; absent where the app has no page for it. */
export function RunComparisonBar({ selected }: RunComparisonBarProps) {
  const t = useMessages();
  const path = useOptionalRoute(compareRunsRouteRef);
  if (!path) {
    return null;
  }
  const [a, b] = selected;
  const label = t('runs.compare.button');
  return (
    <ItemLine role="status">
      {a && b ? (
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${path()}?${new URLSearchParams({ a, b })}`}
        >
          {label}
        </ButtonLink>
      ) : (
        <Button size="small" variant="secondary" isDisabled>
          {label}
        </Button>
      )}
      <MutedText>
        {selected.length === 0
          ? t('runs.compare.hint')
          : t('runs.compare.selected', { count: selected.length })}
      </MutedText>
    </ItemLine>
  );
}
