/**
 * Letters of the availability zones that a region has, for the regions of
 * which they are known. From AWS's list of zone ids ("AWS Regions and
 * Availability Zones"). In regions older than November 2012 each account sees
 * letters of its own, and a newer account sees fewer than all of them: the
 * table is the most that any account has.
 */
const ZONE_LETTERS: Record<string, string> = {
  'af-south-1': 'abc',
  'ap-east-1': 'abc',
  'ap-northeast-1': 'abcd',
  'ap-northeast-2': 'abcd',
  'ap-northeast-3': 'abc',
  'ap-south-1': 'abc',
  'ap-south-2': 'abc',
  'ap-southeast-1': 'abc',
  'ap-southeast-2': 'abc',
  'ap-southeast-3': 'abc',
  'ap-southeast-4': 'abc',
  'ca-central-1': 'abd',
  'ca-west-1': 'abc',
  'eu-central-1': 'abc',
  'eu-central-2': 'abc',
  'eu-north-1': 'abc',
  'eu-south-1': 'abc',
  'eu-south-2': 'abc',
  'eu-west-1': 'abc',
  'eu-west-2': 'abc',
  'eu-west-3': 'abc',
  'il-central-1': 'abc',
  'me-central-1': 'abc',
  'me-south-1': 'abc',
  'sa-east-1': 'abc',
  'us-east-1': 'abcdef',
  'us-east-2': 'abc',
  'us-gov-east-1': 'abc',
  'us-gov-west-1': 'abc',
  'us-west-1': 'abc',
  'us-west-2': 'abcd',
};

/** Every zone that a region has, or undefined for a region that is not known: of that one nothing can be said. */
export function knownZonesOfRegion(region: string): string[] | undefined {
  return Object.hasOwn(ZONE_LETTERS, region)
    ? [...ZONE_LETTERS[region]].map(letter => `${region}${letter}`)
    : undefined;
}
