import type { Knex } from 'knex';

/** A mail that was made for somebody in a post is sent while the post is theirs. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table deliveries add column post_id uuid;
    comment on column deliveries.post_id is
      'Post with whose rights a mail was written that is sent as it stands; null where it is computed when it is sent.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table deliveries drop column post_id');
}
