import {
  findPrice,
  type PriceRow,
  type Region,
} from '@mlinfra/plugin-mlinfra-common';
import { microUnits } from '../../money/decimal';
import type { TaskSize } from '../model';
import type { CostSum } from './CostSum';
import { divide } from './MicroDollars';
import { INCLUDED_STORAGE_GB } from './taskSize';

const SECONDS_PER_HOUR = 3_600n;
/** Sizes are counted in 1024ths, as ECS does, so that nothing is a float. */
const PARTS = 1_024n;

/** Adds what a Fargate task of a size costs for a time. */
export function addTaskCost(
  sum: CostSum,
  region: Region,
  size: TaskSize,
  seconds: number,
): void {
  const arm = size.architecture === 'arm64' ? 'ARM-' : '';
  const cpu = findPrice(region, `Fargate-${arm}vCPU-Hours:perCPU`);
  const memory = findPrice(region, `Fargate-${arm}GB-Hours`);
  if (!cpu || !memory) {
    sum.missing(
      `No price of Fargate${
        arm ? ' on ARM' : ''
      } is known for ${region}, so its tasks are not counted.`,
    );
    return;
  }
  sum.add(
    hours(cpu, size.vcpu, seconds) + hours(memory, size.memoryGb, seconds),
    [cpu, memory],
  );
  const extra = size.ephemeralStorageGb - INCLUDED_STORAGE_GB;
  if (extra > 0) {
    const storage = findPrice(region, 'Fargate-EphemeralStorage-GB-Hours');
    if (storage) {
      sum.add(hours(storage, extra, seconds), [storage]);
    } else {
      sum.missing(
        `No price of more than ${INCLUDED_STORAGE_GB} GB of storage is known for ${region}, so it is not counted.`,
      );
    }
  }
  if (size.spot) {
    sum.atMost(
      'What ran on Fargate Spot is counted at the price on demand; AWS bills less.',
    );
  }
}

function hours(price: PriceRow, amount: number, seconds: number): bigint {
  const parts = BigInt(Math.round(amount * Number(PARTS)));
  return divide(
    microUnits(price.price) * parts * BigInt(seconds),
    PARTS * SECONDS_PER_HOUR,
  );
}
