import { Link, VisuallyHidden } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { safeHref } from '../../format/safeHref';
import { useMessages } from '../../translation/useMessages';
import styles from './ExternalLink.module.css';

interface ExternalLinkProps {
  href: string | undefined;
  children: string;
}

/** A link out of the portal; nothing where there is no web address to go to. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  const t = useMessages();
  const target = safeHref(href);
  if (!target) {
    return null;
  }
  return (
    <Link
      href={target}
      target="_blank"
      rel="noopener noreferrer"
      variant="body-small"
      className={styles.link}
    >
      {children}
      <RiExternalLinkLine size={12} aria-hidden />
      <VisuallyHidden>{t('common.opensElsewhere')}</VisuallyHidden>
    </Link>
  );
}
