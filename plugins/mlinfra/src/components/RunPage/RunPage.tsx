import { Container, Flex } from '@backstage/ui';
import { errorReason } from '../../data/errorReason';
import { isGoingOn } from '../../data/isGoingOn';
import { useRun } from '../../data/useRun';
import { useMessages } from '../../translation/useMessages';
import { LoadError } from '../LoadError/LoadError';
import { PipelineGraph } from '../PipelineGraph/PipelineGraph';
import { RunActions } from '../RunActions/RunActions';
import { RunMetrics } from '../RunMetrics/RunMetrics';
import { StepDrawer } from '../StepDrawer/StepDrawer';
import { HistoryNotice } from './HistoryNotice';
import { LoadingRun } from './LoadingRun';
import { RunHeader } from './RunHeader';
import { RunNotFound } from './RunNotFound';
import { RunProblem } from './RunProblem';
import { RunTexts, TitledCard } from './RunSections';
import { useSelectedStep } from './useSelectedStep';

interface RunPageProps {
  runId: string;
}

/** One run: how it stands, what happens in it, and what can be done with it. */
export function RunPage({ runId }: RunPageProps) {
  // Nothing of one run may be left on the page of another.
  return <RunContent key={runId} runId={runId} />;
}

function RunContent({ runId }: RunPageProps) {
  const t = useMessages();
  const latest = useRun(runId);
  const { data, error, reload } = latest;
  const { selected, open, close } = useSelectedStep(data?.steps ?? []);

  if (error && !data && errorReason(error) === 'not-found') {
    return (
      <Container py="4">
        <RunNotFound runId={runId} />
      </Container>
    );
  }
  const failure = (
    <LoadError
      latest={latest}
      subject={{ what: t('runPage.what'), permission: 'inventory' }}
    />
  );
  if (!data) {
    return <Container py="4">{error ? failure : <LoadingRun />}</Container>;
  }
  const { run, graph, graphProblem, steps, history } = data;
  const going = isGoingOn(run);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        {failure}
        <RunHeader run={run} following={going || history.state === 'reading'} />
        <RunActions details={data} onDone={reload} />
        <RunProblem run={run} steps={steps} onOpen={open} />
        <HistoryNotice history={history} />
        <TitledCard title={t('runPage.section.course')}>
          <PipelineGraph
            name={run.pipelineName}
            graph={graph}
            graphProblem={graphProblem}
            steps={steps}
            going={going}
            selected={selected?.stateName}
            onOpen={open}
          />
        </TitledCard>
        <TitledCard title={t('runPage.section.metrics')}>
          <RunMetrics run={run} />
        </TitledCard>
        <RunTexts details={data} />
      </Flex>
      {selected && (
        <StepDrawer
          details={data}
          selected={selected}
          onSelect={open}
          onClose={close}
        />
      )}
    </Container>
  );
}
