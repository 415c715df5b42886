import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { HistoryBuilder } from './HistoryBuilder';

/** The history of a Map whose iterations have succeeded, with at least so many events. */
export function mapHistory(count: number): HistoryEvent[] {
  const history = new HistoryBuilder();
  const started = history.add(
    'MapStateStarted',
    history.enter('Map', 'Each', history.begin()),
  );
  for (let index = 0; history.events.length < count; index++) {
    const begun = history.add('MapIterationStarted', started, {
      mapIterationStartedEventDetails: { name: 'Each', index },
    });
    history.add('MapIterationSucceeded', history.task('Work', begun));
  }
  return history.events;
}
