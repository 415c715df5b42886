import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { mlinfraTranslationRef } from './ref';

/** Texts by key; those with a count have a key for each plural form. */
type Texts = typeof mlinfraTranslationRef.T;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type WithoutForm<Key> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;

/** `Delete {{count}} of {{name}}` -> `count` | `name` */
type Gaps<
  Text,
  Found extends string = never,
> = Text extends `${string}{{${infer Gap}}}${infer Rest}`
  ? Gaps<Rest, Found | Gap>
  : Found;

/** What is to be given for a text, if anything. */
type Filling<Gap extends string> = [Gap] extends [never]
  ? []
  : [{ [Name in Gap]: Name extends 'count' ? number : string }];

/** By what a text is asked for; forms of one text come together. */
type GapsOf = {
  [Key in keyof Texts as WithoutForm<Key>]: Gaps<Texts[Key]>;
};

type Fillings = { [Key in keyof GapsOf]: Filling<GapsOf[Key]> };

/**
 * Gives a text in the reader's language. The same function as Backstage's, by
 * a type that is worked out once for each text and not for each of its uses:
 * that took most of the time in which this repository's types are checked.
 */
export type Messages = <Key extends keyof Fillings>(
  key: Key,
  ...filling: Fillings[Key]
) => string;

/** The plugin's texts in the reader's language. */
export function useMessages(): Messages {
  return useTranslationRef(mlinfraTranslationRef).t as Messages;
}
