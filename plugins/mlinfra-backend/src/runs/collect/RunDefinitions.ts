import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../../aws/AwsCaller';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import type { StoredRun } from '../model';
import type { PipelineStore } from '../store/PipelineStore';

/** A definition, and the time in which it is known to have been the pipeline's. */
interface KnownDefinition {
  definition: string;
  since: Timestamp;
  until: Timestamp;
}

/**
 * Finds the definition that a run was started with. AWS answers that question
 * once per second only, so it is asked just where the pipeline may have had
 * another definition then.
 */
export class RunDefinitions {
  private readonly kept = new Map<string, KnownDefinition>();

  constructor(
    private readonly source: Pick<
      ExecutionSource,
      'describePipeline' | 'definitionOfExecution'
    >,
    private readonly pipelines: Pick<PipelineStore, 'facts'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Undefined when AWS has it no more. */
  async of(call: AwsCall, run: StoredRun): Promise<string | undefined> {
    const { pipelineId, startedAt } = run;
    let known = await this.known(pipelineId);
    if (!known || known.until < startedAt) {
      known = await this.describe(call, pipelineId, known);
    }
    if (known && known.since <= startedAt && startedAt <= known.until) {
      return known.definition;
    }
    const exact = await this.source.definitionOfExecution(
      call,
      run.executionArn,
    );
    if (exact && known && exact.definition === known.definition) {
      const since =
        exact.updatedAt < known.since ? exact.updatedAt : known.since;
      this.kept.set(pipelineId, { ...known, since });
    }
    return exact?.definition;
  }

  private async known(
    pipelineId: string,
  ): Promise<KnownDefinition | undefined> {
    const facts = await this.pipelines.facts(pipelineId);
    const kept = this.kept.get(pipelineId);
    if (!facts?.content.definition || (kept && kept.until > facts.readAt)) {
      return kept;
    }
    const { definition, definitionSince } = facts.content;
    const since =
      kept?.definition === definition && kept.since < definitionSince
        ? kept.since
        : definitionSince;
    return { definition, since, until: facts.readAt };
  }

  private async describe(
    call: AwsCall,
    pipelineId: string,
    known: KnownDefinition | undefined,
  ): Promise<KnownDefinition | undefined> {
    const now = new Date(this.now()).toISOString();
    const details = await this.source.describePipeline(call, pipelineId);
    if (!details) {
      return undefined;
    }
    const { definition } = details;
    const since = known?.definition === definition ? known.since : now;
    const described = { definition, since, until: now };
    this.kept.set(pipelineId, described);
    return described;
  }
}
