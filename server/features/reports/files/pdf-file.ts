/** Reports as PDF files, made in a thread of their own: the screens stay quick while a long report is laid out. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '#contract/reports/report-document';
import type { PdfAnswer } from './pdf-worker.ts';

/** The thread is kept for the next report for so long, then it ends and gives its memory back. */
const IDLE_MS = 20_000;
/** No report takes this long; a thread that does hangs, and is ended. */
const LONGEST_MS = 60_000;
/** Little, so that what one report leaves behind is cleared before the next; one of 40 units fits. */
const MEMORY_MB = 52;
/** For what is larger. */
const MUCH_MEMORY_MB = 512;
const YOUNG_MEMORY_MB = 2;
/** What was compiled the last time: the thread begins in half the time, and without the compiler for TypeScript. */
const COMPILED = join(import.meta.dirname, '../../../../dist/compiled');

/** The thread died over a report: most often there was not memory enough for it. */
export class DrawingDied extends Error {}

interface Order {
  readonly document: ReportDocument;
  readonly resolve: (file: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that draws reports. It begins with the first report, draws one after another in the order in which they come,
 * and ends when none came for a while; the process can end while it waits. One that dies or hangs takes the report with
 * it that it draws, no other.
 */
export class PdfThread {
  readonly #script: URL;
  readonly #idleMs: number;
  readonly #longestMs: number;
  readonly #memoryMb: number;
  readonly #orders: Order[] = [];
  #drawn: Order | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor({
    script = new URL('./pdf-worker.ts', import.meta.url),
    idleMs = IDLE_MS,
    longestMs = LONGEST_MS,
    memoryMb = MEMORY_MB,
  }: {
    readonly script?: URL;
    readonly idleMs?: number;
    readonly longestMs?: number;
    readonly memoryMb?: number;
  } = {}) {
    this.#script = script;
    this.#idleMs = idleMs;
    this.#longestMs = longestMs;
    this.#memoryMb = memoryMb;
  }

  /** True while a thread is there, drawing or waiting for the next report. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /**
   * Draws a report.
   *
   * @throws DrawingDied when the thread died over it
   * @throws Error when it cannot be drawn or takes too long; there is never an empty file
   */
  draw(document: ReportDocument): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#orders.push({ document, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; reports that are not drawn yet fail. */
  async end(): Promise<void> {
    const reason = new Error('The thread that draws reports was ended.');
    for (const { reject } of this.#orders.splice(0)) reject(reason);
    await this.#drop(reason);
  }

  #next(): void {
    if (this.#drawn !== null) return;
    const order = this.#orders.shift();
    if (order === undefined) return this.#rest();
    const worker = this.#worker ?? this.#begin();
    this.#drawn = order;
    worker.ref();
    this.#after(this.#longestMs, new Error('The report took too long to draw.'));
    worker.postMessage(order.document);
  }

  /** Nothing to draw: whoever ends meanwhile does not wait for the thread. */
  #rest(): void {
    if (this.#worker === null) return;
    this.#worker.unref();
    this.#after(this.#idleMs, new Error('The thread that draws reports was not needed.')).unref();
  }

  #begin(): Worker {
    const worker = new Worker(this.#script, {
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
    });
    this.#worker = worker;
    worker.on('message', (answer: PdfAnswer) => this.#receive(worker, answer));
    worker.on('error', (error) =>
      this.#lose(worker, new DrawingDied(error instanceof Error ? error.message : String(error))),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, new DrawingDied(`The thread that draws reports ended (${code}).`)),
    );
    return worker;
  }

  #receive(worker: Worker, answer: PdfAnswer): void {
    if (this.#worker !== worker) return;
    const drawn = this.#drawn;
    this.#drawn = null;
    if ('file' in answer) {
      const { buffer, byteOffset, byteLength } = answer.file;
      drawn?.resolve(Buffer.from(buffer, byteOffset, byteLength));
    } else drawn?.reject(new Error(`The report could not be drawn: ${answer.error}`));
    this.#next();
  }

  #after(ms: number, reason: Error): NodeJS.Timeout {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#drop(reason), ms);
    return this.#timer;
  }

  async #drop(reason: Error): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#lose(worker, reason);
    await worker.terminate();
  }

  /** The thread is gone: who waits for what it drew is told, and the next report begins another. */
  #lose(worker: Worker, reason: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const drawn = this.#drawn;
    this.#drawn = null;
    drawn?.reject(reason);
    this.#next();
  }
}

const usual = new PdfThread();
const roomy = new PdfThread({ memoryMb: MUCH_MEMORY_MB, idleMs: 1_000 });

/**
 * The report as a PDF of A4 pages, drawn beside the thread that asks.
 *
 * @throws Error when it cannot be drawn; there is never an empty file
 */
export function writePdf(document: ReportDocument): Promise<Buffer> {
  return drawWithRoom(document, usual, roomy);
}

/** Draws a report, and one that is too large for the first thread in the second. */
export async function drawWithRoom(
  document: ReportDocument,
  first: PdfThread,
  second: PdfThread,
): Promise<Buffer> {
  try {
    return await first.draw(document);
  } catch (error) {
    if (!(error instanceof DrawingDied)) throw error;
    return second.draw(document);
  }
}
