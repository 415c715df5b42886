import {
  resolveSafeChildPath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { findProviderMirror } from '../../terraform/findProviderMirror';
import { findTerraform } from '../../terraform/findTerraform';
import {
  VERIFICATION_LEVELS,
  type VerificationLevel,
} from '../../terraform/verificationCommands';
import { verifyRepository } from '../../terraform/verifyRepository';
import { examples } from './verifyTerraform.examples';

/**
 * Action that holds a rendered repository against Terraform itself: format,
 * validity and, where asked, a plan. Where no Terraform is installed it says
 * so and lets the task go on.
 *
 * @public
 */
export function createVerifyTerraformAction(options: { config: Config }) {
  const { config } = options;
  return createTemplateAction({
    id: 'mlinfra:terraform:verify',
    description:
      'Checks the repository with Terraform (format, init without a backend, validate, optionally plan) in a scratch copy, and streams what Terraform says to the log. Skips with a reason where Terraform is not installed.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        level: z =>
          z
            .enum(VERIFICATION_LEVELS)
            .describe(
              'How far to go: format, validate (default), or plan, which needs AWS credentials in the environment of the backend and mlinfra.terraform.allowPlan',
            )
            .optional(),
        sourcePath: z =>
          z
            .string()
            .describe('Folder of the repository; the workspace by default')
            .optional(),
      },
      output: {
        verified: z =>
          z.boolean().describe('True when Terraform accepted the repository'),
        reason: z =>
          z.string().describe('Why it was not verified; empty when it was'),
        level: z => z.string().describe('How far the verification went'),
        roots: z =>
          z.array(z.string()).describe('Terraform roots that were looked at'),
      },
    },
    async handler(ctx) {
      const level = effectiveLevel(config, ctx.input.level, ctx.isDryRun);
      const skip = (reason: string) => {
        ctx.logger.warn(`Not verified: ${reason}`);
        ctx.output('verified', false);
        ctx.output('reason', reason);
        ctx.output('level', 'skip');
        ctx.output('roots', []);
      };
      if (level === 'skip') {
        return skip(
          'this is a dry run and mlinfra.terraform.dryRunLevel is "skip"',
        );
      }
      if (
        level === 'plan' &&
        !config.getOptionalBoolean('mlinfra.terraform.allowPlan')
      ) {
        throw new InputError(
          'level: a plan runs what lies in the workspace with the AWS credentials of this portal, and this portal does not allow it; use the level "validate", or have mlinfra.terraform.allowPlan set to true',
        );
      }
      const binary = await findTerraform(config);
      if (!binary) {
        return skip(
          'Terraform is not installed where this portal runs; the CI of the repository runs the same checks',
        );
      }
      const mirror = await findProviderMirror(config);
      const { roots } = await verifyRepository({
        binary,
        mirror,
        level,
        repositoryFolder: resolveSafeChildPath(
          ctx.workspacePath,
          ctx.input.sourcePath ?? '.',
        ),
        temporaryFolder: await ctx.createTemporaryDirectory(),
        environment: process.env,
        logger: ctx.logger as LoggerService,
        signal: ctx.signal,
      });
      ctx.logger.info(`Terraform accepts ${roots.join(', ')} (${level})`);
      ctx.output('verified', true);
      ctx.output('reason', '');
      ctx.output('level', level);
      ctx.output('roots', roots);
      return undefined;
    },
  });
}

function effectiveLevel(
  config: Config,
  asked: VerificationLevel = 'validate',
  isDryRun: boolean | undefined,
): VerificationLevel | 'skip' {
  if (!isDryRun) {
    return asked;
  }
  const allowed =
    config.getOptionalString('mlinfra.terraform.dryRunLevel') ?? 'format';
  const order: string[] = ['skip', ...VERIFICATION_LEVELS];
  const lower = Math.min(order.indexOf(allowed), order.indexOf(asked));
  return (order[Math.max(lower, 0)] as VerificationLevel | 'skip') ?? 'skip';
}
