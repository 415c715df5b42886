/** A check that is left out on purpose, as a comment beside the resource says it. */
export interface Suppression {
  id: string;
  reason: string;
}

const CHECKOV = /#\s*checkov:skip=([A-Z0-9_]+)(?::(.*))?$/gm;
const TRIVY = /#\s*trivy:ignore:(?:AVD-)?(AWS-[0-9]{4})(.*)$/gm;

/** The suppressions in a block's source, in the spelling of both scanners. */
export function suppressionsIn(source: string): Suppression[] {
  return [CHECKOV, TRIVY].flatMap(pattern =>
    [...source.matchAll(pattern)].map(([, id, reason]) => ({
      id,
      reason: (reason ?? '').trim(),
    })),
  );
}
