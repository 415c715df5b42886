import { randomBytes } from 'node:crypto';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import type { JsonObject } from '@backstage/types';
import scaffolderModuleMlinfra from '../../src';
import { dryRunConfig } from './dryRunConfig';
import { DryRunRefusedError, reasonOf } from './DryRunRefusedError';
import { MessageClock } from './MessageClock';
import type { TemplateOnDisk } from './readTemplate';
import { staticCatalog } from './staticCatalog';
import { toResult, type DryRunAnswer, type DryRunResult } from './DryRunResult';

/**
 * The real scaffolder backend inside this process, with this package's actions
 * and a catalog of given entities. It listens on a free port of the loopback
 * address only, and answers only the token it made up itself.
 */
export class InProcessScaffolder {
  private constructor(
    private readonly backend: ReturnType<typeof createBackend>,
    private readonly address: string,
    private readonly token: string,
    private readonly clock: MessageClock,
  ) {}

  static async start(options: {
    entities: Entity[];
    /** How far `mlinfra:terraform:verify` goes. */
    verify: string;
    /** What `mlinfra.accounts` holds; without any, every account is allowed. */
    accounts?: JsonObject[];
  }): Promise<InProcessScaffolder> {
    const token = randomBytes(24).toString('hex');
    const clock = new MessageClock();
    let port: (() => number) | undefined;

    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(dryRunConfig({ token, ...options })),
      }),
    );
    backend.add(
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => clock,
      }),
    );
    backend.add(
      rootHttpRouterServiceFactory({
        configure: context => {
          port = () => portOf(context.server.address());
          context.applyDefaults();
        },
      }),
    );
    backend.add(staticCatalog(options.entities));
    backend.add(scaffolderPlugin);
    backend.add(githubModule);
    backend.add(gitlabModule);
    backend.add(scaffolderModuleMlinfra);
    await backend.start();
    return new InProcessScaffolder(
      backend,
      `http://127.0.0.1:${port?.()}/api/scaffolder/v2`,
      token,
      clock,
    );
  }

  /**
   * Runs a template without its effects.
   *
   * @throws DryRunRefusedError when the values are refused or a step fails
   */
  async dryRun(options: {
    template: TemplateOnDisk;
    values: JsonObject;
  }): Promise<DryRunResult> {
    const { template, values } = options;
    const body = JSON.stringify({
      template: template.entity,
      values,
      secrets: {},
      directoryContents: template.contents.map(file => ({
        path: file.path,
        base64Content: file.content.toString('base64'),
      })),
    });
    this.clock.takeStepStarts();
    const startedAt = performance.now();
    const response = await fetch(`${this.address}/dry-run`, {
      method: 'POST',
      headers: { ...this.headers(), 'Content-Type': 'application/json' },
      body,
    });
    const endedAt = performance.now();
    const answer = await response.json();
    if (!response.ok) {
      throw new DryRunRefusedError(reasonOf(response.status, answer));
    }
    return toResult(answer as DryRunAnswer, {
      startedAt,
      endedAt,
      stepStarts: this.clock.takeStepStarts(),
    });
  }

  /** Ids of all actions that a template may use. */
  async actionIds(): Promise<string[]> {
    const response = await fetch(`${this.address}/actions`, {
      headers: this.headers(),
    });
    const actions = (await response.json()) as Array<{ id: string }>;
    return actions.map(action => action.id).sort();
  }

  async stop(): Promise<void> {
    await this.backend.stop();
  }

  private headers() {
    return { Authorization: `Bearer ${this.token}` };
  }
}

function portOf(address: unknown): number {
  return (address as { port: number }).port;
}
