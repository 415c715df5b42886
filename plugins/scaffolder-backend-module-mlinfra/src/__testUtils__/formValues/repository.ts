import {
  EMAIL_PATTERN,
  ONE_LINE_PATTERN,
  SERVICE_NAME_PATTERN,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import { matching } from './arbitraries';

/** Whatever the form accepts of every stack: its patterns and limits are those of the definition. */
export const repositoryValues = fc.record({
  name: matching(SERVICE_NAME_PATTERN),
  team: matching(SERVICE_NAME_PATTERN).filter(
    team => !/^(xn--|sthree-|amzn-s3-demo-)/.test(team),
  ),
  owner: fc.constantFrom('group:default/audio', 'User:Other/Ann.B_c', 'x'),
  description: matching(ONE_LINE_PATTERN).filter(t => [...t].length <= 200),
  alertEmails: fc.array(matching(EMAIL_PATTERN), { maxLength: 3 }),
  environments: fc.record({
    dev: fc.record({
      accountId: matching('^[0-9]{12}$'),
      region: fc.constantFrom('eu-central-1', 'us-gov-west-1'),
      monthlyBudgetUsd: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    prod: fc.constant({ accountId: '000000000001', region: 'eu-west-1' }),
  }),
});
