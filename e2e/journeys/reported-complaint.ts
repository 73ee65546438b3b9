import { setTimeout as wait } from 'node:timers/promises';
import { importSchema } from '#contract/imports';
import { listComplaints } from '#contract/complaints';
import type { Page } from 'playwright-core';

const HEADER = 'nomor;unit;klasifikasi;isi;diterima;status;pelapor;kontak;nik_pelapor;rahasia';
/** Long before the demo data, so that no figure of theirs changes. */
const DAY = '2019-05-06';

/** A complaint of which is known who reported it. */
export interface ReportedComplaint {
  readonly id: string;
  readonly number: string;
  readonly reporter: string;
}

/**
 * Loads a complaint with its reporter into `unit`, as the person who is signed in on `page`; a confidential one asked not
 * to be known to the unit.
 */
export async function loadReportedComplaint(
  page: Page,
  unit: string,
  confidential = false,
): Promise<ReportedComplaint> {
  const { request } = page.context();
  const number = `ADU-UJI-${String(Date.now())}`;
  const reporter = 'Sukardi Wiryawan';
  const row = [
    number,
    unit,
    'normatif',
    'Lampu jalan padam, hubungi 081234567890.',
    `${DAY} 09:00`,
    'diterima',
    reporter,
    '081234567890',
    '6402071203800001',
    confidential ? 'ya' : 'tidak',
  ].join(';');
  const cookies = await page.context().cookies();
  const started = await request.post('/api/v1/imports/complaints', {
    headers: { 'X-XSRF-TOKEN': cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '' },
    multipart: {
      file: { name: 'aduan.csv', mimeType: 'text/csv', buffer: Buffer.from(`${HEADER}\r\n${row}\r\n`) },
    },
  });
  if (!started.ok()) throw new Error(`The file was refused: ${await started.text()}`);
  const { id } = (await started.json()) as { readonly id: string };
  for (;;) {
    const result = importSchema.parse(await (await request.get(`/api/v1/imports/${id}`)).json());
    if (result.status === 'failed' || result.rowsRejected > 0) throw new Error(JSON.stringify(result));
    if (result.status === 'succeeded') break;
    await wait(100);
  }
  const answer = await request.get(`/api/v1/complaints?from=${DAY}&to=${DAY}&limit=200`);
  const found = listComplaints.answer
    .parse(await answer.json())
    .items.find((complaint) => complaint.number === number);
  if (found === undefined) throw new Error(`${number} is not in the register.`);
  return { id: found.id, number, reporter };
}
