import { errorText } from '../../server/platform/operator-error.ts';
import { ensureClusterFiles, openCluster, type Cluster } from './cluster.ts';
import { APPLICATION_ROLE, embeddedUrl, ensureDatabase, OWNER_ROLE, superuserUrl } from './roles.ts';
import { argumentsOf } from './process-identity.ts';
import { ensureServer, stopServer, type RunningServer } from './server-process.ts';
import { DURABLE_PROFILE, type ServerProfile } from './server-settings.ts';
import { countUses, endUse, noteUse, withStartLock } from './start-lock.ts';

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** Address for the application's role. */
  readonly url: string;
  /** Address for the owner's role, which runs migrations. */
  readonly migrateUrl: string;
  /** Address of the superuser in the database `postgres`; for test databases only. */
  readonly superuserUrl: string;
  /** Whether the server ran already, for another process or as the orphan of a killed one. */
  readonly reused: boolean;
  /** Ends this process's use. The server itself stops when no other living process uses it. */
  readonly stop: () => Promise<void>;
}

/** How to start. */
export interface EmbeddedOptions {
  /** Folder that keeps the database and its passwords; made when missing. */
  readonly dataDir: string;
  /** Receives lines for the operator. */
  readonly log: (line: string) => void;
  /** Called once when the server died and could not be restarted. */
  readonly onLost?: (error: unknown) => void;
  readonly profile?: ServerProfile;
}

const WATCH_EVERY_MS = 1_000;

/**
 * Starts PostgreSQL on a data folder, or joins the server that already runs on it: one that another command
 * uses now, or one whose application was killed. Database and roles are created at the first start.
 *
 * While in use the server is watched: when it dies (out of memory, a stray kill) it is restarted on the
 * same port, so that open pools reconnect.
 *
 * @throws OperatorError with one sentence for the operator when it cannot start
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(options.dataDir, options.profile ?? DURABLE_PROFILE);
  return withStartLock(cluster.dataDir, async () => {
    const passwords = await ensureClusterFiles(cluster, options.log);
    const use = await noteUse(cluster.dataDir);
    try {
      const server = await ensureServer(cluster, null, options.log);
      await ensureDatabase(server.port, passwords);
      const watch = watchServer(cluster, server, options);
      return {
        url: embeddedUrl(server.port, APPLICATION_ROLE, passwords.application),
        migrateUrl: embeddedUrl(server.port, OWNER_ROLE, passwords.owner),
        superuserUrl: superuserUrl(server.port, passwords, 'postgres'),
        reused: server.reused,
        stop: async () => {
          await watch.stop();
          await withStartLock(cluster.dataDir, () => leave(cluster, use));
        },
      };
    } catch (error) {
      await leave(cluster, use);
      throw error;
    }
  });
}

async function leave(cluster: Cluster, use: string): Promise<void> {
  await endUse(use);
  if ((await countUses(cluster.dataDir)) === 0) await stopServer(cluster);
}

interface Watch {
  readonly stop: () => Promise<void>;
}

function watchServer(cluster: Cluster, first: RunningServer, options: EmbeddedOptions): Watch {
  let pid = first.pid;
  let restarting: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (restarting !== null || argumentsOf(pid) !== null) return;
    options.log('Basis data berhenti mendadak; dinyalakan kembali …');
    restarting = withStartLock(cluster.dataDir, () => ensureServer(cluster, first.port, options.log))
      .then((server) => {
        pid = server.pid;
        restarting = null;
        options.log('Basis data menyala kembali.');
      })
      .catch((error: unknown) => {
        clearInterval(timer);
        if (options.onLost === undefined)
          options.log(`Basis data tidak dapat dinyalakan kembali: ${errorText(error)}`);
        else options.onLost(error);
      });
  }, WATCH_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await restarting;
    },
  };
}
