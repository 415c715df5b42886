import { Alert, Dialog, DialogBody, DialogHeader, Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { errorText } from '../../data/errorReason';
import { ConfirmFooter } from './ConfirmFooter';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  destructive?: boolean;
  /** Said above the reason when it failed. */
  failedTitle: string;
  error?: Error;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done to a run, and stays open when that fails. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, destructive } = props;
  const { failedTitle, error, pending, onConfirm, onClose } = props;
  return (
    <Dialog isOpen onOpenChange={onClose} width={480}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {children}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={failedTitle}
              description={errorText(error)}
            />
          )}
        </Flex>
      </DialogBody>
      <ConfirmFooter
        destructive={destructive}
        isPending={pending}
        onPress={onConfirm}
        onClose={onClose}
      >
        {confirmLabel}
      </ConfirmFooter>
    </Dialog>
  );
}
