/**
 * Tables that belong to no single kabupaten, copied to every node of a cluster: registries, people and their grants,
 * reference data. Tables of a kabupaten may point to them; they never point to a table of a kabupaten, nor to a local
 * one. Every new table without `kabupaten_code` in its primary key is entered here or in {@link LOCAL_TABLES}; the
 * catalogue lint fails until it is.
 */
export const SHARED_TABLES: readonly string[] = [
  'kabupaten',
  'areas',
  'ikm_instruments',
  'national_holidays',
  'users',
  'posts',
  'post_holders',
  'recovery_codes',
  'account_links',
  'api_tokens',
  'sso_identities',
  'person_keys',
  'mail_addresses',
  'platform_audit_entries',
  'platform_audit_head',
  'catalogue_entries',
  'catalogue_adoptions',
  'catalogue_posts',
  'catalogue_endorsements',
  'catalogue_follows',
  'catalogue_reports',
];

/** Tables that stay on one machine (the coordinator of a cluster) and that no other table points to. */
export const LOCAL_TABLES: readonly string[] = ['knex_migrations', 'knex_migrations_lock', 'sessions'];
