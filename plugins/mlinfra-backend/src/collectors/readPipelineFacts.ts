import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../aws/AwsCaller';
import { AwsCallError } from '../aws/AwsCallError';
import type { ExecutionSource } from '../aws/ExecutionSource';
import { concernsAccount } from '../aws/concernsAccount';
import type { CachedDetail } from './CachedDetail';
import type { PipelineFacts } from './PipelineFacts';

type Source = Pick<ExecutionSource, 'describePipeline' | 'readContract'>;

/**
 * Asks about one state machine. What one of them refuses does not stop the
 * others: what was known of it stays, and it is asked again. Undefined when it
 * is gone.
 */
export async function readPipelineFacts(
  source: Source,
  call: AwsCall,
  arn: string,
  known: CachedDetail<PipelineFacts> | undefined,
  now: Timestamp,
): Promise<PipelineFacts | undefined> {
  const name = arn.split(':').at(-1) ?? arn;
  try {
    const details = await source.describePipeline(call, arn);
    if (!details) {
      return undefined;
    }
    const same = known?.content.definition === details.definition;
    return {
      ...details,
      name: details.name || name,
      definitionSince: same ? known.content.definitionSince : now,
      ...(await readContract(source, call, details.name || name)),
    };
  } catch (error) {
    if (!(error instanceof AwsCallError) || concernsAccount(error)) {
      throw error;
    }
    return {
      name,
      type: '',
      definition: '',
      definitionSince: now,
      ...known?.content,
      complete: false,
    };
  }
}

async function readContract(
  source: Source,
  call: AwsCall,
  name: string,
): Promise<Pick<PipelineFacts, 'contract' | 'contractProblem' | 'complete'>> {
  try {
    const { contract, problem } = await source.readContract(call, name);
    return { contract, contractProblem: problem, complete: true };
  } catch (error) {
    if (!(error instanceof AwsCallError) || concernsAccount(error)) {
      throw error;
    }
    return { contractProblem: error.message, complete: false };
  }
}
