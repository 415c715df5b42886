import { VisuallyHidden } from '@backstage/ui';
import type {
  PipelineGraph as Graph,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import type { GraphLayout } from '../../graph/graphLayout';
import { neighbour, type GraphKey } from '../../graph/neighbour';
import type { StateProgress } from '../../graph/stateProgress';
import { takenTransitions } from '../../graph/takenTransitions';
import { useMessages } from '../../translation/useMessages';
import { bringIntoView } from './bringIntoView';
import styles from './PipelineGraph.module.css';
import { StateNode } from './StateNode';
import { Transitions } from './Transitions';
import { useElementWidth } from './useElementWidth';
import { WayLegend } from './WayLegend';
import { zoomFactor, type Zoom } from './zoom';
import { ZoomBar } from './ZoomBar';

const KEYS: GraphKey[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
];
/** Width to assume where none can be measured. */
const USUAL_WIDTH = 960;
const MAX_HEIGHT = 720;

interface GraphDrawingProps {
  name: string;
  graph: Graph;
  layout: GraphLayout;
  steps: RunStep[];
  progress: ReadonlyMap<string, StateProgress>;
  going: boolean;
  selected: string | undefined;
  onOpen: (state: string) => void;
}

/** The graph as a drawing that one can zoom, scroll and walk through by keyboard. */
export function GraphDrawing(props: GraphDrawingProps) {
  const { name, graph, layout, steps, progress, going, selected } = props;
  const t = useMessages();
  const hint = useId();
  const place = useRef<HTMLDivElement>(null);
  const nodes = useRef(new Map<string, HTMLButtonElement>());
  const width = useElementWidth(place) ?? USUAL_WIDTH;
  const [zoom, setZoom] = useState<Zoom>('width');
  const [focused, setFocused] = useState<string>();
  const taken = useMemo(() => takenTransitions(graph, steps), [graph, steps]);

  const factor = zoomFactor(zoom, layout, {
    width: width - 2,
    height: MAX_HEIGHT,
  });
  const drawn = (id: string | undefined) =>
    layout.states.find(({ state }) => state.id === id)?.state.id;
  const running = layout.states.find(
    ({ state }) => progress.get(state.id)?.status === 'running',
  );
  const tabStop =
    drawn(focused) ??
    drawn(selected) ??
    running?.state.id ??
    layout.states.at(0)?.state.id;

  // Whoever watches sees where the run is, until they look around themselves.
  const current = focused === undefined ? running?.state.id : undefined;
  useEffect(() => {
    const node = current === undefined ? undefined : nodes.current.get(current);
    if (node && place.current) {
      bringIntoView(place.current, node);
    }
  }, [current, factor]);

  const onKeyDown = (event: KeyboardEvent, from: string) => {
    const key = KEYS.find(each => each === event.key);
    if (!key || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    // The keys belong to the graph here, also where there is nowhere to go.
    event.preventDefault();
    const to = neighbour(graph, layout, from, key);
    if (to !== undefined) {
      nodes.current.get(to)?.focus();
    }
  };

  return (
    <>
      <ZoomBar factor={factor} onZoom={setZoom} />
      <VisuallyHidden id={hint}>{t('runPage.graph.hint')}</VisuallyHidden>
      <div
        ref={place}
        className={styles.place}
        style={{ maxHeight: MAX_HEIGHT }}
        role="group"
        aria-label={t('runPage.graph.label', { name })}
        aria-describedby={hint}
      >
        <div
          className={styles.paper}
          style={{
            width: layout.width * factor,
            height: layout.height * factor,
          }}
        >
          <div
            className={styles.drawing}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${factor})`,
            }}
          >
            {layout.states.map(placed => {
              const { id } = placed.state;
              return (
                <StateNode
                  key={id}
                  ref={element => {
                    if (element) {
                      nodes.current.set(id, element);
                    } else {
                      nodes.current.delete(id);
                    }
                  }}
                  placed={placed}
                  progress={progress.get(id)}
                  going={going}
                  selected={id === selected}
                  tabStop={id === tabStop}
                  onOpen={() => props.onOpen(id)}
                  onFocus={() => setFocused(id)}
                  onKeyDown={event => onKeyDown(event, id)}
                />
              );
            })}
            <Transitions layout={layout} taken={taken} />
          </div>
        </div>
      </div>
      <div className={styles.legend}>
        <WayLegend />
      </div>
    </>
  );
}
