import type { Page } from 'playwright-core';
import { PilotPages } from '../pages/pilot-pages.ts';
import { plain } from '../pages/as-displayed.ts';
import { useVisitors } from '../pages/visitors.ts';

/** A name of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const NAME = `Akta sehari selesai ${stamp}`;
const DAY_MS = 86_400_000;

/** A day as it is typed, so many days from now in Kutai Kartanegara. */
function typedDay(days: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Makassar' }).format(Date.now() + days * DAY_MS);
}

/** The same day as it is read, e.g. `5 Jan 2027`. */
function readDay(days: number): string {
  return new Intl.DateTimeFormat('id-ID', {
    timeZone: 'Asia/Makassar',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.now() + days * DAY_MS);
}

/** The smallest text that is a PDF by its content. */
const MINUTES_OF_HANDOVER = Buffer.from(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${stamp}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
);

/** What the API answers to a change that a person of this page asks for without the screen. */
async function send(
  page: Page,
  path: string,
  data: object,
): Promise<{ readonly status: number; readonly code?: string; readonly id?: string }> {
  const cookies = await page.context().cookies();
  const answer = await page.context().request.post(`/api/v1/pilots${path}`, {
    data,
    headers: { 'X-XSRF-TOKEN': cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '' },
  });
  const body = (await answer.json()) as { readonly code?: string; readonly id?: string };
  return {
    status: answer.status(),
    ...(answer.ok() ? { id: body.id ?? '' } : { code: body.code ?? '' }),
  };
}

/** The address of a programme of Disdukcapil that was opened just now, named like its code. */
async function openedProgramme(page: Page, code: string): Promise<string> {
  const startsOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(Date.now());
  const opened = await send(page, '', {
    code,
    unit: 'disdukcapil',
    name: code,
    goal: null,
    legalBasis: null,
    service: null,
    startsOn,
    endsOn: null,
  });
  expect(opened.status).toBe(201);
  return `/percontohan/${opened.id ?? ''}`;
}

describe('a pilot programme', () => {
  const visitors = useVisitors();
  it('is planned, reported with evidence, and signed off by somebody else', async () => {
    const planner = new PilotPages(await visitors.signedIn('organisasi'));
    await planner.open('/percontohan');
    await planner.ask('Buka program percontohan');
    await planner.dialog.getByLabel(/^SKPD atau kecamatan/).selectOption('disdukcapil');
    await planner.fill({ 'Kode program': `akta-${stamp}`, 'Nama program': NAME });
    await planner.answer('Buka program');
    await planner.page.waitForURL('**/percontohan/*');
    await planner.complete();
    const address = new URL(planner.page.url()).pathname;

    for (const [title, weight, from, to] of [
      ['Alur akta tanpa surat pengantar', '30', 0, 30],
      ['Loket akta di semua kecamatan', '70', 0, 60],
    ] as const) {
      await planner.ask('Tambah tonggak');
      await planner.fill({
        'Nama tonggak': title,
        Bobot: weight,
        'Mulai menurut rencana': typedDay(from),
        'Selesai menurut rencana': typedDay(to),
      });
      await planner.answer('Tambah tonggak');
    }
    expect(plain(await planner.milestone('1').textContent())).toContain('30 (30 %)');
    await planner.open('/percontohan');
    expect(await planner.told(NAME)).toContain('dilaporkan 0 % · disahkan 0 %');

    const reporter = new PilotPages(await visitors.signedIn('disdukcapil'));
    await reporter.open(address);
    const report = await reporter.ask('Laporkan', reporter.milestone('1'));
    await report.getByLabel(/^Persen selesai/).fill('120');
    await report.getByRole('button', { name: 'Kirim laporan' }).click();
    expect(await report.getByRole('alert').textContent()).toBe(
      'Tulis persen dari 0 sampai 100, misalnya 60.',
    );
    await reporter.fill({ 'Persen selesai': '100', Keterangan: 'Alur baru dipakai di semua loket' });
    await reporter.answer('Kirim laporan');
    expect(plain(await reporter.milestone('1').textContent())).toContain('menunggu pengesahan');

    await reporter.openRecord('1');
    await reporter.record.locator('input[type=file]').setInputFiles({
      name: 'berita-acara-serah-terima.pdf',
      mimeType: 'application/pdf',
      buffer: MINUTES_OF_HANDOVER,
    });
    await reporter.record.getByText('berita-acara-serah-terima.pdf').first().waitFor();

    // Who reported cannot sign: not by the screen, and not by asking the server.
    expect(
      await reporter
        .milestone('1')
        .getByRole('button', { name: /^Sahkan/ })
        .count(),
    ).toBe(0);
    const id = new URL(reporter.page.url()).searchParams.get('tonggak') ?? '';
    const refused = await send(
      reporter.page,
      `${address.replace('/percontohan', '')}/milestones/${id}/sign`,
      {},
    );
    expect(refused).toEqual({ status: 403, code: 'second-person-needed' });

    await planner.open(address);
    const signing = await planner.ask('Sahkan', planner.milestone('1'));
    expect(plain(await signing.textContent())).toContain('Berkas bukti: 1.');
    await planner.answer('Sahkan tonggak');
    expect(plain(await planner.milestone('1').textContent())).toContain('selesai, disahkan');
    await planner.open('/percontohan');
    // 30 × 100 % of 100, by hand.
    expect(await planner.told(NAME)).toContain('dilaporkan 30 % · disahkan 30 %');
  });

  it('keeps the first plan visible when a milestone is planned anew', async () => {
    const planner = new PilotPages(await visitors.signedIn('organisasi'));
    await planner.open(await openedProgramme(planner.page, `rencana-${stamp}`));
    await planner.ask('Tambah tonggak');
    await planner.fill({
      'Nama tonggak': 'Loket akta di semua kecamatan',
      Bobot: '70',
      'Mulai menurut rencana': typedDay(0),
      'Selesai menurut rencana': typedDay(60),
    });
    await planner.answer('Tambah tonggak');
    await planner.ask('Jadwal ulang', planner.milestone('1'));
    await planner.fill({
      'Selesai menurut rencana': typedDay(90),
      Alasan: 'blangko baru datang bulan depan',
    });
    await planner.answer('Simpan jadwal baru');
    expect(plain(await planner.milestone('1').textContent())).toContain(
      `Semula ${readDay(60)}, kini ${readDay(90)}. Alasan: blangko baru datang bulan depan`,
    );
    expect(plain(await planner.content.textContent())).toContain(
      `Rencana berubah: tonggak 1 dijadwal ulang ${readDay(0)}.`,
    );
    await planner.openRecord('1');
    const plans = await planner.record.getByRole('listitem').filter({ hasText: 'bobot 70' }).count();
    expect(plans).toBe(2);
  });

  it('is asked for help where something stands in the way', async () => {
    const planner = await visitors.signedIn('organisasi');
    const address = await openedProgramme(planner, `hambatan-${stamp}`);
    const reporter = new PilotPages(await visitors.signedIn('disdukcapil'));
    await reporter.open(address);
    await reporter.ask('Catat hambatan');
    await reporter.dialog.getByLabel('Jenis hambatan').selectOption('jaringan');
    await reporter.fill({ 'Apa yang menghambat': 'Tautan putus setiap sore' });
    const owner = reporter.dialog.getByLabel(/^Penanggung jawab/);
    await owner.selectOption({ index: 1 });
    await reporter.dialog.getByLabel('Minta bantuan kepada').selectOption({ index: 2 });
    await reporter.fill({ 'Bantuan yang diminta': 'Tautan cadangan' });
    await reporter.answer('Catat hambatan');
    const obstacles = reporter.content.locator('pandu-pilot-obstacles');
    expect(plain(await obstacles.textContent())).toContain('Bantuan diminta kepada');
    await obstacles.getByText('Berkas bukti (0)').click();
    await obstacles.locator('input[type=file]').setInputFiles({
      name: 'catatan-putus.pdf',
      mimeType: 'application/pdf',
      buffer: MINUTES_OF_HANDOVER,
    });
    await obstacles.getByText('Berkas bukti (1)').waitFor();
    await reporter.ask('Nyatakan teratasi', obstacles);
    await reporter.fill({ 'Bagaimana teratasinya': 'Tautan cadangan dipasang' });
    await reporter.answer('Nyatakan teratasi');
    expect(plain(await obstacles.textContent())).toContain('Tautan cadangan dipasang');
    expect(await obstacles.getByRole('button', { name: /^Nyatakan teratasi/ }).count()).toBe(0);
  });

  it('is closed to a camat of another unit', async () => {
    const code = `tertutup-${stamp}`;
    const address = await openedProgramme(await visitors.signedIn('organisasi'), code);
    const camat = new PilotPages(await visitors.signedIn('camat.sebulu'));
    await camat.open('/percontohan');
    expect(await camat.line(code).count()).toBe(0);
    expect(await camat.content.getByRole('button', { name: 'Buka program percontohan' }).count()).toBe(0);
    await camat.open(address);
    expect(await camat.alerts.count()).toBe(1);
    expect(await camat.content.locator('tr[data-milestone]').count()).toBe(0);
  });
});
