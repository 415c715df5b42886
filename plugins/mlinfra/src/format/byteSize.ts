const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
const STEP = 1_024;
const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** "48 B", "256 KiB", "20 GiB". */
export function formatByteSize(bytes: number): string {
  let [amount, unit] = [bytes, 0];
  while (amount >= STEP && unit < UNITS.length - 1) {
    amount /= STEP;
    unit += 1;
  }
  return `${number.format(amount)} ${UNITS[unit]}`;
}

/** How many bytes a text is when it is sent. */
export function byteSizeOf(text: string): number {
  return new Blob([text]).size;
}
