import type {
  MetricDefinition,
  PipelineContract,
  RunMetric,
} from '@mlinfra/plugin-mlinfra-common';
import { shownText } from '../history/shownText';
import { isJsonObject, type JsonRecord } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';

const MAX_METRICS = 50;
const MAX_STEPS = 100;
/** Names come from what the pipeline's steps have put out. */
const MAX_NAME_LENGTH = 128;

/**
 * Metrics of a run from what its states have put out, in order: the last
 * output that holds `metrics.steps` counts, at the top or under `report`.
 * Undefined where there is none; whatever is malformed is passed over.
 */
export function readMetrics(
  outputs: readonly string[],
  contract: PipelineContract | undefined,
): RunMetric[] | undefined {
  for (let index = outputs.length - 1; index >= 0; index--) {
    const steps = reportedSteps(outputs[index]);
    if (steps) {
      return metricsOf(steps, definitions(contract));
    }
  }
  return undefined;
}

function reportedSteps(output: string): JsonRecord[] | undefined {
  // Most outputs hold none, and parsing each of thousands takes its time.
  if (!output.includes('metrics')) {
    return undefined;
  }
  const value = parseJson(output);
  if (!isJsonObject(value)) {
    return undefined;
  }
  const report = isJsonObject(value.report) ? value.report : {};
  for (const found of [value.metrics, report.metrics]) {
    const metrics = typeof found === 'string' ? parseJson(found) : found;
    if (isJsonObject(metrics) && Array.isArray(metrics.steps)) {
      return metrics.steps.filter(isJsonObject).slice(0, MAX_STEPS);
    }
  }
  return undefined;
}

function metricsOf(
  steps: JsonRecord[],
  known: MetricDefinition[],
): RunMetric[] | undefined {
  const values = new Map<string, RunMetric['steps']>(
    known.map(({ id }) => [id, []]),
  );
  steps.forEach((reported, index) => {
    const step =
      typeof reported.step === 'string'
        ? shownText(reported.step, MAX_NAME_LENGTH)
        : String(index + 1);
    for (const [id, value] of Object.entries(reported)) {
      if (
        id !== 'step' &&
        id.length <= MAX_NAME_LENGTH &&
        typeof value === 'number' &&
        Number.isFinite(value)
      ) {
        const list = values.get(id) ?? [];
        values.set(id, [...list, { step, value }]);
      }
    }
  });
  const metrics = [...values]
    .filter(([, list]) => list.length > 0)
    .slice(0, MAX_METRICS)
    .map(([id, list]) => ({
      ...definitionOf(id, known),
      before: list[0].value,
      after: list[list.length - 1].value,
      steps: list,
    }));
  return metrics.length > 0 ? metrics : undefined;
}

/** Without a definition nobody has said what better is; a number that grows is taken for it. */
function definitionOf(id: string, known: MetricDefinition[]): MetricDefinition {
  return (
    known.find(each => each.id === id) ?? {
      id,
      label: id,
      unit: 'count',
      better: 'higher',
    }
  );
}

/** The contract comes from a parameter in AWS that anybody may have written. */
function definitions(
  contract: PipelineContract | undefined,
): MetricDefinition[] {
  const metrics: unknown = contract?.metrics;
  return (Array.isArray(metrics) ? metrics : [])
    .filter(isJsonObject)
    .filter(({ id }) => typeof id === 'string' && id !== '')
    .map(({ id, label, unit, better }) => ({
      id: String(id),
      label: typeof label === 'string' ? label : String(id),
      unit:
        unit === 'bytes' || unit === 'ms' || unit === 'ratio' ? unit : 'count',
      better: better === 'lower' ? 'lower' : 'higher',
    }));
}
