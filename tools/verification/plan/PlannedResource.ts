import type { Json } from './PlanJson';
import { UNKNOWN, valueAt, type PlannedValue } from './valueAt';

/** A resource as a plan has it, with the place in the files that it comes from. */
export class PlannedResource {
  constructor(
    readonly address: string,
    /** Address of its module instance; empty for the root. */
    readonly module: string,
    readonly type: string,
    readonly name: string,
    /** Folder of its module below `terraform`, for example `modules/bucket`. */
    readonly folder: string,
    private readonly after: Json,
    private readonly unknown: Json,
  ) {}

  /** The value at a path such as `setting.0.value`. */
  at(path: string): PlannedValue {
    return valueAt(this.after, this.unknown, path);
  }

  /** Whether a value is known and one of those. */
  is(path: string, ...expected: Json[]): boolean {
    const value = this.at(path);
    return expected.some(one => one === value);
  }

  /**
   * Whether an argument has been given a value, be it one that is known only
   * after apply. Holds for arguments that AWS does not fill in by itself.
   */
  has(path: string): boolean {
    const value = this.at(path);
    return (
      value === UNKNOWN ||
      (value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0))
    );
  }

  /** The blocks at a path; empty when none are known. */
  list(path: string): Json[] {
    const value = this.at(path);
    return Array.isArray(value) ? value : [];
  }
}
