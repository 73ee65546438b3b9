import type { WriteStream } from 'node:tty';

/** A line on a terminal that counts up; on anything else (a log, a pipe) it stays silent. */
export class ProgressBar {
  readonly #out: WriteStream;
  readonly #label: string;
  readonly #startedAt = performance.now();
  #shown = false;

  constructor(out: WriteStream, label: string) {
    this.#out = out;
    this.#label = label;
  }

  show(count: number): void {
    if (!this.#out.isTTY) return;
    const seconds = Math.max(0.001, (performance.now() - this.#startedAt) / 1000);
    const rate = Math.round(count / seconds);
    this.#out.write(
      `\r\x1b[K${this.#label}: ${count.toLocaleString('id-ID')} (${rate.toLocaleString('id-ID')} per detik)`,
    );
    this.#shown = true;
  }

  end(): void {
    if (this.#shown) this.#out.write('\r\x1b[K');
  }
}
