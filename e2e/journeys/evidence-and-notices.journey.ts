import { listNotices } from '#contract/notices';
import { listAlerts } from '#contract/reports/alerts';
import { phonePhoto } from '../../server/features/evidence/evidence-files.testing.ts';
import type { Locator, Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { ProductApi } from '../pages/product-api.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

const HEAD = 'camat.muara-kaman';

describe('the bell', () => {
  const visitors = useVisitors();

  it('tells the camat of a disposisi by itself, leads to it, and is quiet once it is done', async () => {
    const api = await ProductApi.signIn(HEAD);
    await alertsAreTold(api);
    const before = await countsOf(api);
    const head = await visitors.signedIn(HEAD);
    await new Screen(head).open('/beranda');
    await bellSaying(head, before.unread).waitFor();

    const bupati = await visitors.signedIn('bupati');
    const instruction = `Kirim daftar berkas KK yang tertahan. ${String(Date.now())}`;
    const home = await new OverviewPage(bupati).open('/beranda');
    const form = await home.openForm('Muara Kaman', 'Disposisi');
    await form
      .getByRole('option', { name: /^Camat Muara Kaman.*, penanggung jawab$/ })
      .waitFor({ state: 'attached' });
    await form.getByLabel('Isi disposisi').fill(instruction);
    await form.getByRole('button', { name: 'Kirim disposisi' }).click();
    await form.waitFor({ state: 'detached' });

    // The page of the camat was not touched: the server said that there is something.
    await bellSaying(head, before.unread + 1).waitFor();
    expect((await countsOf(api)).waiting).toBe(before.waiting + 1);
    await bellSaying(head, before.unread + 1).click();
    const panel = head.getByRole('dialog', { name: 'Pemberitahuan', exact: true });
    const line = panel
      .locator('pandu-notice-line')
      .filter({ hasText: 'Disposisi dari Bupati' })
      .filter({ hasText: 'Baru' });
    expect(plain(await line.first().innerText())).toMatch(
      /tenggat \d+ \S+ 20\d\d · (\d+ hari kerja lagi|hari ini)/,
    );
    await line.first().getByRole('link').click();
    await head.waitForURL('**/disposisi');
    await panel.waitFor({ state: 'detached' });
    // Read, and still waiting for its step.
    await bellSaying(head, before.unread).waitFor();
    expect((await countsOf(api)).waiting).toBe(before.waiting + 1);

    const received = head.getByRole('article').filter({ hasText: instruction });
    await received.getByRole('button', { name: /^Lapor selesai/ }).click();
    const report = head.getByRole('dialog');
    await report.getByLabel('Apa yang sudah dikerjakan?').fill('Daftarnya sudah dikirim.');
    await report.getByRole('button', { name: 'Kirim laporan' }).click();
    await report.waitFor({ state: 'detached' });
    await received.getByText('Dilaporkan selesai').waitFor();
    expect((await countsOf(api)).waiting).toBe(before.waiting);

    // Now it waits for who gave it.
    await bupati.goto('/pemberitahuan?tampil=waiting');
    await bupati
      .getByRole('article')
      .filter({ hasText: 'Camat Muara Kaman melaporkan disposisi sudah dikerjakan' })
      .first()
      .waitFor();
  });

  it('opens and closes by the keyboard, and its page keeps what is shown in the address', async () => {
    const page = await visitors.signedIn(HEAD, PHONE);
    await new Screen(page).open('/pemberitahuan');
    await page.getByRole('link', { name: 'Menunggu Anda' }).click();
    await page.waitForURL('**/pemberitahuan?tampil=waiting');
    const bell = page.getByRole('button', { name: /^Pemberitahuan/ });
    await bell.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Pemberitahuan', exact: true });
    await panel.getByRole('link', { name: 'Semua pemberitahuan' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    const closed = page.getByRole('button', { name: /^Pemberitahuan/, expanded: false });
    await closed.waitFor();
    // The focus is back where it came from.
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(
      /^Pemberitahuan/,
    );
  });
});

describe('evidence of a milestone', () => {
  const visitors = useVisitors();

  it('is given by who reports it, told apart from what is no evidence, and removed with a reason', async () => {
    const page = await visitors.signedIn('disdukcapil', PHONE);
    await new Screen(page).open('/percontohan');
    await page.getByRole('link', { name: 'KK setengah jam jadi' }).first().click();
    await page.waitForURL('**/percontohan/*');
    await page.getByText('Berkas kecamatan diterima secara daring').first().click();
    const evidence = page.locator('app-evidence').first();
    const field = evidence.locator('input[type=file]');

    const name = `loket-${String(Date.now())}.jpg`;
    await evidence.getByLabel('Catatan (boleh kosong)').fill('Loket daring di Sebulu.');
    await field.setInputFiles({ name, mimeType: 'image/jpeg', buffer: phonePhoto(name) });
    const line = evidence.locator('pandu-evidence-line').filter({ hasText: name });
    await line.waitFor();
    const told = plain(await line.innerText());
    expect(told).toContain('diambil 20 Nov 2026 08.15 menurut kamera');
    expect(told).toContain('lokasi dihapus');
    expect(told).toContain('Loket daring di Sebulu.');

    await field.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') });
    await evidence.getByText('Jenis berkas ini tidak diterima sebagai bukti.').waitFor();

    await line.getByRole('button', { name: `Cabut ${name}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Cabut berkas bukti' });
    await dialog.getByRole('button', { name: 'Cabut' }).click();
    await dialog.getByText('Tulis alasannya').waitFor();
    await dialog.getByLabel('Alasan').fill('Foto loket lain.');
    await dialog.getByRole('button', { name: 'Cabut' }).click();
    await line.waitFor({ state: 'detached' });
    expect(await evidence.getByRole('button', { name: `Cabut ${name}` }).count()).toBe(0);
  });
});

/** The bell when it says that so many are not read. */
function bellSaying(page: Page, unread: number): Locator {
  const name = unread === 0 ? 'Pemberitahuan' : `Pemberitahuan: ${String(unread)} belum dibaca`;
  return page.getByRole('button', { name, exact: true });
}

/** The product looks for alerts by itself soon after its start; what it tells of them would be counted along. */
async function alertsAreTold(api: ProductApi): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await api.get('/alerts');
    if (listAlerts.answer.parse(await answer.json()).open.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function countsOf(api: ProductApi): Promise<{ readonly unread: number; readonly waiting: number }> {
  const answer = await api.get('/notices?limit=1');
  return listNotices.answer.parse(await answer.json());
}
