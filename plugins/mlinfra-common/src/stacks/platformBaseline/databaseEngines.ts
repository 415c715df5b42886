import { z } from 'zod';
import { perEnvironment } from '../stackEnvironments';

/** Where records can be kept: a table paid by the request, or an instance paid by the hour. @public */
export const DATABASE_ENGINES = ['dynamodb', 'postgres'] as const;

/** Where records are kept. @public */
export type DatabaseEngine = (typeof DATABASE_ENGINES)[number];

/** Shape of the class of a database instance. @public */
export const DB_INSTANCE_CLASS_PATTERN =
  '^db\\.[a-z0-9]{2,10}\\.[a-z0-9]{4,12}$';

// RDS of PostgreSQL stores up to 64 TiB.
const storageGib = z.int().min(20).max(65_536);

const postgres = z
  .strictObject({
    engineVersion: z
      .string()
      .regex(
        /^[0-9]{2}(\.[0-9]{1,2})?$/,
        'must be a version of PostgreSQL such as 17.4',
      )
      .default('17.4'),
    instanceClass: z
      .string()
      .regex(
        new RegExp(DB_INSTANCE_CLASS_PATTERN),
        'must be a class of RDS instances such as db.t4g.micro',
      )
      .default('db.t4g.micro'),
    storageGib: storageGib.default(20),
    maxStorageGib: storageGib.default(100),
    databaseName: z
      .string()
      .regex(
        /^[a-z][a-z0-9_]{0,62}$/,
        'must be 1 to 63 lowercase letters, digits and underscores, and begin with a letter',
      )
      .default('platform'),
    slowQueryMs: z.int().min(1).max(60_000).default(1_000),
    applyImmediately: z.boolean().default(false),
  })
  .prefault({})
  .superRefine(({ storageGib: disk, maxStorageGib: most }, context) => {
    if (most <= disk) {
      context.addIssue({
        code: 'custom',
        path: ['maxStorageGib'],
        message: `is ${most}, and the disk begins with ${disk} GiB; give more, so that it can grow`,
      });
    }
  });

const backupRule = z.strictObject({
  schedule: z
    .string()
    .max(256)
    .regex(
      /^cron\(.+\)$/,
      'must be a schedule in UTC such as cron(0 1 ? * * *)',
    ),
  retentionDays: z.int().min(1).max(36_500),
});

/** Where records are kept, and how they come back. */
export const databaseInputs = {
  databaseEngine: perEnvironment(z.enum(DATABASE_ENGINES), {
    dev: 'dynamodb',
    prod: 'dynamodb',
  }),
  postgres,
  multiAz: perEnvironment(z.boolean(), { dev: false, prod: true }),
  backupRetentionDays: perEnvironment(z.int().min(1).max(35), {
    dev: 7,
    prod: 14,
  }),
  backups: perEnvironment(z.boolean(), { dev: false, prod: true }),
  backupRules: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), backupRule)
    .refine(
      rules => Object.keys(rules).length > 0,
      'is empty; name a rule, or switch backups off',
    )
    .default({
      daily: { schedule: 'cron(0 1 ? * * *)', retentionDays: 35 },
      monthly: { schedule: 'cron(0 1 1 * ? *)', retentionDays: 365 },
    }),
};
