import type { Json, PlanJson, StateModule } from './PlanJson';
import type { Plan } from './Plan';
import { PlannedResource } from './PlannedResource';
import { moduleFolder, moduleNames } from './moduleFolders';
import { statementsOfDocument, type Statement } from './policyStatements';
import type { TerraformSources } from './TerraformSources';

const POLICY_DOCUMENT = 'aws_iam_policy_document';

/**
 * Brings a plan into the form in which it is judged.
 *
 * @param rootFolder - for example `stacks/inference-api`
 * @param sources - the files that the plan was made from
 */
export function readPlan(
  json: PlanJson,
  rootFolder: string,
  sources: TerraformSources,
): Plan {
  const root = json.configuration.root_module;
  const placeOf = (address: string) => {
    const module = /^(module\.[^.[]+(\[[^\]]*\])?\.)*/.exec(address)![0];
    const instance = module.replace(/\.$/, '');
    return {
      module: instance,
      folder: moduleFolder(root, rootFolder, instance),
    };
  };
  const resources = json.resource_changes
    .filter(({ mode, change }) => mode === 'managed' && change.after !== null)
    .map(({ address, type, name, change }) => {
      const { module, folder } = placeOf(address);
      return new PlannedResource(
        address,
        module,
        type,
        name,
        folder,
        change.after,
        change.after_unknown,
      );
    });

  const documents: Array<{ address: string; name: string; values: Json }> = [
    ...json.resource_changes
      .filter(({ mode, type }) => mode === 'data' && type === POLICY_DOCUMENT)
      .map(({ address, name, change }) => ({
        address,
        name,
        values: change.after,
      })),
    ...stateResources(json.prior_state?.values?.root_module).filter(
      ({ type }) => type === POLICY_DOCUMENT,
    ),
  ];
  const statements: Statement[] = documents.flatMap(
    ({ address, name, values }) =>
      statementsOfDocument(values).map(statement => ({
        ...statement,
        ...placeOf(address),
        address,
        name,
        type: `data.${POLICY_DOCUMENT}`,
      })),
  );
  return {
    variables: Object.fromEntries(
      Object.entries(json.variables).map(([name, { value }]) => [name, value]),
    ),
    resources,
    statements,
    sourceOf: ({ folder, type, name }) =>
      sources.blocksOf(folder).get(`${type}.${name}`) ?? '',
    isReferred: resource =>
      isReferred(resource, sources, address =>
        moduleFolder(root, rootFolder, address),
      ),
  };
}

function stateResources(
  module: StateModule | undefined,
): NonNullable<StateModule['resources']> {
  return [
    ...(module?.resources ?? []),
    ...(module?.child_modules ?? []).flatMap(stateResources),
  ];
}

function addressOf(names: string[]): string {
  return names.map(name => `module.${name}`).join('.');
}

const RULE = /^aws_vpc_security_group_(in|e)gress_rule\./;

// Its own module uses it for more than its rules, or whoever calls the module speaks of it.
function isReferred(
  resource: PlannedResource,
  sources: TerraformSources,
  folderOf: (moduleAddress: string) => string,
): boolean {
  const own = `${resource.type}.${resource.name}`;
  const usedInside = [...sources.blocksOf(resource.folder)].some(
    ([block, source]) =>
      block !== own &&
      !RULE.test(block) &&
      new RegExp(`\\b${own}[.[]`).test(source),
  );
  const names = moduleNames(resource.module);
  const called = names.pop();
  return (
    usedInside ||
    (called !== undefined &&
      sources
        .filesOf(folderOf(addressOf(names)))
        .some(text => new RegExp(`\\bmodule\\.${called}\\b`).test(text)))
  );
}
