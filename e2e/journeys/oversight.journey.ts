import type { Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

/** A number of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const NUMBER = `UJI-${stamp}`;
const DISDUKCAPIL = 'disdukcapil';

/** A day as it is typed, today in Kutai Kartanegara. */
const TODAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Makassar' }).format(Date.now());

/** The smallest text that is a PDF by its content. */
const PROOF = Buffer.from(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${stamp}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
);

describe('a finding', () => {
  const visitors = useVisitors();
  /** The steps that the page offers. */
  const offered = async (page: Page): Promise<string[]> =>
    (await page.locator('pandu-recommendation-case p.actions button').allTextContents()).map(plain);

  it('goes from its opening over tindak lanjut and proposal to the decision, each step by the right post', async () => {
    const inspector = await visitors.signedIn('inspektorat');
    await new Screen(inspector).open('/pengawasan/temuan/baru');
    await inspector.getByLabel('Nomor temuan').fill(NUMBER);
    await inspector.getByLabel('Judul temuan').fill('Blangko KTP tidak dicatat setiap hari');
    await inspector.getByLabel('Uraian temuan').fill('Kartu persediaan blangko kosong pada 12 hari kerja.');
    const unit = inspector.getByLabel(/^Unit yang diperiksa/).first();
    await unit.locator(`option[value="${DISDUKCAPIL}"]`).waitFor({ state: 'attached' });
    await unit.selectOption(DISDUKCAPIL);
    await inspector.getByLabel('Nomor LHP').fill(`7/LHP/${stamp}`);
    await inspector.getByLabel('Tanggal LHP').fill(TODAY);
    await inspector.getByLabel('Isi rekomendasi').fill('Mencatat persediaan blangko setiap hari kerja.');
    await inspector.getByRole('button', { name: 'Buka berkas' }).click();
    await inspector.waitForURL((url) => /^\/pengawasan\/temuan\/[0-9a-f-]{36}$/.test(url.pathname));
    await new Screen(inspector).complete();
    const address = new URL(inspector.url()).pathname;
    const opened = plain(await inspector.getByRole('main').innerText());
    expect(opened).toContain('60 hari lagi');
    expect(opened).toContain('BT belum ditindaklanjuti');
    // It is the unit that acts; nothing was said that could be verified, and BPK could only call it undone or impossible.
    expect(await offered(inspector)).toEqual(['Catat keputusan']);
    await inspector.getByRole('button', { name: /^Catat keputusan/ }).click();
    const choices = inspector.getByRole('dialog').getByLabel('Status').locator('option');
    await choices.last().waitFor({ state: 'attached' });
    expect((await choices.allTextContents()).map((text) => plain(text).split(' ')[0])).toEqual([
      'Pilih',
      'BT',
      'TD',
    ]);
    await inspector.keyboard.press('Escape');
    // Leadership reads along, and the audited unit opens no file.
    const bupati = await visitors.signedIn('bupati');
    await new Screen(bupati).open(address);
    expect(plain(await bupati.getByRole('main').innerText())).toContain(NUMBER);
    expect(await offered(bupati)).toEqual([]);

    const head = await visitors.signedIn(DISDUKCAPIL);
    await new Screen(head).open(address);
    expect(await offered(head)).toEqual(['Laporkan tindak lanjut', 'Usulkan status', 'Nyatakan tertahan']);
    expect(await head.getByRole('link', { name: 'Buka berkas temuan' }).count()).toBe(0);
    // Held up by another unit, whose head is shown it and can do nothing about the file.
    await head.getByRole('button', { name: /^Nyatakan tertahan/ }).click();
    await head.getByRole('dialog').getByLabel('Tertahan di unit').selectOption({ label: 'Muara Kaman' });
    await head
      .getByRole('dialog')
      .getByLabel(/^Apa yang ditunggu/)
      .fill('Menunggu daftar sisa blangko.');
    await head.getByRole('dialog').getByRole('button', { name: 'Nyatakan tertahan' }).click();
    await head.getByRole('dialog').waitFor({ state: 'detached' });
    expect(plain(await head.getByRole('main').innerText())).toContain('Tertahan di Muara Kaman sejak');
    const blocking = await visitors.signedIn('camat.muara-kaman');
    await new Screen(blocking).open(address);
    expect(plain(await blocking.getByRole('main').innerText())).toContain('Menunggu daftar sisa blangko.');
    expect(await offered(blocking)).toEqual([]);
    await head.getByRole('button', { name: /^Laporkan tindak lanjut/ }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kirim tindak lanjut' }).click();
    expect(plain(await dialog.getByRole('alert').textContent())).toContain('Tulis uraiannya');
    await dialog.getByLabel('Apa yang sudah dikerjakan?').fill('Kartu persediaan diisi setiap sore.');
    await dialog.getByRole('button', { name: 'Kirim tindak lanjut' }).click();
    await dialog.waitFor({ state: 'detached' });
    await head.getByRole('button', { name: /^Berkas bukti/ }).click();
    const picker = head.locator('app-evidence input[type=file]').first();
    await picker.setInputFiles({ name: 'kartu.pdf', mimeType: 'application/pdf', buffer: PROOF });
    await head.locator('app-evidence').getByText('kartu.pdf').first().waitFor();
    await head.getByRole('button', { name: /^Usulkan status/ }).click();
    await dialog.getByLabel('Status').selectOption('SS');
    await dialog.getByLabel('Nomor surat').fill(`470/${stamp}/DKC`);
    await dialog.getByRole('button', { name: 'Kirim usulan' }).click();
    await dialog.waitFor({ state: 'detached' });
    // What the unit says and what is decided stay apart.
    expect(plain(await head.locator('.statuses').innerText())).toMatch(
      /SS sesuai.*BT belum ditindaklanjuti/s,
    );

    const camat = await visitors.signedIn('camat.sebulu');
    await new Screen(camat).open(address);
    expect(plain(await camat.getByRole('main').innerText())).not.toContain(NUMBER);

    await new Screen(inspector).open(address);
    const form = inspector.getByRole('dialog');
    await inspector.getByRole('button', { name: /^Catat verifikasi/ }).click();
    await form.getByLabel('Status').selectOption('SS');
    await form.getByLabel('Hasil verifikasi').fill('Kartu diperiksa, terisi setiap hari.');
    await form.getByRole('button', { name: 'Simpan verifikasi' }).click();
    await form.waitFor({ state: 'detached' });
    await inspector.getByRole('button', { name: /^Catat keputusan/ }).click();
    await form.getByLabel('Status').selectOption('SS');
    await form.getByLabel('Nomor surat').fill(`88/S/${stamp}`);
    await form.getByRole('button', { name: 'Simpan keputusan' }).click();
    await form.waitFor({ state: 'detached' });
    const closed = plain(await inspector.getByRole('main').innerText());
    expect(closed).toContain('sudah diputuskan');
    expect(closed).toContain('Keputusan BPK: SS sesuai');
    expect(await offered(inspector)).toEqual([]);
    expect(closed).toContain(`surat 88/S/${stamp}`);
  });
});

describe('a sample', () => {
  const visitors = useVisitors();

  it('is drawn from the list behind a number, and the same again from its seed', async () => {
    const page = await visitors.signedIn('inspektorat');
    await new Screen(page).open('/permohonan?unit=64.02.11&from=2026-09-01&to=2026-09-30');
    await page.getByRole('button', { name: 'Tarik uji petik' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Banyaknya berkas').fill('5');
    await dialog.getByLabel('Untuk apa?').fill(`Memeriksa tanggal selesai ${stamp}`);
    await dialog.getByRole('button', { name: 'Tarik', exact: true }).click();
    await page.waitForURL((url) => /^\/pengawasan\/uji-petik\/[0-9a-f-]{36}$/.test(url.pathname));
    await new Screen(page).complete();
    expect(await page.locator('tbody tr').count()).toBe(5);
    await page.getByRole('button', { name: 'Tarik ulang dengan benih yang sama' }).click();
    const proof = page.locator('aside [role=status]').filter({ hasText: /\S/ });
    await proof.waitFor();
    expect(plain(await proof.textContent())).toMatch(/sama/i);

    await page
      .getByRole('button', { name: /^Catat hasil/ })
      .first()
      .click();
    await dialog.getByLabel('Hasil').selectOption('tidak-sesuai');
    await dialog.getByLabel('Catatan').fill('Tanggal selesai tidak sama dengan buku ekspedisi.');
    await dialog.getByRole('button', { name: 'Simpan hasil' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(plain(await page.locator('tbody').innerText())).toContain('Tanggal selesai tidak sama');
  });

  it('is offered to the Inspektorat alone', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const screen = await new Screen(page).open('/permohonan');
    expect(await page.getByRole('button', { name: 'Tarik uji petik' }).count()).toBe(0);
    await screen.open('/pengawasan/uji-petik');
    expect(plain(await screen.heading.first().textContent())).not.toContain('uji petik');
  });
});

describe('another report', () => {
  const visitors = useVisitors();

  it('of foreign columns is held against ours, and each record that differs is named', async () => {
    const page = await visitors.signedIn('inspektorat');
    await new Screen(page).open('/pengawasan/selisih?unit=64.02.11&from=2026-09-01&to=2026-09-30');
    await page.getByLabel('Sumber laporan').fill(`Laporan bulanan ${stamp}`);
    const csv = `kode berkas;unit;layanan;diterima\r\nASING-${stamp};64.02.11;kk;2026-09-03 09:00\r\n`;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mereka.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    const number = page.getByLabel('Isian untuk kolom kode berkas');
    await number.waitFor();
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    await page.getByText('Tunjukkan dulu kolom mana yang berisi nomor berkas.').waitFor();
    await number.selectOption('number');
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    await page.waitForURL((url) => /^\/pengawasan\/selisih\/[0-9a-f-]{36}$/.test(url.pathname));
    const screen = await new Screen(page).complete();
    await page.getByRole('link', { name: /^Hanya di laporan mereka/ }).click();
    await page.waitForURL(/kind=only-theirs/);
    await screen.complete();
    expect(plain(await page.locator('tbody').innerText())).toContain(`ASING-${stamp}`);
    const file = await page.request.get(
      (await page.getByRole('link', { name: /XLSX$/ }).getAttribute('href')) ?? '',
    );
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
  });
});
