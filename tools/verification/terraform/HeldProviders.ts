import {
  holdProvider,
  type HeldProvider,
} from '../../terraform/heldProvider.mjs';

/** Providers that are started once, each lent to one command at a time. */
export class HeldProviders {
  private readonly idle: HeldProvider[] = [];
  private readonly all: HeldProvider[] = [];

  /** Lends a provider's environment; starts one where none is idle. */
  async lend<T>(use: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
    const provider = this.idle.pop() ?? (await this.start());
    try {
      return await use(provider.environment);
    } finally {
      this.idle.push(provider);
    }
  }

  end(): void {
    this.all.forEach(provider => provider.end());
  }

  private async start(): Promise<HeldProvider> {
    const provider = await holdProvider();
    this.all.push(provider);
    return provider;
  }
}
