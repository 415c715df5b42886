import {
  ButtonIcon,
  Tooltip,
  TooltipTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useMessages } from '../../translation/useMessages';

const FEEDBACK_MS = 3_000;

interface CopyButtonProps {
  text: string;
  /** Names what is copied, for example "URL of speech". */
  what: string;
}

/** Copies a text, and says in a tooltip and to screen readers whether it worked. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const t = useMessages();
  const [result, setResult] = useState<'done' | 'failed'>();
  const [hovered, setHovered] = useState(false);

  useEffect(() => {
    if (!result) {
      return undefined;
    }
    const timer = setTimeout(() => setResult(undefined), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('done');
    } catch {
      // Absent on plain HTTP, or refused by the browser's settings.
      setResult('failed');
    }
  };

  const label = t('common.copy.label', { what });
  const feedback = result && t(`common.copy.${result}`);
  return (
    <>
      <TooltipTrigger
        isOpen={hovered || result !== undefined}
        onOpenChange={setHovered}
      >
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={label}
          icon={result === 'done' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        />
        <Tooltip>{feedback ?? label}</Tooltip>
      </TooltipTrigger>
      <VisuallyHidden role="status">{feedback}</VisuallyHidden>
    </>
  );
}
