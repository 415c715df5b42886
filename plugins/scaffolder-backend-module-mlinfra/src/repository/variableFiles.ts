import {
  bootstrapVariables,
  chosenEnvironments,
  FOUNDATION,
  foundationVariables,
  stackVariables,
} from '@mlinfra/plugin-mlinfra-common';
import type { RepositoryRequest } from '../request/RepositoryRequest';
import { hclStringLiteral } from './hclStringLiteral';
import { jsonFile, textFile, type RepositoryFile } from './RepositoryFile';

/** The files of `terraform/environments`: the only way a person's values reach Terraform. */
export function variableFiles(
  request: RepositoryRequest,
  templateVersion: string,
): RepositoryFile[] {
  const { identity, targets, stacks, foundation } = request;
  return chosenEnvironments(targets).flatMap(({ environment, target }) => {
    const folder = `terraform/environments/${environment}`;
    const bootstrap = bootstrapVariables({
      identity,
      environment,
      target,
      templateVersion,
    });
    return [
      jsonFile(`${folder}/bootstrap.tfvars.json`, bootstrap),
      textFile(
        `${folder}/backend.hcl`,
        [
          `bucket = ${hclStringLiteral(String(bootstrap.state_bucket_name))}`,
          `region = ${hclStringLiteral(target.region)}`,
          '',
        ].join('\n'),
      ),
      ...(foundation
        ? [
            jsonFile(
              `${folder}/${FOUNDATION}.tfvars.json`,
              foundationVariables(
                { ...request, foundation },
                environment,
                templateVersion,
              ),
            ),
          ]
        : []),
      ...stacks.map(({ definition }, index) =>
        jsonFile(
          `${folder}/${definition.id}.tfvars.json`,
          stackVariables(request, index, environment, templateVersion),
        ),
      ),
    ];
  });
}
