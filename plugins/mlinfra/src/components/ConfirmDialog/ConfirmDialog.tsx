import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import type { ReactNode } from 'react';
import { errorText } from '../../data/errorReason';
import { useMessages } from '../../translation/useMessages';

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
  const t = useMessages();
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
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('runs.actions.cancel')}
        </Button>
        <Button
          variant="primary"
          destructive={destructive}
          isPending={pending}
          onPress={onConfirm}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
