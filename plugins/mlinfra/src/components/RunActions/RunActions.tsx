import { Button } from '@backstage/ui';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { RiPlayLine, RiRestartLine, RiStopCircleLine } from '@remixicon/react';
import { useState } from 'react';
import { isGoingOn } from '../../data/isGoingOn';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { StartRun } from '../StartRun/StartRun';
import { RedriveRunDialog } from './RedriveRunDialog';
import { RedriveWindow } from './RedriveWindow';
import styles from './RunActions.module.css';
import { startAgainInput } from './startAgainInput';
import { StopRunDialog } from './StopRunDialog';

interface RunActionsProps {
  details: RunDetailsResponse;
  /** Called when something was done to the run: its page asks again. */
  onDone: () => void;
}

/** What a person may do with a run: stop it, let it go on, start it again; or why not. */
export function RunActions({ details, onDone }: RunActionsProps) {
  const { run, pipeline, redrive, rights } = details;
  const t = useMessages();
  const [open, setOpen] = useState<'stop' | 'redrive' | 'start'>();
  const goesOn = isGoingOn(run);
  const { startAgain } = redrive;
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    onDone();
  };

  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {goesOn && rights.stop && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiStopCircleLine />}
            onPress={() => setOpen('stop')}
          >
            {t('runs.actions.stop')}
          </Button>
        )}
        {redrive.possible && rights.start && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiRestartLine />}
            onPress={() => setOpen('redrive')}
          >
            {t('runs.actions.redrive')}
          </Button>
        )}
        {!goesOn && pipeline && rights.start && (
          <Button
            size="small"
            variant={startAgain ? 'primary' : 'secondary'}
            iconStart={<RiPlayLine />}
            onPress={() => setOpen('start')}
          >
            {startAgain
              ? t('runs.actions.startAgainFrom', {
                  state: startAgain.stateName,
                })
              : t('runs.actions.startAgain')}
          </Button>
        )}
      </div>
      {goesOn && !rights.stop && (
        <MutedText as="p">{t('runs.actions.stopDenied')}</MutedText>
      )}
      {!goesOn && !rights.start && (
        <MutedText as="p">{t('runs.start.denied')}</MutedText>
      )}
      {!goesOn && run.status !== 'succeeded' && (
        <RedriveWindow redrive={redrive} />
      )}
      {open === 'stop' && (
        <StopRunDialog run={run} onDone={done} onClose={close} />
      )}
      {open === 'redrive' && (
        <RedriveRunDialog
          run={run}
          redrive={redrive}
          onDone={done}
          onClose={close}
        />
      )}
      {open === 'start' && pipeline && (
        <StartRun
          entityRef={run.entityRef}
          pipelines={[pipeline]}
          earlier={startAgainInput(details)}
          onClose={close}
        />
      )}
    </div>
  );
}
