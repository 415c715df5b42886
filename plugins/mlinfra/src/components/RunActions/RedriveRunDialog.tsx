import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { RedriveState } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useState } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { newClientToken } from '../../data/clientToken';
import { isProduction } from '../../data/isProduction';
import { runPlace } from '../../data/runPlace';
import { useAction } from '../../data/useAction';
import { useMessages } from '../../translation/useMessages';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { ProductionNotice } from './ProductionNotice';
import { RedriveWindow } from './RedriveWindow';
import type { RunDialogProps } from './StopRunDialog';

interface RedriveRunDialogProps extends RunDialogProps {
  redrive: RedriveState;
}

/** Asks whether a run is to go on where it ended. */
export function RedriveRunDialog(props: RedriveRunDialogProps) {
  const { run, redrive, onDone, onClose } = props;
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  // One for as long as the dialog is open: another try redrives nothing twice.
  const [clientToken] = useState(newClientToken);
  const { id, name, environment, pipelineName: pipeline } = run;
  const action = useAction(
    useCallback(
      () => api.redriveRun(id, { clientToken }),
      [api, id, clientToken],
    ),
    onDone,
  );
  const place = runPlace(run, t);
  return (
    <ConfirmDialog
      title={t('runs.actions.redriveTitle', { name })}
      confirmLabel={
        isProduction(environment)
          ? t('runs.actions.redriveConfirmProd', place)
          : t('runs.actions.redriveConfirm')
      }
      failedTitle={t('runs.actions.redriveFailed')}
      error={action.error}
      pending={action.pending}
      onConfirm={action.run}
      onClose={onClose}
    >
      <ProductionNotice environment={environment} />
      <Text as="p" variant="body-medium">
        {t('runs.actions.redriveText', { pipeline, ...place })}
      </Text>
      <Text as="p" variant="body-medium">
        {redrive.reason}
      </Text>
      <RedriveWindow redrive={redrive} />
    </ConfirmDialog>
  );
}
