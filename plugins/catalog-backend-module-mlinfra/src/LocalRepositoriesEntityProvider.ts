import path from 'node:path';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  type EntityProvider,
  type EntityProviderConnection,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import { findCatalogFiles } from './findCatalogFiles';

/** @public */
export interface LocalRepositoriesEntityProviderOptions {
  logger: LoggerService;
  scheduler: SchedulerService;
}

/**
 * Keeps one catalog location per repository in a directory, so that what the
 * wizard publishes there appears, and what is deleted there goes, by itself.
 *
 * The directory is looked at every few seconds; the catalog is told only when
 * the set of repositories has changed.
 *
 * @public
 */
export class LocalRepositoriesEntityProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private lastSeen?: string;

  /** Undefined where no directory is configured. */
  static fromConfig(
    config: Config,
    options: LocalRepositoriesEntityProviderOptions,
  ): LocalRepositoriesEntityProvider | undefined {
    const directory = config.getOptionalString(
      'mlinfra.repositories.directory',
    );
    return directory
      ? new LocalRepositoriesEntityProvider(path.resolve(directory), options)
      : undefined;
  }

  private constructor(
    private readonly directory: string,
    private readonly options: LocalRepositoriesEntityProviderOptions,
  ) {}

  getProviderName(): string {
    return 'mlinfra-local-repositories';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    // Every replica looks for itself: the directory is its own disk, or shared.
    await this.options.scheduler.scheduleTask({
      id: 'mlinfra-local-repositories',
      frequency: { seconds: 5 },
      timeout: { seconds: 60 },
      scope: 'local',
      fn: async () => this.refresh(),
    });
  }

  /** Tells the catalog which repositories there are, if that has changed. */
  async refresh(): Promise<void> {
    if (!this.connection) {
      throw new Error(
        'The provider of local repositories was asked to refresh before the catalog connected to it',
      );
    }
    const files = await findCatalogFiles(this.directory);
    const seen = JSON.stringify(files);
    if (seen === this.lastSeen) {
      return;
    }
    await this.connection.applyMutation({
      type: 'full',
      entities: files.map(file => ({
        locationKey: this.getProviderName(),
        entity: locationSpecToLocationEntity({
          location: { type: 'file', target: file },
        }),
      })),
    });
    this.lastSeen = seen;
    this.options.logger.info(
      `${files.length} local repositories in ${this.directory} are in the catalog`,
    );
  }
}
