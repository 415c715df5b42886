import type { StackProblem } from '../stackDefinition';
import {
  chosenEnvironments,
  type EnvironmentTargets,
} from '../stackEnvironments';
import type { ChurnInputs } from './inputs';

/** What is wrong with the way to the page: nobody may come, or a certificate is missing or lies elsewhere. */
export function pageProblems(request: {
  targets: EnvironmentTargets;
  inputs: ChurnInputs;
}): StackProblem[] {
  const { targets, inputs } = request;
  const problems: StackProblem[] = [];
  if (inputs.uiAllowedCidrs.length === 0) {
    problems.push({
      path: ['uiAllowedCidrs'],
      message:
        'is empty, so nobody could open the page; name the IPv4 ranges of those who may, such as 203.0.113.0/24, or 0.0.0.0/0 for everybody',
    });
  }
  for (const { environment, target } of chosenEnvironments(targets)) {
    const arn = inputs.certificateArn[environment];
    const path = ['certificateArn', environment];
    if (arn === null && environment === 'prod') {
      problems.push({
        path,
        message: `is missing; prod serves the page over TLS only. Request a certificate for its name in ACM, in ${target.region}, and give its ARN`,
      });
    } else if (arn !== null && arn.split(':')[3] !== target.region) {
      problems.push({
        path,
        message: `is a certificate of ${
          arn.split(':')[3]
        }, and a load balancer in ${
          target.region
        } takes those of its own region only; request one there`,
      });
    }
  }
  return problems;
}
