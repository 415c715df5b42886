import { Dialog, DialogBody, DialogHeader, Flex, Select } from '@backstage/ui';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import type { SelectedStep } from '../RunPage/useSelectedStep';
import { StateDefinition } from './StateDefinition';
import { StepDetails } from './StepDetails';
import styles from './StepDrawer.module.css';
import { knownStepStatus } from './stepLooks';

interface StepDrawerProps {
  details: RunDetailsResponse;
  selected: SelectedStep;
  onSelect: (stateName: string, stepId: string) => void;
  onClose: () => void;
}

/** What is known of a state and of one entry of it, beside the run's page. */
export function StepDrawer(props: StepDrawerProps) {
  const { details, selected, onSelect, onClose } = props;
  const { stateName, step } = selected;
  const t = useMessages();
  const state = details.graph?.states.find(({ id }) => id === stateName);
  const entries = details.steps.filter(each => each.stateName === stateName);
  return (
    <Dialog
      className={styles.drawer}
      width="46rem"
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>{stateName}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="5">
          {step && entries.length > 1 && (
            <Select
              label={t('runPage.drawer.entry')}
              size="small"
              options={entries.map((entry, index) => ({
                value: entry.id,
                label: t('runPage.drawer.entryOption', {
                  number: String((entry.iteration ?? index) + 1),
                  status: t(
                    `runPage.stepStatus.${knownStepStatus(entry.status)}`,
                  ),
                  at: formatInstant(entry.enteredAt),
                }),
              }))}
              selectedKey={step.id}
              onSelectionChange={key => {
                if (key !== null && key !== step.id) {
                  onSelect(stateName, String(key));
                }
              }}
            />
          )}
          {step && <StepDetails key={step.id} run={details.run} step={step} />}
          {state && (
            <StateDefinition
              state={state}
              ways={
                details.graph?.transitions.filter(
                  ({ from }) => from === stateName,
                ) ?? []
              }
              reached={step !== undefined}
            />
          )}
        </Flex>
      </DialogBody>
    </Dialog>
  );
}
