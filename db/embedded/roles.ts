import pg from 'pg';
import { SUPERUSER } from './cluster.ts';
import type { DatabasePasswords } from './secrets.ts';

/** Name of the embedded database. */
export const DATABASE = 'pandu';
/** Owns the database and its tables; runs migrations. */
export const OWNER_ROLE = 'pandu_owner';
/** What the application connects as: bound by row-level security. */
export const APPLICATION_ROLE = 'pandu_app';

const PLAIN_ROLE = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/** Address of a role on the embedded server. */
export function embeddedUrl(
  port: number,
  role: string,
  password: string,
  database: string = DATABASE,
): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Address of the embedded server's superuser; for setting up, never for the application. */
export function superuserUrl(port: number, passwords: DatabasePasswords, database: string): string {
  return embeddedUrl(port, SUPERUSER, passwords.superuser, database);
}

/**
 * Creates roles and the database where they are missing. The database comes last: when it is there, an
 * earlier start went all the way. Extensions are made by migrations: those in use are trusted ones, which
 * the owner of a database may create, and what a superuser had created the owner could not drop again.
 */
export async function ensureDatabase(port: number, passwords: DatabasePasswords): Promise<void> {
  await withClient(superuserUrl(port, passwords, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount !== 0) return;
    await ensureLoginRole(client, OWNER_ROLE, passwords.owner);
    await ensureLoginRole(client, APPLICATION_ROLE, passwords.application);
    await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  });
}

/** Creates a plain login role, or gives it this password when it exists. */
export async function ensureLoginRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${pg.escapeIdentifier(role)} with ${PLAIN_ROLE} password ${pg.escapeLiteral(password)}`,
  );
}

/** Runs work on one connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener an interrupted connection would end the process; the running query fails anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
