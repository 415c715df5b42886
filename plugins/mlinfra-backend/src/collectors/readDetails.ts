import limiter from 'p-limit';
import type { CachedDetail } from './CachedDetail';
import type { CollectionInput } from './Collector';
import { type DetailCandidate, planDetailReads } from './planDetailReads';

/** Calls for single resources that one collection makes at a time. */
const AT_A_TIME = 4;
/** Changes when what is kept per resource changes, so that nothing old is misread. */
const CONTENT_VERSION = '3';

/** How to ask about single resources of one type. */
export interface DetailQuestion<Content> {
  candidates: DetailCandidate[];
  /** Told once all that will be read, for what AWS answers for several at a time. */
  before?(arns: string[]): Promise<void>;
  /** Undefined when the resource is gone. */
  read(arn: string): Promise<Content | undefined>;
  isSettled(content: Content): boolean;
}

/** The details of each candidate, from this collection or an earlier one. */
export interface Details<Content> {
  contents: Map<string, Content>;
  /** Resources that were asked for. */
  listed: Set<string>;
  /** Resources that were deleted after they had been listed. */
  gone: Set<string>;
  /** To be kept for the next collection. */
  kept: CachedDetail<Content>[];
  incomplete: boolean;
}

/** Reads what has to be read, and takes the rest from earlier collections. */
export async function readDetails<Content>(
  { details, now }: Pick<CollectionInput, 'details' | 'now'>,
  question: DetailQuestion<Content>,
): Promise<Details<Content>> {
  const known = details as Map<string, CachedDetail<Content>>;
  const candidates = question.candidates.map(each => ({
    ...each,
    fingerprint: `${CONTENT_VERSION} ${each.fingerprint}`,
  }));
  const plan = planDetailReads(candidates, known, now);
  const gone = new Set<string>();
  if (plan.read.size > 0) {
    await question.before?.([...plan.read]);
  }
  const limit = limiter(AT_A_TIME);
  const kept = await Promise.all(
    candidates.map(async ({ arn, fingerprint }) => {
      if (!plan.read.has(arn)) {
        return known.get(arn);
      }
      const content = await limit(() => question.read(arn));
      if (content === undefined) {
        gone.add(arn);
        return undefined;
      }
      const settled = question.isSettled(content);
      return { arn, fingerprint, settled, content, readAt: now };
    }),
  );
  const present = kept.filter(each => each !== undefined);
  return {
    listed: new Set(candidates.map(({ arn }) => arn)),
    contents: new Map(present.map(({ arn, content }) => [arn, content])),
    gone,
    kept: present,
    incomplete: plan.incomplete,
  };
}
