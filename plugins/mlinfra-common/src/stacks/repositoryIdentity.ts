import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { wellFormedText } from './wellFormedText';

/** Shape of a service's and of a team's name: first words of every AWS name. @public */
export const SERVICE_NAME_PATTERN = '^[a-z][a-z0-9-]{1,30}[a-z0-9]$';

const NAME_RULE =
  'must be 3 to 32 lowercase letters, digits and hyphens, begin with a letter and not end with a hyphen';

// S3 keeps these beginnings for itself, and the team is how every bucket's name begins.
const RESERVED_BUCKET_PREFIX = /^(xn--|sthree-|amzn-s3-demo-)/;

// Letter case does not count in entity references, so the pattern takes both.
const OWNER_PATTERN =
  /^(?:(?:group|user):)?(?:[a-z0-9._-]{1,63}\/)?[a-z0-9._-]{1,63}$/i;

const MAX_DESCRIPTION = 200;

/** One line of text: no line breaks, no other control characters. @public */
export const ONE_LINE_PATTERN =
  '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';

/** Shape of an address that alarms and budget alerts go to. @public */
export const EMAIL_PATTERN =
  '^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,4}$';

/** Name of a service: catalog entity, repository and middle of every AWS name. @public */
export const serviceNameSchema = z
  .string()
  .regex(new RegExp(SERVICE_NAME_PATTERN), NAME_RULE);

/** Name of a team: first word of every AWS name. @public */
export const teamNameSchema = serviceNameSchema.refine(
  team => !RESERVED_BUCKET_PREFIX.test(team),
  'must not begin with xn--, sthree- or amzn-s3-demo-, which S3 refuses in bucket names',
);

const ownerSchema = z
  .string()
  .regex(
    OWNER_PATTERN,
    'must be a reference to a group or a user, such as group:default/my-team',
  )
  .transform(owner =>
    stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' })),
  );

const descriptionSchema = wellFormedText
  .regex(
    new RegExp(ONE_LINE_PATTERN),
    'must be one line without control characters',
  )
  // Characters, not UTF-16 units: the form counts the same way.
  .refine(
    text => [...text].length <= MAX_DESCRIPTION,
    `must be at most ${MAX_DESCRIPTION} characters long`,
  )
  .meta({ maxLength: MAX_DESCRIPTION });

const emailSchema = z
  .string()
  .regex(
    new RegExp(EMAIL_PATTERN),
    'must be an e-mail address such as team@example.com',
  );

/** Whose the repository is and what it is called. @public */
export const repositoryIdentitySchema = z.strictObject({
  name: serviceNameSchema,
  owner: ownerSchema,
  team: teamNameSchema,
  description: descriptionSchema.default(''),
  alertEmails: z
    .array(emailSchema)
    .max(10, 'AWS Budgets takes at most 10 addresses; use a distribution list')
    .transform(emails => [...new Set(emails)])
    .default([]),
});

/** Whose the repository is and what it is called. @public */
export type RepositoryIdentity = z.output<typeof repositoryIdentitySchema>;

/**
 * The team that an owner's name stands for: its own name where that is a valid
 * team name, otherwise the nearest one, which may still be invalid.
 *
 * @public
 */
export function teamOfOwner(owner: string): string {
  const name = owner.slice(owner.lastIndexOf('/') + 1).replace(/^\w+:/, '');
  return name
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
}

/** Full reference of the catalog component with this name. @public */
export function componentEntityRef(name: string): string {
  return `component:default/${name}`;
}
