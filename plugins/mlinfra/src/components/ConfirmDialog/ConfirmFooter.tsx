import { Button, DialogFooter, type ButtonProps } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';

interface ConfirmFooterProps
  extends Pick<
    ButtonProps,
    'children' | 'destructive' | 'isPending' | 'isDisabled' | 'onPress'
  > {
  /** Id of the form that the button submits, where there is one. */
  form?: string;
  onClose: () => void;
}

/** A dialog's way out, and the button that does it. */
export function ConfirmFooter(props: ConfirmFooterProps) {
  const { form, onClose, ...confirm } = props;
  const t = useMessages();
  return (
    <DialogFooter>
      <Button variant="secondary" onPress={onClose}>
        {t('runs.actions.cancel')}
      </Button>
      <Button
        variant="primary"
        type={form ? 'submit' : 'button'}
        form={form}
        {...confirm}
      />
    </DialogFooter>
  );
}
