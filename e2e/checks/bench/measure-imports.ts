import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { get } from 'node:http';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BenchClient } from './http-client.ts';
import { p95 } from './http-client.ts';
import { round2 } from './measure-reads.ts';

/** Seconds of a bare COPY of the file's rows into a table without keys or indexes. */
export async function bareCopy(ownerUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`drop table if exists bench_copy; create table bench_copy (nomor text, unit text, layanan text, kanal text, diterima timestamp,
      selesai timestamp, status text, petugas text, kunjungan integer, biaya numeric)`);
    const started = performance.now();
    await pipeline(
      createReadStream(file),
      client.query(copyFrom(`copy bench_copy from stdin with (format csv, delimiter ';', header true)`)),
    );
    const seconds = (performance.now() - started) / 1000;
    await client.query('drop table bench_copy');
    return seconds;
  } finally {
    await client.end();
  }
}

export interface ImportMeasurement {
  readonly seconds: number;
  /** Peak memory of the product's process above its memory at rest, in megabytes; null where /proc is missing. */
  readonly peakMegabytes: number | null;
  readonly rowsInserted: number;
}

/** Uploads the file to the running product and waits until its rows are in the summary. */
export async function importFile(
  client: BenchClient,
  pid: number,
  file: string,
  name: string,
): Promise<ImportMeasurement> {
  const idle = await resetPeak(pid);
  const started = performance.now();
  const id = await upload(client, await multipart(file, name));
  for (;;) {
    const found = JSON.parse((await client.get(`/api/v1/imports/${id}`)).body) as {
      status: string;
      rowsInserted: number;
      failure: string | null;
    };
    if (found.status === 'failed') throw new Error(`import failed: ${found.failure ?? ''}`);
    if (found.status === 'succeeded') {
      await client.get('/api/v1/measures/summary?from=2024-01-01&to=2024-12-31');
      const seconds = (performance.now() - started) / 1000;
      const peak = await peakMegabytes(pid);
      return {
        seconds,
        peakMegabytes: idle === null || peak === null ? null : Math.round(peak - idle),
        rowsInserted: found.rowsInserted,
      };
    }
    // A person may call so often in a minute: a long import is asked about less often.
    const pauseMs = performance.now() - started < 5_000 ? 50 : 250;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** One case written → `data-changed` received → new summary read: milliseconds, 95th percentile. */
export async function oneCase(
  client: BenchClient,
  origin: string,
  rounds: number,
): Promise<{ p95: number; median: number }> {
  const stream = await listen(client, origin);
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const changed = stream.next();
      const csv = `nomor;unit;layanan;kanal;diterima;selesai;status\nE-${Date.now()}-${round};u3;s4;c2;2025-12-${String(1 + (round % 20)).padStart(2, '0')} 09:00;;diproses\n`;
      await upload(client, multipartOf(Buffer.from(csv), 'satu.csv'));
      await changed;
      await client.get('/api/v1/measures/summary?from=2025-12-01&to=2025-12-31');
      if (round >= 3) times.push(performance.now() - started);
    }
  } finally {
    stream.close();
  }
  return {
    p95: round2(p95(times)),
    median: round2(times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN),
  };
}

async function upload(client: BenchClient, form: { type: string; body: Buffer }): Promise<string> {
  const answer = await client.send(
    'POST',
    '/api/v1/imports/service-cases',
    { 'Content-Type': form.type, 'Content-Length': String(form.body.length) },
    form.body,
  );
  if (answer.status !== 202) throw new Error(`upload: ${answer.status} ${answer.body}`);
  return (JSON.parse(answer.body) as { id: string }).id;
}

async function multipart(file: string, name: string) {
  if ((await stat(file)).size > 1_500_000_000) throw new Error('file too large for one upload');
  return multipartOf(await readFile(file), name);
}

function multipartOf(content: Buffer, name: string): { type: string; body: Buffer } {
  const boundary = 'pandu-bench-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** The event stream; `next()` resolves at the next `data-changed`. */
async function listen(
  client: BenchClient,
  origin: string,
): Promise<{ next(): Promise<void>; close(): void }> {
  let waiting: (() => void) | null = null;
  let text = '';
  const request = get(`${origin}/api/v1/events`, { headers: { Cookie: client.cookie } });
  await new Promise<void>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        resolve();
        text = (text + chunk).slice(-4_000);
        if (!text.includes('event: data-changed')) return;
        text = '';
        waiting?.();
      });
    });
  });
  return {
    next: () => new Promise((resolve) => (waiting = resolve)),
    close: () => request.destroy(),
  };
}

async function resetPeak(pid: number): Promise<number | null> {
  try {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`/proc/${pid}/clear_refs`, '5');
    return await memory(pid, 'VmRSS');
  } catch {
    return null;
  }
}

async function peakMegabytes(pid: number): Promise<number | null> {
  return memory(pid, 'VmHWM').catch(() => null);
}

async function memory(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = new RegExp(`${field}:\\s+(\\d+) kB`).exec(text)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
