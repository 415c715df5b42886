/**
 * Annotations of a catalog entity whose infrastructure was generated.
 * Cards and tabs appear where `stacks` exists.
 *
 * @public
 */
export const MLINFRA_ANNOTATIONS = {
  /** Comma-separated stack ids. */
  stacks: 'mlinfra.io/stacks',
  /** Comma-separated environment ids. */
  environments: 'mlinfra.io/environments',
  /** Semantic version of the templates that wrote the repository. */
  templateVersion: 'mlinfra.io/template-version',
  /** Estimate at creation in USD per month, a decimal string. */
  monthlyEstimateUsd: 'mlinfra.io/monthly-estimate-usd',
} as const;

/**
 * The entities that cards and tabs are shown for, as a filter predicate for
 * both frontend systems.
 *
 * @public
 */
export const mlinfraEntityFilter = {
  kind: 'component',
  [`metadata.annotations.${MLINFRA_ANNOTATIONS.stacks}` as const]: {
    $exists: true,
  },
} as const;
