/** What was verified of one root: `templates/verification/results/<root>.json`. */
export interface StackVerification {
  schemaVersion: 1;
  /** Version of Terraform that planned. */
  terraform: string;
  /** Version per provider. */
  providers: Record<string, string>;
  /** Folder below `terraform/stacks`. */
  stack: string;
  title: string;
  /** Labels per switch, the environment first. */
  switches: Record<string, string[]>;
  /** Pairs of choices that are possible, all of them planned. */
  pairs: number;
  /** Every combination that was planned: its environment, then its choices. */
  combinations: Array<Record<string, string>>;
  /** Choices that are refused together. */
  refused: Array<{ when: Record<string, string>; because: string }>;
  /** Checks of scanners that hold on everything they look at. */
  checks: string[];
  /** Checks that are left out on purpose somewhere, each with its reasons. */
  suppressed: Record<string, string[]>;
  /** In the emulated AWS: applied, planned again, changed in place, destroyed. */
  lifecycle: { applied: boolean };
}
