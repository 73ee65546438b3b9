/** Reports as PDF files, made in a thread of their own: the screens stay quick while a long report is laid out. */
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '#contract/reports/report-document';
import type { PdfAnswer, PdfOrder } from './pdf-worker.ts';

/** The thread is kept for the next report for so long, then it ends and gives its memory back. */
const IDLE_MS = 20_000;
/** No report takes this long; a thread that does hangs, and is ended. */
const LONGEST_MS = 60_000;
/** Small, so that what one report leaves behind is cleared before the next; a report of 200 units fits. */
const MEMORY = { maxOldGenerationSizeMb: 52, maxYoungGenerationSizeMb: 2 } as const;

interface Waiting {
  readonly resolve: (file: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that draws reports. It begins with the first report, takes them in the order in which they come, and ends
 * when none came for a while. The process can end while it waits.
 */
export class PdfThread {
  readonly #script: URL;
  readonly #idleMs: number;
  readonly #longestMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;
  #orders = 0;

  constructor({
    script = new URL('./pdf-worker.ts', import.meta.url),
    idleMs = IDLE_MS,
    longestMs = LONGEST_MS,
  }: { readonly script?: URL; readonly idleMs?: number; readonly longestMs?: number } = {}) {
    this.#script = script;
    this.#idleMs = idleMs;
    this.#longestMs = longestMs;
  }

  /** True while a thread is there, drawing or waiting for the next report. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /**
   * Draws a report.
   *
   * @throws Error when it cannot be drawn, or when the thread died over it; there is never an empty file
   */
  draw(document: ReportDocument): Promise<Buffer> {
    const worker = this.#worker ?? this.#begin();
    const id = (this.#orders += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      this.#watch();
      worker.postMessage({ id, document } satisfies PdfOrder);
    });
  }

  /** Ends the thread; reports that are being drawn fail. */
  async end(): Promise<void> {
    await this.#drop(new Error('The thread that draws reports was ended.'));
  }

  #begin(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: MEMORY });
    this.#worker = worker;
    worker.on('message', (answer: PdfAnswer) => this.#receive(answer));
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, new Error(`The thread that draws reports ended (${code}).`)),
    );
    return worker;
  }

  #receive(answer: PdfAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('file' in answer) waiting?.resolve(Buffer.from(answer.file.buffer));
    else waiting?.reject(new Error(`The report could not be drawn: ${answer.error}`));
    this.#watch();
  }

  /** While reports wait, the thread must answer in time; while none does, it ends after a while. */
  #watch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const busy = this.#waiting.size > 0;
    this.#timer = setTimeout(
      () => void this.#drop(new Error('The report took too long to draw.')),
      busy ? this.#longestMs : this.#idleMs,
    );
    if (busy) return;
    this.#timer.unref();
    this.#worker?.unref();
  }

  async #drop(reason: Error): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#lose(worker, reason);
    await worker.terminate();
  }

  /** The thread is gone: who waits for it is told, and the next report begins another. */
  #lose(worker: Worker, reason: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }
}

const thread = new PdfThread();

/**
 * The report as a PDF of A4 pages, drawn beside the thread that asks.
 *
 * @throws Error when it cannot be drawn; there is never an empty file
 */
export function writePdf(document: ReportDocument): Promise<Buffer> {
  return thread.draw(document);
}
