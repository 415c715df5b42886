// @ts-check
const { createHash } = require('node:crypto');

/** Instants are ISO 8601 strings in UTC, as everywhere in this database. */
const INSTANT_LENGTH = 24;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const [name, comment] of /** @type {const} */ ([
    [
      'databases',
      'Databases as the last collection of their target found them',
    ],
    ['alarms', 'Alarms as the last collection of their target found them'],
  ])) {
    await knex.schema.createTable(name, table => {
      table.comment(comment);
      table.string('id', 512).notNullable().comment('ARN');
      table.string('account_id', 12).notNullable();
      table.string('region', 32).notNullable();
      table.string('entity_ref', 512).notNullable().comment('In lower case');
      table.string('environment', 256);
      table.string('status', 32).notNullable();
      table.text('content').notNullable().comment('The resource as JSON');
      table.primary(['account_id', 'region', 'id']);
      table.index(['entity_ref', 'account_id', 'id'], `${name}_entity_idx`);
    });
  }

  await knex.schema.alterTable('endpoints', table => {
    table.string('key', 32).comment('Short form of the id, for addresses');
    table.index(['key'], 'endpoints_key_idx');
  });
  await completeEndpoints(knex);

  await knex.schema.alterTable('collection_targets', table => {
    table
      .string('kept_since', INSTANT_LENGTH)
      .comment(
        'Age of the oldest data that the last collection could not renew',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('collection_targets', table => {
    table.dropColumn('kept_since');
  });
  await knex.schema.alterTable('endpoints', table => {
    table.dropIndex(['key'], 'endpoints_key_idx');
    table.dropColumn('key');
  });
  await knex.schema.dropTable('alarms');
  await knex.schema.dropTable('databases');
};

/**
 * Gives endpoints that are stored already what every endpoint has from now on,
 * so that they are shown until the next collection.
 *
 * @param {import('knex').Knex} knex
 */
async function completeEndpoints(knex) {
  const rows = await knex('endpoints').select(
    'account_id',
    'region',
    'id',
    'content',
  );
  for (const { account_id, region, id, content } of rows) {
    const key = createHash('sha256')
      .update(id)
      .digest('base64url')
      .slice(0, 22);
    await knex('endpoints')
      .where({ account_id, region, id })
      .update({
        key,
        content: JSON.stringify({
          ...JSON.parse(content),
          key,
          services: [],
          deployments: [],
        }),
      });
  }
}
