import path from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { readFolder } from '../repository/readFolder';
import { TEMPLATES_FOLDER } from './templatesFolder';

/** A variable of a Terraform root as its files declare it. */
export interface TerraformVariable {
  /** Type expression, for example `list(string)`. */
  type: string;
  hasDefault: boolean;
  default: unknown;
  /** Conditions of the validations, as written. */
  conditions: string[];
}

interface HclFile {
  variable?: Record<
    string,
    Array<{
      type: string;
      default?: unknown;
      validation?: Array<{ condition: string }>;
    }>
  >;
}

/** The variables of a root below `templates/terraform`. */
export async function terraformVariables(
  root: string,
): Promise<Record<string, TerraformVariable>> {
  const files = await readFolder(
    path.join(TEMPLATES_FOLDER, 'terraform', root),
  );
  const variables: Record<string, TerraformVariable> = {};
  for (const file of files.filter(f => /^[^/]+\.tf$/.test(f.path))) {
    const parsed: HclFile = await parse(
      file.path,
      file.content.toString('utf8'),
    );
    for (const [name, [declared]] of Object.entries(parsed.variable ?? {})) {
      variables[name] = {
        type: expression(declared.type),
        hasDefault: 'default' in declared,
        default: declared.default,
        conditions: (declared.validation ?? []).map(v =>
          expression(v.condition),
        ),
      };
    }
  }
  return variables;
}

function expression(text: string): string {
  return text.replace(/^\$\{([\s\S]*)\}$/, '$1');
}
