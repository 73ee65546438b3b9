import { totalmem } from 'node:os';

/** How the embedded server is to behave. */
export interface ServerProfile {
  /** False only for tests: commits may then be lost when the machine stops. */
  readonly durable: boolean;
  /** Most connections at a time. */
  readonly maxConnections: number;
}

/** For real data: every commit is on the disk before it is reported. */
export const DURABLE_PROFILE: ServerProfile = { durable: true, maxConnections: 60 };

/** For test databases, which may be lost at any time. */
export const TEST_PROFILE: ServerProfile = { durable: false, maxConnections: 200 };

const MEGABYTE = 1024 * 1024;

/**
 * The server's settings for a machine that also runs the application: an eighth of the memory for
 * PostgreSQL's own cache, loopback only, and no sockets in shared folders.
 *
 * @param port TCP port, 1–65535
 * @returns arguments for the `postgres` program
 */
export function serverArguments(port: number, profile: ServerProfile): string[] {
  const memory = Math.floor(totalmem() / MEGABYTE);
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: profile.maxConnections,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(memory / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, Math.max(64, Math.floor(memory / 16)))}MB`,
    // Nothing replicates from the embedded server: the log then holds only what recovery needs.
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    // A client that was killed is noticed within a second, also in the middle of a long statement: its locks go.
    ...(process.platform === 'linux' ? { client_connection_check_interval: '1s' } : {}),
    // Screens ask short questions; compiling them costs more than it saves.
    jit: 'off',
    ...(profile.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
