import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { mlinfraTranslationRef } from './ref';

/** Gives a text in the reader's language. */
export type Messages = TranslationFunction<typeof mlinfraTranslationRef.T>;

/** The plugin's texts in the reader's language. */
export function useMessages(): Messages {
  return useTranslationRef(mlinfraTranslationRef).t;
}
