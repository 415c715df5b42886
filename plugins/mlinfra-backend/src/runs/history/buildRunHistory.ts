import { Redactor } from '../redaction/Redactor';
import type { RunHistory, RunHistoryInput } from '../model';

/** What a run's history says, without anything that must not be stored. */
export function buildRunHistory(
  input: RunHistoryInput,
  _redactor: Redactor = new Redactor(),
): RunHistory {
  const events = input.events.map(event => ({
    id: event.id ?? 0,
    at: (event.timestamp ?? new Date(0)).toISOString(),
    type: event.type ?? 'unknown',
  }));
  return { steps: [], events };
}
