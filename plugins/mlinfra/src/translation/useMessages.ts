import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { mlinfraTranslationRef } from './ref';

/** The plugin's texts in the reader's language. */
export function useMessages() {
  return useTranslationRef(mlinfraTranslationRef).t;
}
