import { MarkdownContent, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { firstSteps } from './firstSteps';

const DEMO_ENTITY = 'component:default/demo-speech';

/** What to do first; links to the demo team only where it is in the catalog. */
export function FirstSteps() {
  const catalog = useApi(catalogApiRef);
  const { value: demo, loading } = useAsync(
    () => catalog.getEntityByRef(DEMO_ENTITY).then(Boolean),
    [catalog],
  );
  return loading ? (
    <Progress />
  ) : (
    <MarkdownContent content={firstSteps({ demo: demo ?? false })} />
  );
}
