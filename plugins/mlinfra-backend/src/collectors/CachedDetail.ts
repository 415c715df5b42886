import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';

/** What a call for one resource answered, kept until the resource changes. */
export interface CachedDetail<Content = unknown> {
  arn: string;
  /** What the lists showed of the resource when the call was made. */
  fingerprint: string;
  /** False while the answer is about to change, so that it is asked again. */
  settled: boolean;
  /** Must survive JSON. */
  content: Content;
  readAt: Timestamp;
}
