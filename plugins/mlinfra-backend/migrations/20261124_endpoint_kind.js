// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('endpoints', table => {
    table.string('kind', 32).comment('As in the content, to filter by');
  });
  const rows = await knex('endpoints').select(
    'account_id',
    'region',
    'id',
    'content',
  );
  for (const { account_id, region, id, content } of rows) {
    await knex('endpoints')
      .where({ account_id, region, id })
      .update({ kind: JSON.parse(content).kind ?? null });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('endpoints', table => {
    table.dropColumn('kind');
  });
};
