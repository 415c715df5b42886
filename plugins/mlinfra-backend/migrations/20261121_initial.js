// @ts-check

/**
 * Instants are ISO 8601 strings in UTC: they sort as text, and mean the same
 * in every database.
 */
const INSTANT_LENGTH = 24;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const [name, comment] of /** @type {const} */ ([
    [
      'endpoints',
      'Endpoints as the last collection of their target found them',
    ],
    ['budgets', 'Budgets as the last collection of their target found them'],
  ])) {
    await knex.schema.createTable(name, table => {
      table.comment(comment);
      table.string('id', 512).notNullable().comment('ARN');
      table.string('account_id', 12).notNullable();
      table.string('region', 32).notNullable().comment('global for budgets');
      table.string('entity_ref', 512).notNullable().comment('In lower case');
      table.string('environment', 256);
      table.string('status', 32).notNullable();
      table.text('content').notNullable().comment('The resource as JSON');
      table.primary(['account_id', 'region', 'id']);
      table.index(['entity_ref', 'account_id', 'id'], `${name}_entity_idx`);
    });
  }

  await knex.schema.createTable('rejected_claims', table => {
    table.comment(
      'Resources whose tag names an entity that their account may not speak for',
    );
    table.string('collector', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('resource_arn', 512).notNullable();
    table.text('claimed_entity_ref').notNullable();
    table.text('reason').notNullable();
    table.string('collected_at', INSTANT_LENGTH).notNullable();
    table.primary(['collector', 'account_id', 'region', 'resource_arn']);
  });

  await knex.schema.createTable('collected_details', table => {
    table.comment(
      'Answers about single resources, kept so that they are not asked again',
    );
    table.string('collector', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('arn', 512).notNullable();
    table.text('fingerprint').notNullable();
    table.boolean('settled').notNullable();
    table.text('content').notNullable().comment('JSON');
    table.string('read_at', INSTANT_LENGTH).notNullable();
    table.primary(['collector', 'account_id', 'region', 'arn']);
  });

  await knex.schema.createTable('collection_targets', table => {
    table.comment(
      'What is collected, when it is due, and how the last attempt went',
    );
    table.string('collector', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('next_due_at', INSTANT_LENGTH).notNullable();
    table
      .string('wanted_at', INSTANT_LENGTH)
      .comment('When a person wants it collected');
    table.string('lease_token', 36).comment('One per claim');
    table.string('leased_until', INSTANT_LENGTH);
    table.string('last_attempt_at', INSTANT_LENGTH);
    table.string('last_success_at', INSTANT_LENGTH);
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Since the last success');
    table.string('error_kind', 32);
    table.text('error_message');
    table.string('error_operation', 128);
    table.string('error_at', INSTANT_LENGTH);
    table.primary(['collector', 'account_id', 'region']);
    table.index(['next_due_at'], 'collection_targets_due_idx');
  });

  await knex.schema.createTable('refresh_requests', table => {
    table.comment('When a person last asked for fresh data of an entity');
    table.string('entity_ref', 512).primary();
    table.string('requested_at', INSTANT_LENGTH).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    'refresh_requests',
    'collection_targets',
    'collected_details',
    'rejected_claims',
    'budgets',
    'endpoints',
  ]) {
    await knex.schema.dropTable(name);
  }
};
