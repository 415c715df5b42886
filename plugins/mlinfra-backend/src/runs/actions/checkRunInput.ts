import { ConflictError, InputError } from '@backstage/errors';
import Ajv, { type ValidateFunction } from 'ajv';
import type { StoredPipeline } from '../model';
import { inputProblems, problemsInWords } from './inputProblems';
import { RefusedInputError } from './RefusedInputError';
import { isTimeUp, timeBoxed } from './timeBoxed';

/** AWS takes no larger input. */
const MAX_INPUT_BYTES = 256 * 1024;
/** Contracts are written by the teams, and one pattern can take longer than the universe is old. */
const LONGEST_CHECK_MS = 500;

/**
 * The input as it is handed to AWS: JSON that fits the pipeline's contract,
 * with the contract's defaults filled in.
 *
 * @throws RefusedInputError that names every field that does not fit.
 * @throws ConflictError when the contract itself cannot be used.
 */
export function checkRunInput(
  pipeline: Pick<StoredPipeline, 'name' | 'contract' | 'contractProblem'>,
  input: Record<string, unknown>,
): string {
  const { name, contract, contractProblem } = pipeline;
  if (!contract && contractProblem !== undefined) {
    throw new ConflictError(
      `Nothing was started: what the pipeline ${name} takes is not known. ${contractProblem}`,
    );
  }
  const given = sized(JSON.stringify(input));
  if (!contract?.inputSchema) {
    return given;
  }
  const filled = structuredClone(input);
  const validate = compile(name, contract.inputSchema);
  if (!fits(name, validate, filled)) {
    const problems = inputProblems(validate.errors ?? []);
    throw new RefusedInputError(
      `Nothing was started: the input does not fit what the pipeline ${name} takes: ${problemsInWords(
        problems,
      )}`,
      problems.fields,
    );
  }
  return sized(JSON.stringify(filled));
}

function sized(text: string): string {
  const size = Buffer.byteLength(text);
  if (size > MAX_INPUT_BYTES) {
    throw new InputError(
      `Nothing was started: the input has ${size} bytes, and Step Functions takes ${MAX_INPUT_BYTES}. Store large data in S3, and pass its address.`,
    );
  }
  return text;
}

function fits(
  name: string,
  validate: ValidateFunction,
  input: unknown,
): boolean {
  try {
    return timeBoxed(LONGEST_CHECK_MS, () => validate(input));
  } catch (error) {
    const why = isTimeUp(error)
      ? `it did not end within ${LONGEST_CHECK_MS} ms`
      : error instanceof Error && error.message;
    throw new ConflictError(
      `Nothing was started: the input could not be held against what the pipeline ${name} takes (${why}). Simplify the patterns and references of contract.json in the repository, and deploy its stack again.`,
    );
  }
}

function compile(
  name: string,
  schema: Record<string, unknown>,
): ValidateFunction {
  try {
    return new Ajv({
      allErrors: true,
      useDefaults: true,
      strict: false,
      validateFormats: false,
      logger: false,
    }).compile(schema);
  } catch (error) {
    throw new ConflictError(
      `Nothing was started: the input schema of the pipeline ${name} is no valid JSON Schema (${
        error instanceof Error ? error.message : 'no reason given'
      }). Correct contract.json in the repository, and deploy its stack again.`,
    );
  }
}
