import type { PipelineContract } from '@mlinfra/plugin-mlinfra-common';
import { z } from 'zod';
import type { ReadContract } from './ExecutionSource';

const CONTRACT: z.ZodType<PipelineContract> = z.object({
  version: z.literal(1),
  inputSchema: z.record(z.string(), z.unknown()).optional(),
  exampleInput: z.record(z.string(), z.unknown()).optional(),
  metrics: z.array(
    z.object({
      id: z.string().min(1),
      label: z.string().min(1),
      unit: z.enum(['bytes', 'ms', 'ratio', 'count']),
      better: z.enum(['lower', 'higher']),
    }),
  ),
  resume: z
    .object({
      stepProperty: z.string().min(1),
      runProperty: z.string().min(1),
      steps: z.record(z.string(), z.string()),
    })
    .optional(),
});

/** A parameter's text as a contract, or why it is none. */
export function parseContract(text: string, parameter: string): ReadContract {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      problem: `The parameter ${parameter} is no JSON. Deploy the pipeline's stack again, which writes it.`,
    };
  }
  const parsed = CONTRACT.safeParse(value);
  if (parsed.success) {
    return { contract: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'the whole value';
  return {
    problem: `The parameter ${parameter} is no contract of a pipeline: ${where}: ${issue.message}. Correct contract.json in the repository, and deploy its stack again.`,
  };
}
