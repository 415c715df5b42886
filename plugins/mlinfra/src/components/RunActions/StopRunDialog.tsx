import { useApi } from '@backstage/core-plugin-api';
import { Text, TextField } from '@backstage/ui';
import type { Run, RunActionResponse } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useState } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { isProduction } from '../../data/isProduction';
import { runPlace } from '../../data/runPlace';
import { useAction } from '../../data/useAction';
import { useMessages } from '../../translation/useMessages';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { ProductionNotice } from './ProductionNotice';

/** What a dialog that acts on a run needs. */
export interface RunDialogProps {
  run: Run;
  onDone: (answer: RunActionResponse) => void;
  onClose: () => void;
}

/** Asks whether a run is to be stopped, and why. */
export function StopRunDialog({ run, onDone, onClose }: RunDialogProps) {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const [reason, setReason] = useState('');
  const { id, name, environment, pipelineName: pipeline } = run;
  const action = useAction(
    useCallback(
      (text: string) => api.stopRun(id, text ? { reason: text } : {}),
      [api, id],
    ),
    onDone,
  );
  const place = runPlace(run, t);
  return (
    <ConfirmDialog
      title={t('runs.actions.stopTitle', { name })}
      confirmLabel={
        isProduction(environment)
          ? t('runs.actions.stopConfirmProd', place)
          : t('runs.actions.stopConfirm')
      }
      destructive
      failedTitle={t('runs.actions.stopFailed')}
      error={action.error}
      pending={action.pending}
      onConfirm={() => action.run(reason.trim())}
      onClose={onClose}
    >
      <ProductionNotice environment={environment} />
      <Text as="p" variant="body-medium">
        {t('runs.actions.stopText', { pipeline, ...place })}
      </Text>
      <TextField
        label={t('runs.actions.stopReason')}
        description={t('runs.actions.stopReasonDescription')}
        value={reason}
        onChange={setReason}
        maxLength={256}
      />
    </ConfirmDialog>
  );
}
