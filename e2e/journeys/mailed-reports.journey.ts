import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import {
  DUE,
  KABUPATEN,
  MAIL_FROM,
  NOW,
  OWN_UNIT,
  PUBLIC_URL,
} from '../../server/features/deliveries/deliveries.testing.ts';
import { startMailServer, type MailServer } from '../../server/platform/mail/mail-server.testing.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../../server/testing/test-product.ts';
import { until } from '../../server/testing/until.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

/** A product with a mail server, which the others have not, and a clock that the journey moves to the next turn. */
describe('reports by mail where a mail server is set', () => {
  let server: MailServer;
  let product: TestProduct;
  const visitors = useVisitors(() => product.address);

  beforeAll(async () => {
    server = await startMailServer();
    product = await startTestProduct({
      now: NOW,
      publicUrl: PUBLIC_URL,
      mail: { url: server.url, from: MAIL_FROM },
      clientDir: resolve(import.meta.dirname, '../../dist/client'),
      rounds: false,
    });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: OWN_UNIT });
  });
  afterAll(async () => {
    await product.stop();
    await server.stop();
  });

  async function signedIn(): Promise<Page> {
    const page = await visitors.stranger();
    const answer = await page
      .context()
      .request.post('/api/v1/session', { data: { username: 'camat', password: TEST_PASSWORD } });
    if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`);
    return page;
  }

  it('come once the address is confirmed, and end by the link in the mail', async () => {
    const page = await signedIn();
    await new Screen(page).open('/laporan/langganan');
    await page.getByRole('heading', { level: 1, name: /^Belum ada laporan yang / }).waitFor();
    expect(await page.getByRole('button', { name: 'Tambah langganan' }).count()).toBe(0);

    // Nothing is sent to an address before its code came back.
    await page.getByLabel('Alamat surel').fill('camat@contoh.go.id');
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    await page.getByLabel('Kode enam angka yang dikirim ke camat@contoh.go.id').waitFor();
    const code = /\d{6}/.exec(server.mails[0]?.subject ?? '')?.[0] ?? '';
    await page.getByLabel(/^Kode enam angka/).fill(code);
    await page.getByRole('button', { name: 'Konfirmasi alamat' }).click();

    await page.getByRole('button', { name: 'Tambah langganan' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Laporan').selectOption('laporan-kinerja');
    await form.getByLabel('Bentuk').selectOption('pdf');
    await form.getByLabel('Kapan').selectOption('daily');
    await form.getByLabel('Pukul').selectOption('11');
    await form.getByRole('button', { name: 'Berlangganan' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('Setiap hari kerja pukul 11.00').waitFor();
    await page.getByText(/^Berikutnya Selasa 17 Mar( 2026)? pukul 11\.00$/).waitFor();

    product.setNow(DUE);
    await until(() => server.mails.length === 2, 40_000, 'the report');
    const mail = server.mails[1];
    expect(mail?.subject).toContain('Sebulu – Februari 2026');
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
      'laporan-kinerja-pelayanan_sebulu_2026-02.pdf',
    ]);
    await page.reload();
    await page.getByText(/^Terkirim .* ke c…@contoh\.go\.id$/).waitFor();

    // On a phone, without signing in.
    const link = /\/berhenti-langganan\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const phone = await visitors.stranger(PHONE);
    await phone.goto(link);
    await phone.getByRole('heading', { level: 1, name: 'Hentikan surel ini?' }).waitFor();
    await phone.getByText('Laporan Kinerja Pelayanan, Sebulu tidak akan dikirim lagi').waitFor();
    await phone.getByRole('button', { name: 'Hentikan langganan' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Langganan sudah berhenti' }).waitFor();
    const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    // The link works again, and says that it is done.
    await phone.reload();
    await phone.getByRole('heading', { level: 1, name: 'Langganan sudah berhenti' }).waitFor();

    await page.reload();
    await page.getByText('Dihentikan lewat tautan di surelnya.').waitFor();
    expect(await page.getByText('Setiap hari kerja pukul 11.00').count()).toBe(0);
    expect(server.mails.length).toBe(2);
  }, 120_000);
});
