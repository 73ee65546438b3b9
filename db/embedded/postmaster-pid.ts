/**
 * The file `postmaster.pid` in a PostgreSQL data folder: what it says and how far it can be believed.
 * Its lines: process id, data folder, start time, port, socket folder, address, shared memory, status.
 */
export interface PostmasterPid {
  /** Process id of the server that wrote the file. */
  readonly pid: number;
  /** TCP port, or null while the server has not written it yet. */
  readonly port: number | null;
  /** Whether the server accepts connections. */
  readonly ready: boolean;
}

/**
 * What the file means:
 * `absent` no server; `stale` its server is gone, the next one cleans up; `reused` its process id now belongs
 * to another program, so that PostgreSQL would refuse to start until the file is removed; `running` a living server.
 */
export type ServerState =
  | { readonly kind: 'absent' | 'stale' | 'reused' }
  | { readonly kind: 'running'; readonly server: PostmasterPid };

/** Reads the file's text; null when it is unfinished or not such a file. */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return {
    pid,
    port: Number.isInteger(port) && port > 0 ? port : null,
    ready: lines[7] === 'ready',
  };
}

/**
 * Judges the file against the process that has its id now.
 *
 * @param text the file's text, or null when there is no file
 * @param dataFolder absolute path of the data folder
 * @param argumentsOf the command line of a process as its arguments, null when there is no such process
 */
export function judgePostmasterPid(
  text: string | null,
  dataFolder: string,
  argumentsOf: (pid: number) => readonly string[] | null,
): ServerState {
  if (text === null) return { kind: 'absent' };
  const server = parsePostmasterPid(text);
  if (server === null) return { kind: 'stale' };
  const commandLine = argumentsOf(server.pid);
  if (commandLine === null) return { kind: 'stale' };
  return isPostmaster(commandLine, dataFolder) ? { kind: 'running', server } : { kind: 'reused' };
}

/** Whether a command line is `postgres … -D <dataFolder> …`, as one list or as one joined text. */
export function isPostmaster(commandLine: readonly string[], dataFolder: string): boolean {
  const program = commandLine[0] ?? '';
  if (!/(^|[/\\])postgres(\.exe)?(\s|$)/.test(program)) return false;
  const flag = commandLine.indexOf('-D');
  if (flag >= 0) return commandLine[flag + 1] === dataFolder;
  return commandLine.length === 1 && ` ${program} `.includes(` -D ${dataFolder} `);
}
