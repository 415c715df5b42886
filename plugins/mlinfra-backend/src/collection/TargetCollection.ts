import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  CollectionError,
  CollectorId,
} from '@mlinfra/plugin-mlinfra-common';
import type { Knex } from 'knex';
import type { IdentityCheck } from '../aws/IdentityCheck';
import { partitionOf } from '../aws/partition';
import type { Collector } from '../collectors/Collector';
import type { AccountConfig, MlinfraConfig } from '../config/MlinfraConfig';
import type { CollectionStore } from '../database/CollectionStore';
import type { RefreshStore } from '../database/RefreshStore';
import type { TargetKey } from '../database/tables';
import type { Claim, TargetStore } from '../database/TargetStore';
import { collectionError, timeoutError } from './collectionError';
import { partialResult } from './partialResult';
import { GLOBAL_REGION } from './configuredTargets';
import { Lease, LEASE_MS } from './Lease';
import { nextCollectionMs, retryDelayMs } from './retryDelay';

/** Details are confirmed within a day, so older requests change nothing. */
const REFRESHES_KEPT_MS = 24 * 60 * 60_000;

export interface TargetCollectionOptions {
  knex: Knex;
  logger: LoggerService;
  config: MlinfraConfig;
  targets: TargetStore;
  collections: CollectionStore;
  refreshes: RefreshStore;
  identity: Pick<IdentityCheck, 'confirm'>;
  collectors: Record<CollectorId, Collector>;
  now?: () => number;
}

/** Collects one target from claim to result. */
export class TargetCollection {
  private readonly accounts: Map<string, AccountConfig>;
  private readonly now: () => number;

  constructor(private readonly options: TargetCollectionOptions) {
    this.accounts = new Map(
      options.config.accounts.map(account => [account.accountId, account]),
    );
    this.now = options.now ?? Date.now;
  }

  /** A claim on the target, or undefined when another process has it. */
  async claim(key: TargetKey): Promise<Claim | undefined> {
    const now = this.now();
    const claim = { key, token: randomUUID(), at: instant(now) };
    const until = instant(now + LEASE_MS);
    const claimed = await this.options.targets.claim(claim, until);
    return claimed ? claim : undefined;
  }

  /** Never rejects: what fails is recorded with the target. */
  async run(claim: Claim, shutdown: AbortSignal): Promise<void> {
    const { targets, config, logger } = this.options;
    const { timeoutMs } = config.schedules[claim.key.collector];
    const lease = new Lease(until => targets.renew(claim, until), this.now);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([shutdown, lease.signal, timeout]);
    try {
      await this.collect(claim, signal);
    } catch (error) {
      await this.settle(claim, error, { shutdown, timeout }).catch(failure =>
        logger.error(
          `The outcome of collecting ${claim.key.collector} of account ${claim.key.accountId} (${claim.key.region}) could not be stored`,
          failure,
        ),
      );
    } finally {
      lease.end();
    }
  }

  private async collect(claim: Claim, signal: AbortSignal): Promise<void> {
    const { knex, targets, collections, refreshes, identity, collectors } =
      this.options;
    const { key } = claim;
    const account = this.accounts.get(key.accountId);
    if (!account) {
      throw new Error(`account ${key.accountId} is not in mlinfra.accounts`);
    }
    const call = {
      accountId: key.accountId,
      region:
        key.region === GLOBAL_REGION
          ? partitionOf(account.regions[0]).globalRegion
          : key.region,
      signal,
    };
    await identity.confirm(call);
    const input = {
      account,
      call,
      details: await collections.details(key),
      earlier: await collections.rows(key),
      refreshes: await refreshes.since(instant(this.now() - REFRESHES_KEPT_MS)),
      now: claim.at,
    };
    // Who only listens for the end would never hear of one that was before.
    signal.throwIfAborted();
    const output = await collectors[key.collector].collect(input);
    signal.throwIfAborted();
    const partial = partialResult(output, instant(this.now()));
    output.problems?.forEach(each => this.options.logger.warn(each.message));
    const { frequencyMs } = this.options.config.schedules[key.collector];
    const nextDueAt = output.incomplete
      ? instant(this.now() + this.options.config.refreshMinIntervalMs)
      : instant(this.now() + nextCollectionMs(frequencyMs));
    await knex.transaction(async transaction => {
      // First, so that a lost claim writes nothing.
      if (!(await targets.succeed(transaction, claim, nextDueAt, partial))) {
        throw new Error('another process has taken the target over');
      }
      await collections.replace(transaction, key, output, claim.at);
    });
  }

  private async settle(
    claim: Claim,
    error: unknown,
    { shutdown, timeout }: { shutdown: AbortSignal; timeout: AbortSignal },
  ): Promise<void> {
    const { targets, config, logger } = this.options;
    const { key } = claim;
    if (shutdown.aborted) {
      await targets.release(claim);
      return;
    }
    const at = instant(this.now());
    const { frequencyMs, timeoutMs } = config.schedules[key.collector];
    const described: CollectionError = timeout.aborted
      ? timeoutError(key, timeoutMs, at)
      : collectionError(error, key, at);
    const failures = (await targets.failures(key)) + 1;
    const delay = retryDelayMs(failures, frequencyMs);
    logger.warn(described.message, error instanceof Error ? error : undefined);
    await targets.fail(claim, described, failures, instant(this.now() + delay));
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
