import { runPageMessages } from '../../translation/messages/runPage';

/** Name of an error whose meaning the page can tell. */
export type KnownError = keyof typeof runPageMessages.error.known;

/** The error's name where its meaning is known. */
export function knownError(error: string | undefined): KnownError | undefined {
  return error !== undefined &&
    Object.hasOwn(runPageMessages.error.known, error)
    ? (error as KnownError)
    : undefined;
}
