import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'innovations',
  'innovation_versions',
  'innovation_proofs',
  'innovation_adoptions',
  'adoption_steps',
  'innovation_ideas',
  'idea_steps',
];

const SHARED = [
  'catalogue_entries',
  'catalogue_adoptions',
  'catalogue_posts',
  'catalogue_endorsements',
  'catalogue_follows',
  'catalogue_reports',
];

/**
 * Columns that search and facets read, alike in a kabupaten's own entries and in the shared catalogue: made from what
 * is published (of the shared one: from the ticked fields alone), never from a draft.
 */
const FACETS = `
      name text,
      acronym text,
      form text,
      digital boolean,
      stage text,
      topics text[] not null default '{}',
      services text[] not null default '{}',
      region_types text[] not null default '{}',
      cost_band text,
      people_band text,
      connectivity text,
      proof text not null default 'belum-ada-data',
      replications integer not null default 0,
      search tsvector,`;

/** The innovation catalogue: a kabupaten's own entries, what it shares through FORCASI, and what became of it elsewhere. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A kabupaten's entry: what is being written (draft), and what was published last.
    create table innovations (
      kabupaten_code text not null,
      id uuid not null,
      slug text not null,
      unit_code text not null,
      state text not null,
      draft jsonb not null,
      -- Raised with every saved change; which field was changed at which revision, so that nobody overwrites another.
      revision integer not null default 1,
      field_revisions jsonb not null default '{}',
      published jsonb,
      version integer not null default 0,
      published_at timestamptz,
      submitted_at timestamptz,
      submitted_by uuid,
      returned_reason text,
      -- Who may see what is published: own kabupaten, FORCASI, everyone; and which fields leave the kabupaten.
      audience text not null default 'own',
      shared_fields text[] not null default '{}',
      share_figures boolean not null default false,
      -- Heartbeat: the owner's last word that it still runs; when it stopped and what was learnt.
      confirmed_on date,
      stopped_on date,
      stopped_lesson text,
      -- For entries taken from public sources: { name, url, on }; confirmed when the owner spoke.
      source jsonb,
      owner_confirmed boolean not null default true,
      -- The adoption an own entry grew from.
      adoption_id uuid,
      ${FACETS}
      post_id uuid,
      post_title text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      demo boolean not null default false,
      constraint innovations_pk primary key (kabupaten_code, id),
      constraint innovations_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint innovations_state_known check (state in ('draft', 'submitted', 'published', 'archived')),
      constraint innovations_audience_known check (audience in ('own', 'forcasi', 'public')),
      constraint innovations_published check ((state in ('published', 'archived')) <= (published is not null)),
      constraint innovations_proof_known check (proof in ('terukur', 'dilaporkan-sendiri', 'belum-ada-data'))
    );
    create unique index innovations_slug on innovations (kabupaten_code, slug);

    -- Every publication, whole, with what changed since the one before.
    create table innovation_versions (
      kabupaten_code text not null,
      innovation_id uuid not null,
      version integer not null,
      content jsonb not null,
      changed text[] not null,
      note text,
      author_title text not null,
      reviewer_title text not null,
      published_at timestamptz not null,
      constraint innovation_versions_pk primary key (kabupaten_code, innovation_id, version),
      constraint innovation_versions_of foreign key (kabupaten_code, innovation_id)
        references innovations (kabupaten_code, id) on delete cascade
    );

    -- What would prove it: a measure of the unit, its start and what it is compared with, locked before the result is
    -- seen. The result is computed anew as data arrive.
    create table innovation_proofs (
      kabupaten_code text not null,
      id uuid not null,
      innovation_id uuid not null,
      measure text not null,
      field text not null,
      unit_code text not null,
      service_code text,
      started_on date not null,
      before_from date not null,
      before_to date not null,
      -- Units it is compared with besides, chosen before too; empty compares with the past alone.
      compared_units text[] not null default '{}',
      locked_at timestamptz not null,
      locked_by text not null,
      result jsonb,
      result_data_version bigint,
      computed_at timestamptz,
      constraint innovation_proofs_pk primary key (kabupaten_code, id),
      constraint innovation_proofs_of foreign key (kabupaten_code, innovation_id)
        references innovations (kabupaten_code, id) on delete cascade,
      constraint innovation_proofs_order check (before_from <= before_to and before_to < started_on)
    );
    create unique index innovation_proofs_key
      on innovation_proofs (kabupaten_code, innovation_id, measure, field, unit_code, coalesce(service_code, ''));

    -- A plan to take an innovation home: of the own kabupaten or of the shared catalogue.
    create table innovation_adoptions (
      kabupaten_code text not null,
      id uuid not null,
      entry_id uuid not null,
      entry_home text not null,
      entry_name text not null,
      entry_version integer not null,
      unit_code text not null,
      state text not null,
      adapted text,
      -- Own figures when the plan was made: [{ measure, field, from, to, value, n }].
      baseline jsonb not null default '[]',
      mentor text,
      started_on date,
      ended_on date,
      result text,
      -- membaik, sama, memburuk, belum-tahu
      outcome text,
      hardest text,
      -- The result is told to the source and stands in the lineage.
      told boolean not null default false,
      post_id uuid,
      post_title text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      demo boolean not null default false,
      constraint innovation_adoptions_pk primary key (kabupaten_code, id),
      constraint innovation_adoptions_unit foreign key (kabupaten_code, unit_code)
        references units (kabupaten_code, code),
      constraint innovation_adoptions_state_known check (state in ('planned', 'running', 'done', 'stopped')),
      constraint innovation_adoptions_outcome_known
        check (outcome in ('membaik', 'sama', 'memburuk', 'belum-tahu'))
    );
    create unique index innovation_adoptions_key on innovation_adoptions (kabupaten_code, entry_id, unit_code)
      where state in ('planned', 'running');

    create table adoption_steps (
      kabupaten_code text not null,
      id uuid not null,
      adoption_id uuid not null,
      position integer not null,
      body text not null,
      owner text,
      due_on date,
      done_on date,
      note text,
      constraint adoption_steps_pk primary key (kabupaten_code, id),
      constraint adoption_steps_of foreign key (kabupaten_code, adoption_id)
        references innovation_adoptions (kabupaten_code, id) on delete cascade
    );
    create index adoption_steps_of on adoption_steps (kabupaten_code, adoption_id, position);

    -- The laboratory: gagasan → uji coba → penerapan, inside a kabupaten.
    create table innovation_ideas (
      kabupaten_code text not null,
      id uuid not null,
      title text not null,
      problem text not null,
      proposal text not null,
      unit_code text not null,
      stage text not null,
      -- What the trial is to show, written down before it begins, and until when.
      trial_question text,
      trial_until date,
      outcome text,
      innovation_id uuid,
      user_id uuid,
      post_id uuid,
      post_title text not null,
      created_at timestamptz not null,
      demo boolean not null default false,
      constraint innovation_ideas_pk primary key (kabupaten_code, id),
      constraint innovation_ideas_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint innovation_ideas_stage_known check (stage in ('gagasan', 'uji-coba', 'penerapan', 'dihentikan'))
    );

    create table idea_steps (
      kabupaten_code text not null,
      id uuid not null,
      idea_id uuid not null,
      from_stage text,
      to_stage text not null,
      reason text not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint idea_steps_pk primary key (kabupaten_code, id),
      constraint idea_steps_of foreign key (kabupaten_code, idea_id)
        references innovation_ideas (kabupaten_code, id) on delete cascade
    );
    create index idea_steps_of on idea_steps (kabupaten_code, idea_id, created_at);

    -- The shared catalogue: copies of the ticked fields, readable by every member of FORCASI. Taken back, the row goes.
    create table catalogue_entries (
      id uuid not null,
      home_code text not null,
      home_name text not null,
      unit_code text,
      unit_name text not null,
      slug text not null,
      audience text not null,
      content jsonb not null,
      shared_fields text[] not null,
      -- Figures that prove it, only where the owner ticked them.
      figures jsonb,
      version integer not null,
      published_at timestamptz not null,
      updated_at timestamptz not null,
      archived boolean not null default false,
      confirmed_on date,
      stopped_on date,
      stopped_lesson text,
      source jsonb,
      owner_confirmed boolean not null default true,
      -- The entry it was adopted from.
      parent_id uuid,
      ${FACETS}
      demo boolean not null default false,
      -- Invented to try the search with, and marked as such wherever it shows.
      generated boolean not null default false,
      constraint catalogue_entries_pk primary key (id),
      constraint catalogue_entries_audience_known check (audience in ('forcasi', 'public')),
      constraint catalogue_entries_proof_known check (proof in ('terukur', 'dilaporkan-sendiri', 'belum-ada-data'))
    );
    create unique index catalogue_entries_slug on catalogue_entries (slug);
    create index catalogue_entries_search on catalogue_entries using gin (search);
    create index catalogue_entries_home on catalogue_entries (home_code);
    -- How many there are at all is told with every list: counted from here alone.
    create index catalogue_entries_known on catalogue_entries (archived, home_code, audience, id);
    create index catalogue_entries_newest on catalogue_entries (published_at desc, id);
    create index catalogue_entries_topics on catalogue_entries using gin (topics);

    -- Who took which entry home, told by the adopter.
    create table catalogue_adoptions (
      id uuid not null,
      entry_id uuid not null,
      adopter_code text not null,
      adopter_name text not null,
      unit_name text not null,
      state text not null,
      adapted text,
      outcome text,
      result text,
      hardest text,
      started_on date,
      ended_on date,
      updated_at timestamptz not null,
      -- The adopter's own entry, once it has one in the catalogue.
      adopter_entry_id uuid,
      source_told_at timestamptz,
      demo boolean not null default false,
      constraint catalogue_adoptions_pk primary key (id),
      constraint catalogue_adoptions_entry foreign key (entry_id) references catalogue_entries (id) on delete cascade,
      constraint catalogue_adoptions_state_known check (state in ('planned', 'running', 'done', 'stopped')),
      constraint catalogue_adoptions_outcome_known
        check (outcome in ('membaik', 'sama', 'memburuk', 'belum-tahu'))
    );
    create index catalogue_adoptions_of on catalogue_adoptions (entry_id);

    -- Questions and their answers at an entry; never anonymous. They outlive the shared copy: taken back, nobody else
    -- reads them, and shared again they are there again. Hence no foreign key to the entry, but its home.
    create table catalogue_posts (
      id uuid not null,
      entry_id uuid not null,
      home_code text not null,
      answers uuid,
      body text not null,
      user_id uuid not null,
      -- Who wrote it, as it was then. The name is empty once the person was erased.
      author_name text not null,
      author_title text not null,
      -- Name and code of the author's kabupaten; null for those who write for none.
      author_home text,
      author_code text,
      created_at timestamptz not null,
      hidden_at timestamptz,
      hidden_reason text,
      hidden_by text,
      demo boolean not null default false,
      constraint catalogue_posts_pk primary key (id),
      constraint catalogue_posts_question foreign key (answers) references catalogue_posts (id) on delete cascade
    );
    create index catalogue_posts_of on catalogue_posts (entry_id, created_at);
    create index catalogue_posts_home on catalogue_posts (home_code, created_at);
    create index catalogue_posts_author on catalogue_posts (user_id, created_at);

    create table catalogue_endorsements (
      entry_id uuid not null,
      home_code text not null,
      user_id uuid not null,
      reason text not null,
      author_name text not null,
      author_title text not null,
      author_home text,
      created_at timestamptz not null,
      demo boolean not null default false,
      constraint catalogue_endorsements_pk primary key (entry_id, user_id)
    );

    -- An entry or a topic somebody wants to hear of.
    create table catalogue_follows (
      user_id uuid not null,
      kind text not null,
      key text not null,
      created_at timestamptz not null,
      -- Of an entry what the person knows: the version, and whether it has stopped.
      version integer not null default 0,
      stopped boolean not null default false,
      constraint catalogue_follows_pk primary key (user_id, kind, key),
      constraint catalogue_follows_kind_known check (kind in ('entry', 'topic'))
    );
    create index catalogue_follows_of on catalogue_follows (kind, key);

    create table catalogue_reports (
      id uuid not null,
      post_id uuid not null,
      user_id uuid not null,
      reason text not null,
      created_at timestamptz not null,
      decided_at timestamptz,
      decision text,
      decided_by text,
      constraint catalogue_reports_pk primary key (id),
      constraint catalogue_reports_post foreign key (post_id) references catalogue_posts (id) on delete cascade,
      constraint catalogue_reports_decision_known check (decision in ('hidden', 'kept'))
    );
    create index catalogue_reports_of on catalogue_reports (post_id);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...SHARED, ...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
