import { ProblemException } from '../../platform/http/problem-error.ts';

/** Imports a person may have waiting or running at the same time. */
const IMPORTS_A_PERSON = 3;
/** Bytes of all files that wait or are being received. */
const WAITING_BYTES = 5 * 1024 ** 3;

interface Place {
  readonly startedBy: string;
  readonly bytes: number;
}

/** Who has how much in the queue, counted from the moment an upload begins. */
export class ImportPlaces {
  readonly #places = new Map<string, Place>();
  readonly #waitingBytes: number;

  constructor(waitingBytes: number = WAITING_BYTES) {
    this.#waitingBytes = waitingBytes;
  }

  /** Takes a place for a new upload. @throws ProblemException 429 beyond a person's share, 503 when the room is full */
  take(id: string, place: Place): void {
    let [own, bytes] = [0, 0];
    for (const other of this.#places.values()) {
      bytes += other.bytes;
      if (other.startedBy === place.startedBy) own += 1;
    }
    if (own >= IMPORTS_A_PERSON)
      throw new ProblemException(429, 'too-many-imports', { limit: IMPORTS_A_PERSON });
    if (bytes + place.bytes > this.#waitingBytes) throw new ProblemException(503, 'imports-full');
    this.#places.set(id, place);
  }

  /** Counts what an earlier process took in already. */
  keep(id: string, place: Place): void {
    this.#places.set(id, place);
  }

  free(id: string): void {
    this.#places.delete(id);
  }
}

/** Whose turn it is: the kabupaten in turn, within one in the order of arrival. */
export class ImportTurns<T extends { readonly kabupatenCode: string }> {
  /** In the order of turns: whoever was served goes to the end. */
  readonly #waiting = new Map<string, T[]>();

  push(job: T): void {
    const own = this.#waiting.get(job.kabupatenCode);
    if (own) own.push(job);
    else this.#waiting.set(job.kabupatenCode, [job]);
  }

  next(): T | null {
    const [first] = this.#waiting;
    if (!first) return null;
    const [kabupatenCode, jobs] = first;
    const job = jobs.shift();
    this.#waiting.delete(kabupatenCode);
    if (jobs.length > 0) this.#waiting.set(kabupatenCode, jobs);
    return job ?? null;
  }
}
