import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Container, Flex, Grid, Text } from '@backstage/ui';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { errorReason, errorText } from '../../data/errorReason';
import { useLatest, type Latest } from '../../data/useLatest';
import { useRun } from '../../data/useRun';
import { useMessages } from '../../translation/useMessages';
import { LoadError } from '../LoadError/LoadError';
import { LoadingRun } from '../RunPage/LoadingRun';
import { RunNotFound } from '../RunPage/RunNotFound';
import { TitledCard } from '../RunPage/RunSections';
import { ComparedInputs } from './ComparedInputs';
import { ComparedMetrics } from './ComparedMetrics';
import { RunChoice } from './RunChoice';

const MOST_OTHERS = 100;

interface RunComparisonProps {
  /** Id of a run. */
  a: string;
  b: string;
}

/** Two runs side by side: what was changed, and what became of it. */
export function RunComparison({ a, b }: RunComparisonProps) {
  const one = useRun(a);
  const other = useRun(b);
  const t = useMessages();
  if (one.data && other.data) {
    return (
      <Container py="4">
        <TwoRuns a={one.data} b={other.data} />
      </Container>
    );
  }
  const failed = [
    { id: a, which: 'A', latest: one },
    { id: b, which: 'B', latest: other },
  ].filter(({ latest }) => latest.error && !latest.data);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        {failed.map(({ id, which, latest }) => (
          <MissingRun
            key={which}
            id={id}
            what={t('runPage.compare.whatRun', { which })}
            latest={latest}
          />
        ))}
        {failed.length === 0 && <LoadingRun />}
      </Flex>
    </Container>
  );
}

interface MissingRunProps {
  id: string;
  what: string;
  latest: Latest<RunDetailsResponse>;
}

function MissingRun({ id, what, latest }: MissingRunProps) {
  const { error } = latest;
  return error && errorReason(error) === 'not-found' ? (
    <RunNotFound runId={id} />
  ) : (
    <LoadError latest={latest} subject={{ what, permission: 'inventory' }} />
  );
}

interface TwoRunsProps {
  a: RunDetailsResponse;
  b: RunDetailsResponse;
}

function TwoRuns({ a, b }: TwoRunsProps) {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const [, setParameters] = useSearchParams();
  const { entityRef } = a.run;
  const others = useLatest(
    useCallback(
      () => api.getEntityRuns(entityRef, { limit: MOST_OTHERS }),
      [api, entityRef],
    ),
  );
  const compare = (idA: string, idB: string) =>
    setParameters({ a: idA, b: idB });
  const items = others.data?.items ?? [];

  return (
    <Flex direction="column" gap="4">
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text as="h2" variant="title-small">
          {t('runPage.compare.title')}
        </Text>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiArrowLeftRightLine />}
          onPress={() => compare(b.run.id, a.run.id)}
        >
          {t('runPage.compare.swap')}
        </Button>
      </Flex>
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
        <RunChoice
          label={t('runPage.compare.a')}
          run={a.run}
          others={items}
          onChoose={id => compare(id, b.run.id)}
        />
        <RunChoice
          label={t('runPage.compare.b')}
          run={b.run}
          others={items}
          onChoose={id => compare(a.run.id, id)}
        />
      </Grid.Root>
      {others.error && (
        <Alert
          status="warning"
          icon
          title={t('runPage.compare.listFailed', {
            message: errorText(others.error),
          })}
        />
      )}
      {a.run.id === b.run.id && (
        <Alert status="info" icon title={t('runPage.compare.same')} />
      )}
      {a.run.pipelineId !== b.run.pipelineId && (
        <Alert
          status="warning"
          icon
          title={t('runPage.compare.otherPipeline', {
            a: a.run.pipelineName,
            b: b.run.pipelineName,
          })}
        />
      )}
      <TitledCard title={t('runPage.compare.metrics')}>
        <ComparedMetrics a={a} b={b} />
      </TitledCard>
      <TitledCard title={t('runPage.compare.inputs')}>
        <ComparedInputs a={a.input} b={b.input} />
      </TitledCard>
    </Flex>
  );
}
