import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const inputs = z.record(z.string(), z.json());

const reason = z.string().min(10);

const switchListSchema = z.strictObject({
  /** Given in every combination: what a person has to give. */
  always: inputs.default({}),
  /**
   * What a person may choose. A list holds values of the input that the switch
   * is named after; an object holds several inputs for each choice. An input
   * that each environment has for itself is given for the planned one only.
   */
  switches: z.record(
    z.string(),
    z.union([
      z.array(z.union([z.string(), z.number(), z.boolean()])).min(2),
      z.record(z.string(), inputs),
    ]),
  ),
  /** Choices that are refused together. */
  refused: z
    .array(
      z.strictObject({
        when: z.record(z.string(), z.string()),
        because: reason,
      }),
    )
    .default([]),
  /** Inputs that could be switches, or values that a list leaves out, and why they are not. */
  notVaried: z.record(z.string(), reason).default({}),
});

/** What a person may choose in a stack, as the verification varies it. */
export type SwitchList = z.output<typeof switchListSchema>;

/** Reads `templates/verification/switches/<stack>.json`. */
export async function readSwitchList(
  templatesFolder: string,
  stack: string,
): Promise<SwitchList> {
  const name = `verification/switches/${stack}.json`;
  const file = path.join(templatesFolder, name);
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new Error(
      `templates/${name} does not exist: say there which switches of ${stack} are verified`,
    );
  });
  const parsed = switchListSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`templates/${name}: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
