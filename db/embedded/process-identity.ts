import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The command line of a living process, or null when there is none. One element per argument on Linux,
 * one element in all elsewhere. A finished process that nobody has collected yet counts as gone.
 */
export function argumentsOf(pid: number): readonly string[] | null {
  if (process.platform === 'linux') {
    try {
      const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return text === '' ? null : text.replace(/\0+$/, '').split('\0');
    } catch {
      return null;
    }
  }
  if (!answersSignals(pid)) return null;
  if (process.platform === 'win32') {
    return outputOf('powershell', [
      '-NoProfile',
      '-Command',
      `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
    ]);
  }
  return outputOf('ps', ['-o', 'command=', '-p', String(pid)]);
}

function outputOf(program: string, parameters: readonly string[]): readonly string[] | null {
  try {
    const text = execFileSync(program, [...parameters], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return text === '' ? null : [text];
  } catch {
    return null;
  }
}

/** Whether a process with this id exists, be it ours or another user's. */
export function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Names one run of a process: its id and, on Linux, the boot-relative time it began, so that a later
 * process with the same id is not taken for it. Null when there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (process.platform !== 'linux') return answersSignals(pid) ? String(pid) : null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold blanks: fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid} ${fields[19] ?? ''} ${bootId()}`;
  } catch {
    return null;
  }
}

/** Whether the run that {@link identityOf} named still lives. */
export function stillRuns(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && identityOf(pid) === identity;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
