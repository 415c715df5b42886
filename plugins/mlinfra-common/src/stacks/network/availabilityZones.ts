import { z } from 'zod';

/** Shape of the name of an availability zone. @public */
export const AVAILABILITY_ZONE_PATTERN = '^[a-z]{2}(-[a-z]+)+-[0-9][a-z]$';

// Newer accounts do not get the second zone of these regions.
const ZONE_LETTERS: Record<string, [string, string]> = {
  'ap-northeast-1': ['a', 'c'],
  'us-west-1': ['a', 'c'],
};

/** The zones of a VPC's subnets. Empty: two of the region's. */
export const availabilityZones = z
  .array(
    z
      .string()
      .regex(
        new RegExp(AVAILABILITY_ZONE_PATTERN),
        'must be the name of an availability zone such as eu-central-1a',
      ),
  )
  .max(8)
  .refine(
    zones => new Set(zones).size === zones.length,
    'names a zone twice; each zone gets one subnet',
  );

/** Two zones that a region has. Which letters an account sees differs in a few regions; there they are given by hand. */
export function zonesOfRegion(region: string): string[] {
  return (ZONE_LETTERS[region] ?? ['a', 'b']).map(
    letter => `${region}${letter}`,
  );
}
