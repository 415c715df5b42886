import { promises as fs } from 'node:fs';

/**
 * Writes a program that stands for Terraform where a test is about how it is
 * called, not about what it says of real files.
 *
 * @param script - what the shell does; `$1` is the command
 */
export async function writeFakeTerraform(
  file: string,
  script: string,
): Promise<void> {
  await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
