import type { PriceRow, RunCost } from '@mlinfra/plugin-mlinfra-common';
import { type MicroDollars, usdAmount } from './MicroDollars';

/** Adds up what is known of a cost, and remembers what is not. */
export class CostSum {
  private amount: MicroDollars | undefined;
  private accuracy: RunCost['accuracy'] = 'exact';
  private readonly notes = new Set<string>();
  private readonly prices = new Set<PriceRow>();

  add(amount: MicroDollars, prices: PriceRow[]): void {
    this.amount = (this.amount ?? 0n) + amount;
    prices.forEach(price => this.prices.add(price));
  }

  atMost(note: string): void {
    this.accuracy = this.accuracy === 'partial' ? 'partial' : 'at-most';
    this.notes.add(note);
  }

  missing(note: string): void {
    this.accuracy = 'partial';
    this.notes.add(note);
  }

  note(text: string): void {
    this.notes.add(text);
  }

  result(): RunCost {
    return {
      usd: this.amount === undefined ? undefined : usdAmount(this.amount),
      accuracy: this.accuracy,
      notes: [...this.notes, ...this.sources()],
    };
  }

  private sources(): string[] {
    const prices = [...this.prices];
    const read = new Set(
      prices
        .filter(({ confidence }) => confidence === 'read')
        .map(({ source, effectiveFrom }) =>
          effectiveFrom ? `${source} (${effectiveFrom})` : source,
        ),
    );
    const unconfirmed = prices
      .filter(({ confidence }) => confidence === 'unconfirmed')
      .map(
        ({ usagetype, source }) =>
          `The price of ${usagetype} is not confirmed for this region; it is ${source}.`,
      );
    return read.size > 0
      ? [
          `Prices on demand in ${prices[0].region} from ${[...read].join(
            ' and ',
          )}.`,
          ...unconfirmed,
        ]
      : unconfirmed;
  }
}
