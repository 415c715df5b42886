const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const MICRO_DIGITS = 6;

/**
 * A plain decimal string (`"12.5"`) from AWS's spelling of an amount, which may
 * have an exponent and trailing zeros. Undefined when it is no number.
 */
export function plainDecimal(amount: string): string | undefined {
  const match = DECIMAL.exec(amount.trim());
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded =
    point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const split = Math.max(point, 1);
  const integer = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(split).replace(/0+$/, '');
  const text = rest ? `${integer}.${rest}` : integer;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** Millionths of a plain decimal; what is smaller is cut off. */
export function microUnits(decimal: string): bigint {
  const [whole, fraction = ''] = decimal.replace('-', '').split('.');
  const micro = BigInt(
    whole + fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0'),
  );
  return decimal.startsWith('-') ? -micro : micro;
}
