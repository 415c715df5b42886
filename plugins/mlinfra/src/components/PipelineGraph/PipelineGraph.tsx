import { Alert, Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type {
  PipelineGraph as Graph,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { useMemo } from 'react';
import { stateProgress } from '../../graph/stateProgress';
import { withoutParallelWays } from '../../graph/withoutParallelWays';
import { useMessages } from '../../translation/useMessages';
import { drawableLayout } from './drawableLayout';
import { GraphDrawing } from './GraphDrawing';
import { StepTable } from './StepTable';

interface PipelineGraphProps {
  /** Of the state machine or of the run. */
  name: string;
  graph: Graph | undefined;
  /** Why there is no graph. */
  graphProblem?: string;
  steps: RunStep[];
  /** Whether the run goes on. */
  going: boolean;
  /** Name of the state that is open. */
  selected?: string;
  onOpen: (state: string, stepId?: string) => void;
}

/** The course of a run, as a drawing and as a table that says the same. */
export function PipelineGraph(props: PipelineGraphProps) {
  const { name, graph, graphProblem, steps, going, selected, onOpen } = props;
  const t = useMessages();
  const drawn = useMemo(() => graph && withoutParallelWays(graph), [graph]);
  const drawable = useMemo(
    () => drawableLayout(drawn, graphProblem, t),
    [drawn, graphProblem, t],
  );
  const progress = useMemo(
    () => (graph ? stateProgress(graph, steps) : new Map<string, never>()),
    [graph, steps],
  );
  const table = (
    <StepTable graph={graph} steps={steps} going={going} onOpen={onOpen} />
  );

  if ('reason' in drawable) {
    return (
      <Flex direction="column" gap="3">
        <Alert
          status="info"
          icon
          title={t('runPage.graph.none')}
          description={drawable.reason}
        />
        {table}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="3">
      {graph && graph.problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('runPage.graph.problems')}
          description={graph.problems.join(' ')}
        />
      )}
      <Tabs>
        <TabList aria-label={t('runPage.graph.views')}>
          <Tab id="graph">{t('runPage.graph.graph')}</Tab>
          <Tab id="list">{t('runPage.graph.list')}</Tab>
        </TabList>
        <TabPanel id="graph">
          <GraphDrawing
            name={name}
            graph={drawn!}
            layout={drawable.layout}
            steps={steps}
            progress={progress}
            going={going}
            selected={selected}
            onOpen={state => onOpen(state, progress.get(state)?.step.id)}
          />
        </TabPanel>
        <TabPanel id="list">{table}</TabPanel>
      </Tabs>
    </Flex>
  );
}
