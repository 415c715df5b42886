import { Button } from '@backstage/ui';
import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { RiPlayLine } from '@remixicon/react';
import { useState } from 'react';
import { useMessages } from '../../translation/useMessages';
import { StartRun } from './StartRun';

interface StartRunButtonProps {
  pipeline: Pipeline;
  onStarted: () => void;
}

/** Opens the dialog that starts a run. */
export function StartRunButton({ pipeline, onStarted }: StartRunButtonProps) {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiPlayLine />}
        aria-label={t('runs.start.buttonNamed', { pipeline: pipeline.name })}
        onPress={() => setOpen(true)}
      >
        {t('runs.start.button')}
      </Button>
      {open && (
        <StartRun
          entityRef={pipeline.entityRef}
          pipelines={[pipeline]}
          onStarted={onStarted}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
