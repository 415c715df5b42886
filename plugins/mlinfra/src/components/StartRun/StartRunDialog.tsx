import { Dialog, DialogBody, DialogHeader, Flex, Select } from '@backstage/ui';
import type { EntityRef, Pipeline, Run } from '@mlinfra/plugin-mlinfra-common';
import { useId, useState } from 'react';
import { isProduction } from '../../data/isProduction';
import { runPlace } from '../../data/runPlace';
import { startProblem } from '../../data/startProblem';
import { useMessages } from '../../translation/useMessages';
import { ConfirmFooter } from '../ConfirmDialog/ConfirmFooter';
import type { EarlierInput } from '../RunActions/startAgainInput';
import { RunInput } from './RunInput';
import { StartRunNotices } from './StartRunNotices';
import { useStartRun } from './useStartRun';

/** Which runs can be started, and with what. */
export interface StartRunDialogProps {
  entityRef: EntityRef;
  /** At least one; the first is chosen. */
  pipelines: Pipeline[];
  /** Given where a run is started again. */
  earlier?: EarlierInput;
  onStarted?: (run: Run) => void;
  onClose: () => void;
}

/** Takes a run's input, says where it runs, and starts it once. */
export function StartRunDialog(props: StartRunDialogProps) {
  const { entityRef, pipelines, earlier, onStarted, onClose } = props;
  const t = useMessages();
  const formId = useId();
  const [chosenId, choose] = useState(pipelines[0].id);
  const pipeline = pipelines.find(({ id }) => id === chosenId) ?? pipelines[0];
  const refused = startProblem(pipeline) !== undefined;
  const start = useStartRun({ entityRef, onStarted, onClose });

  return (
    <Dialog isOpen onOpenChange={onClose} width={640}>
      <DialogHeader>{t('runs.start.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {pipelines.length > 1 && (
            <Select
              label={t('runs.start.pipeline')}
              options={pipelines.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={pipeline.id}
              onChange={value => {
                start.forget();
                choose(String(value));
              }}
            />
          )}
          <StartRunNotices
            pipeline={pipeline}
            earlier={earlier}
            error={start.error}
          />
          {!refused && (
            <RunInput
              key={pipeline.id}
              formId={formId}
              pipeline={pipeline}
              initial={earlier?.input ?? pipeline.contract?.exampleInput ?? {}}
              error={start.error}
              onEdit={start.forget}
              onSubmit={input => start.run(pipeline.id, input)}
            />
          )}
        </Flex>
      </DialogBody>
      <ConfirmFooter
        form={formId}
        isPending={start.pending}
        isDisabled={refused}
        onClose={onClose}
      >
        {isProduction(pipeline.environment)
          ? t('runs.start.confirmProd', runPlace(pipeline, t))
          : t('runs.start.confirm')}
      </ConfirmFooter>
    </Dialog>
  );
}
