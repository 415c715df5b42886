import { ConflictError, InputError } from '@backstage/errors';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { StoredPipeline } from '../model';

/** AWS takes no larger input. */
const MAX_INPUT_BYTES = 256 * 1024;
const MAX_ERRORS = 20;

/**
 * The input as it is handed to AWS: JSON that fits the pipeline's contract,
 * with the contract's defaults filled in.
 *
 * @throws InputError that names every field that does not fit.
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
  const filled = structuredClone(input);
  if (contract?.inputSchema) {
    const validate = compile(name, contract.inputSchema);
    if (!validate(filled)) {
      throw new InputError(
        `Nothing was started: the input does not fit what the pipeline ${name} takes: ${sentences(
          validate.errors ?? [],
        )}`,
      );
    }
  }
  const text = JSON.stringify(filled);
  const size = Buffer.byteLength(text);
  if (size > MAX_INPUT_BYTES) {
    throw new InputError(
      `Nothing was started: the input has ${size} bytes, and Step Functions takes ${MAX_INPUT_BYTES}. Store large data in S3, and pass its address.`,
    );
  }
  return text;
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

function sentences(errors: ErrorObject[]): string {
  // An `if` says nothing that the errors of its branch do not say better.
  const told = errors.filter(({ keyword }) => keyword !== 'if');
  const lines = [...new Set((told.length > 0 ? told : errors).map(sentence))];
  const shown = lines.slice(0, MAX_ERRORS);
  const more = lines.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

function sentence(error: ErrorObject): string {
  const { keyword, params, message = 'does not fit' } = error;
  const path = fieldPath(error.instancePath);
  switch (keyword) {
    case 'required':
      return `${within(path, params.missingProperty)} is missing`;
    case 'additionalProperties':
      return `${within(path, params.additionalProperty)} is not known`;
    case 'enum':
      return `${path || 'the input'} must be one of ${params.allowedValues
        .map((value: unknown) => JSON.stringify(value))
        .join(', ')}`;
    default:
      return `${path || 'the input'} ${message}`;
  }
}

/** `/prune/amount` as `prune.amount`, `/steps/0` as `steps[0]`. */
function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part) ? `${path}[${part}]` : within(path, part),
      '',
    );
}

function within(path: string, property: string): string {
  return path ? `${path}.${property}` : property;
}
