import type { Finding } from '../security/judge';

/** Ids that held everywhere, and those that were left out somewhere with the reasons. */
export function securityResults(findings: Finding[]): {
  checks: string[];
  suppressed: Record<string, string[]>;
} {
  const suppressed: Record<string, Set<string>> = {};
  for (const { id, outcome, reason } of findings) {
    if (outcome === 'suppressed') {
      (suppressed[id] ??= new Set()).add(reason ?? '');
    }
  }
  const ids = [...new Set(findings.map(({ id }) => id))].sort();
  return {
    checks: ids.filter(id => !(id in suppressed)),
    suppressed: Object.fromEntries(
      ids
        .filter(id => id in suppressed)
        .map(id => [id, [...suppressed[id]].sort()]),
    ),
  };
}
