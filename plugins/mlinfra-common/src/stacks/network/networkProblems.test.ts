import { environmentTargetsSchema } from '../stackEnvironments';
import { zonesOfRegion } from './availabilityZones';
import { ipv4Cidr } from './ipv4Cidr';
import { networkProblems } from './networkProblems';
import { knownZonesOfRegion } from './regionZones';

const ACCOUNT = '123456789012';

function problems(
  inputs: {
    vpcCidr?: { dev: string; prod: string };
    connectedCidrs?: { dev: string[]; prod: string[] };
    zones?: string[];
  },
  prod: { accountId?: string; region?: string } = {},
  region = 'eu-central-1',
) {
  const target = { accountId: ACCOUNT, region };
  return networkProblems({
    targets: environmentTargetsSchema.parse({
      dev: target,
      prod: { ...target, ...prod },
    }),
    inputs: {
      vpcCidr: inputs.vpcCidr ?? { dev: '10.30.0.0/20', prod: '10.31.0.0/20' },
      connectedCidrs: inputs.connectedCidrs,
      availabilityZones: { dev: inputs.zones ?? [], prod: [] },
    },
  });
}

describe('addresses of networks', () => {
  it.each([
    ['10.30.0.0/20', '10.30.0.0/20'],
    ['10.30.0.0/16', '10.30.240.0/20'],
    ['10.30.240.0/20', '10.30.0.0/16'],
    ['192.168.0.0/16', '192.168.255.0/24'],
  ])(
    'CH6 B9 refuses %s in dev and %s in prod of one account and region',
    (dev, prod) => {
      expect(problems({ vpcCidr: { dev, prod } })).toEqual([
        {
          path: ['vpcCidr', 'prod'],
          message: expect.stringContaining(`dev's ${dev}`),
        },
      ]);
    },
  );

  it.each([[{ accountId: '210987654321' }], [{ region: 'eu-west-1' }]])(
    'CH6 lets dev and prod have the same addresses with prod in %j',
    prod => {
      const vpcCidr = { dev: '10.30.0.0/20', prod: '10.30.0.0/20' };
      expect(problems({ vpcCidr }, prod)).toEqual([]);
    },
  );

  it('CH6 lets neighbours be', () => {
    const vpcCidr = { dev: '10.30.0.0/20', prod: '10.30.16.0/20' };
    expect(problems({ vpcCidr })).toEqual([]);
  });

  it('CH6 refuses the addresses of a network that is to be connected', () => {
    const connectedCidrs = {
      dev: ['10.30.8.0/24', '10.0.0.0/16'],
      prod: ['0.0.0.0/0'],
    };
    expect(problems({ connectedCidrs })).toEqual([
      {
        path: ['vpcCidr', 'dev'],
        message: expect.stringContaining('10.30.8.0/24 of connectedCidrs'),
      },
      {
        path: ['vpcCidr', 'prod'],
        message: expect.stringContaining('0.0.0.0/0 of connectedCidrs'),
      },
    ]);
  });

  it.each([
    ['0.0.0.0/0', true],
    ['203.0.113.7/32', true],
    ['203.0.113.7/24', false],
    ['203.0.113.0/33', false],
    ['203.0.113.0', false],
    ['256.0.0.0/8', false],
    ['2001:db8::/32', false],
    ['10.0.0.0/8 ', false],
  ])('CH7 takes %j as a range of addresses: %s', (cidr, taken) => {
    expect(ipv4Cidr.safeParse(cidr).success).toBe(taken);
  });
});

describe('zones of networks', () => {
  it.each([
    [
      'eu-central-1',
      ['a', 'b', 'c', 'd'],
      'eu-central-1d, and eu-central-1 has 3',
    ],
    ['ca-central-1', ['a', 'c'], 'ca-central-1a, ca-central-1b, ca-central-1d'],
    ['us-east-1', ['f', 'g'], 'us-east-1g, and us-east-1 has 6'],
  ])('CH6 B9 refuses in %s the zones %j', (region, letters, message) => {
    const zones = letters.map(letter => `${region}${letter}`);
    expect(problems({ zones }, {}, region)).toEqual([
      {
        path: ['availabilityZones', 'dev'],
        message: expect.stringContaining(message),
      },
    ]);
  });

  it('CH6 says once that a zone lies in another region', () => {
    expect(problems({ zones: ['eu-west-1a', 'eu-west-1z'] })).toEqual([
      {
        path: ['availabilityZones', 'dev'],
        message: expect.stringContaining('cannot use in eu-central-1'),
      },
    ]);
  });

  it('CH6 does not judge a region that it does not know', () => {
    const zones = ['xx-north-9a', 'xx-north-9z'];
    expect(problems({ zones }, {}, 'xx-north-9')).toEqual([]);
    expect(knownZonesOfRegion('constructor')).toBeUndefined();
  });

  it.each([
    'eu-central-1',
    'ca-central-1',
    'ap-northeast-1',
    'us-west-1',
    'us-gov-west-1',
  ])('CH6 chooses two zones that %s has', region => {
    expect(knownZonesOfRegion(region)).toEqual(
      expect.arrayContaining(zonesOfRegion(region)),
    );
  });
});
