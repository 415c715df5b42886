// @ts-check

/** Instants are ISO 8601 strings in UTC, as everywhere in this database. */
const INSTANT_LENGTH = 24;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('pipelines', table => {
    table.comment(
      'State machines as the last collection of their target found them',
    );
    table.string('id', 512).notNullable().comment('ARN');
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('entity_ref', 512).notNullable().comment('In lower case');
    table.string('environment', 256);
    table.string('status', 32).notNullable();
    table.text('content').notNullable().comment('The pipeline as JSON');
    table.primary(['account_id', 'region', 'id']);
    table.index(['entity_ref', 'account_id', 'id'], 'pipelines_entity_idx');
  });

  await knex.schema.createTable('pipeline_polls', table => {
    table.comment('How far the executions of a state machine have been listed');
    table.string('pipeline_id', 512).primary().comment('ARN');
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table
      .string('entity_ref', 512)
      .notNullable()
      .comment('Whose its stored runs are; empty: nobody may see them');
    table.string('environment', 256);
    table.string('stack', 256);
    table.text('claim').notNullable().comment('What its tag last said');
    table.string('gone_at', INSTANT_LENGTH).comment('AWS has it no more');
    table.string('polled_at', INSTANT_LENGTH).comment('Of the last success');
    table
      .string('wait_until', INSTANT_LENGTH)
      .comment('Not asked again before, after failures');
    table.boolean('listed_to_the_end').notNullable().defaultTo(false);
    table.text('cursor').comment('Where listing older executions goes on');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Since the last success');
    table.string('error_kind', 32);
    table.text('error_message');
    table.string('error_operation', 128);
    table.string('error_at', INSTANT_LENGTH);
    table.index(['account_id', 'region'], 'pipeline_polls_target_idx');
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Executions of pipelines');
    table.string('id', 32).primary().comment('Derived from the ARN');
    table.string('arn', 512).notNullable().unique();
    table.string('pipeline_id', 512).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table
      .string('entity_ref', 512)
      .notNullable()
      .comment('In lower case; empty: nobody may see it');
    table.string('environment', 256);
    table.string('stack', 256);
    table.string('status', 32).notNullable();
    table
      .boolean('terminal')
      .notNullable()
      .comment('AWS will not change it by itself');
    table.string('started_at', INSTANT_LENGTH).notNullable();
    table.string('stopped_at', INSTANT_LENGTH);
    table.text('content').notNullable().comment('The run as JSON');
    table
      .string('history_state', 16)
      .comment('partial, complete or failed; none: never read');
    table.string('history_read_at', INSTANT_LENGTH);
    table.integer('history_events').notNullable().defaultTo(0);
    table.text('history_problem');
    table
      .string('work', 16)
      .comment('What is yet to be asked about it: describe or read');
    table
      .string('work_after', INSTANT_LENGTH)
      .comment('Not before, so that replicas do not ask twice');
    table
      .integer('work_failures')
      .notNullable()
      .defaultTo(0)
      .comment('Since the last success');
    table
      .string('watched_until', INSTANT_LENGTH)
      .comment('A page follows it until then');
    table.string('lease_token', 36);
    table.string('leased_until', INSTANT_LENGTH);
    table.string('notified_as', 64).comment('For which end its owner was told');
    table.index(['started_at', 'id'], 'runs_fleet_idx');
    table.index(['entity_ref', 'started_at', 'id'], 'runs_entity_idx');
    table.index(['pipeline_id', 'started_at', 'id'], 'runs_pipeline_idx');
    table.index(['status', 'started_at', 'id'], 'runs_status_idx');
    table.index(['environment', 'started_at', 'id'], 'runs_environment_idx');
    table.index(['account_id', 'started_at', 'id'], 'runs_account_idx');
    table.index(['terminal', 'pipeline_id'], 'runs_open_idx');
    table.index(['work', 'started_at'], 'runs_work_idx');
    table.index(['watched_until'], 'runs_watched_idx');
  });

  await knex.schema.createTable('run_histories', table => {
    table.comment(
      'What the history of a run says, redacted before it is stored',
    );
    table
      .string('run_id', 32)
      .primary()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table
      .text('definition')
      .comment('The definition that this run was started with');
    table.text('input');
    table.text('output');
    table.text('steps').notNullable().comment('Steps as JSON');
  });

  await knex.schema.createTable('run_events', table => {
    table.comment('Events of a run, redacted before they are stored');
    table
      .string('run_id', 32)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('event_id').notNullable();
    table.text('content').notNullable().comment('The event as JSON');
    table.primary(['run_id', 'event_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    'run_events',
    'run_histories',
    'runs',
    'pipeline_polls',
    'pipelines',
  ]) {
    await knex.schema.dropTable(name);
  }
};
