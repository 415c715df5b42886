import type { Database } from '@mlinfra/plugin-mlinfra-common';

/** A database as it is stored; the account's name is added when it is read. */
export type StoredDatabase = Omit<Database, 'accountName'>;
