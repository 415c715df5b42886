import { lazy, Suspense } from 'react';
import type { StartRunDialogProps } from './StartRunDialog';

// The form and its validator are large, and few readers of a page start a run.
const StartRunDialog = lazy(() =>
  import('./StartRunDialog').then(m => ({ default: m.StartRunDialog })),
);

/** The dialog in which a run is started; loaded when it is opened. */
export function StartRun(props: StartRunDialogProps) {
  return (
    <Suspense fallback={null}>
      <StartRunDialog {...props} />
    </Suspense>
  );
}
