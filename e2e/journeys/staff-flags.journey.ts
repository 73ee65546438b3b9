import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { phonePhoto } from '../../server/features/evidence/evidence-files.testing.ts';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

const EXPLANATION = 'Sebagian berkas menunggu jaringan SIAK pulih; pemohon sudah saya hubungi satu per satu.';
const REVIEW = 'Penjelasan pegawai sesuai dengan catatan harian loket.';
const REASON = 'Bukti dan telaah atasan sudah diperiksa bersama.';

describe('a proposal about a member of staff', () => {
  const visitors = useVisitors();

  /** The address of the first proposal about the person who looks. */
  async function ownProposal(page: Page): Promise<string> {
    const screen = await new Screen(page).open('/pegawai?kotak=mine');
    await screen.complete();
    await page.locator('pandu-flag-list-page li h2 a').first().click();
    await page.waitForURL(/\/pegawai\/[0-9a-f-]{36}/);
    return new URL(page.url()).pathname;
  }

  async function refused(username: string, path: string): Promise<void> {
    const page = await visitors.signedIn(username);
    const answer = await page.request.get(`/api/v1${path.replace('/pegawai/', '/staff-flags/')}`);
    expect(answer.status()).withContext(username).toBe(404);
    await page.goto(path);
    await page.getByRole('alert').first().waitFor();
    expect(plain(await page.locator('main').innerText())).toContain('bukan untuk Anda');
    await page.context().close();
  }

  it('is seen and explained by the person, reviewed by the superior, decided by the official, and kept from all others', async () => {
    const petugas = await visitors.signedIn('petugas.sebulu');
    const path = await ownProposal(petugas);
    await petugas.getByRole('heading', { name: 'Penjelasan Anda' }).waitFor();
    for (const username of ['camat.sebulu', 'camat.tenggarong', 'bupati', 'organisasi', 'disdukcapil'])
      await refused(username, path);

    await petugas.locator('app-evidence input[type=file]').setInputFiles({
      name: 'catatan-jaringan.jpg',
      mimeType: 'image/jpeg',
      buffer: phonePhoto('catatan jaringan'),
    });
    await petugas.locator('pandu-evidence-line').getByText('catatan-jaringan.jpg').waitFor();
    // An empty word is refused before it is sent.
    await petugas.getByRole('button', { name: 'Kirim penjelasan' }).click();
    await petugas.getByText('Tulis penjelasan Anda lebih dahulu.').waitFor();
    await petugas.getByLabel('Penjelasan', { exact: true }).fill(EXPLANATION);
    await petugas.getByRole('button', { name: 'Kirim penjelasan' }).click();
    await petugas.getByText('Penjelasan Anda terkirim.').waitFor();

    const camat = await visitors.signedIn('camat.sebulu');
    await camat.goto('/pegawai?kotak=waiting');
    await camat.locator(`a[href="${path}"]`).click();
    await camat.getByText(EXPLANATION).waitFor();
    await camat.getByLabel('Telaah', { exact: true }).fill(REVIEW);
    await camat.getByRole('button', { name: 'Kirim telaah' }).click();
    await camat.getByText('Telaah Anda terkirim.').waitFor();

    for (const username of ['camat.tenggarong', 'bupati', 'organisasi', 'disdukcapil'])
      await refused(username, path);

    const bkpsdm = await visitors.signedIn('bkpsdm');
    await bkpsdm.goto('/');
    await bkpsdm.waitForURL(/\/pegawai/);
    await bkpsdm.goto('/pegawai?kotak=waiting');
    await bkpsdm.locator(`a[href="${path}"]`).click();
    await bkpsdm.getByText(REVIEW).waitFor();
    // The official reads what was laid beside it, and adds nothing.
    await bkpsdm.locator('pandu-evidence-line').getByText('catatan-jaringan.jpg').waitFor();
    expect(await bkpsdm.locator('app-evidence input[type=file]').count()).toBe(0);
    await bkpsdm.getByLabel('Dikuatkan').check();
    await bkpsdm.getByLabel('Alasan').fill(REASON);
    await bkpsdm.getByLabel('Nomor keputusan').fill('800/12/BKPSDM');
    await bkpsdm.getByRole('button', { name: 'Catat keputusan' }).click();
    await bkpsdm.getByText('Isi nomor dan tanggal keputusan keduanya').first().waitFor();
    await bkpsdm.getByLabel('Nomor keputusan').fill('');
    await bkpsdm.getByRole('button', { name: 'Catat keputusan' }).click();
    await bkpsdm.getByText('Keputusan tercatat').waitFor();

    await petugas.goto(path);
    await petugas.getByText('Diputuskan: dikuatkan').waitFor();
    const life = plain(await petugas.locator('ol.life').innerText());
    for (const words of ['Diusulkan oleh aturan', EXPLANATION, REVIEW, REASON]) expect(life).toContain(words);
    expect(await petugas.locator('form.step').count()).toBe(0);
  });

  it('rests on examined complaints too, recorded by the Inspektorat with their letter and read by nobody else', async () => {
    const inspector = await visitors.signedIn('inspektorat');
    const answer = await inspector.request.get('/api/v1/complaints?unit=64.02.06&limit=1');
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const path = `/aduan/${items[0]?.id ?? ''}`;
    await inspector.goto(path);
    const part = inspector.locator('pandu-complaint-conduct');
    await part.getByRole('button', { name: 'Catat hasil pemeriksaan' }).click();
    const verb = part.getByRole('button', { name: 'Catat hasil', exact: true });
    await verb.click();
    await part.getByText('Pilih pegawai yang diperiksa.').waitFor();
    await part.getByLabel('Pegawai yang diperiksa').selectOption({ index: 1 });
    await part.getByLabel('Tidak terbukti').check();
    const today = new Intl.DateTimeFormat('id-ID', { dateStyle: 'short', timeZone: 'Asia/Makassar' });
    const [day, month, year] = today.format(new Date()).split('/');
    const typed = `${day?.padStart(2, '0') ?? ''}/${month?.padStart(2, '0') ?? ''}/20${year?.slice(-2) ?? ''}`;
    await part.getByLabel('Tanggal diputuskan').fill(typed);
    await part.getByLabel('Tanggal surat').fill(typed);
    await verb.click();
    await part.getByText('Isi nomor surat hasil pemeriksaan.').waitFor();
    await part.getByLabel('Nomor surat').fill('700/15/INSP');
    await verb.click();
    await part.getByText('Hasil pemeriksaan tercatat.').waitFor();
    await part.getByText('Surat nomor 700/15/INSP').waitFor();
    expect(await part.getByRole('button', { name: 'Catat hasil', exact: true }).count()).toBe(0);

    const camat = await visitors.signedIn('camat.tenggarong');
    await camat.goto(path);
    await camat.getByRole('heading', { name: 'Perjalanan aduan' }).waitFor();
    expect(await camat.locator('pandu-complaint-conduct').count()).toBe(0);
    expect((await camat.request.get('/api/v1/conduct-findings')).status()).toBe(403);
  });

  it('is a count to leadership, with as many rules that praise as rules that ask', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open('/pegawai');
    await screen.complete();
    await page.getByRole('heading', { name: 'Timbangan' }).waitFor();
    await page.getByText('Tidak ada usulan yang menjadi bagian Anda.').waitFor();
    await page.getByRole('link', { name: 'Aturan yang diumumkan' }).click();
    await page.waitForURL('**/pegawai/aturan');
    await page.locator('.rules').first().waitFor();
    const headings = (await page.locator('section > h2').allTextContents()).map(plain);
    expect(headings.length).toBe(2);
    const counts = headings.map((text) => /\((\d+)\)/.exec(text)?.[1]);
    expect(counts[0]).toBe(counts[1]);
    expect(await page.getByRole('button', { name: /Atur dan uji coba/ }).count()).toBe(0);
    expect(plain(await page.locator('main').innerText())).not.toMatch(/pelanggaran|terburuk|gagal/i);
  });

  it('has no accessibility violation on its screens, light and dark, wide and narrow', async () => {
    const screens = { bupati: ['/pegawai', '/pegawai/aturan'], bkpsdm: ['/pengaturan/pegawai'] };
    const petugas = await visitors.signedIn('petugas.sebulu');
    await check(petugas, await ownProposal(petugas));
    for (const [username, paths] of Object.entries(screens)) {
      const page = await visitors.signedIn(username);
      for (const path of paths) await check(page, path);
    }
  });

  async function check(page: Page, path: string): Promise<void> {
    await (await new Screen(page).open(path)).complete();
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`))
          .withContext(`${path}, ${width} px, ${colorScheme}`)
          .toEqual([]);
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow).withContext(`${path}, ${width} px: wider than the screen`).toBeLessThanOrEqual(0);
      }
    }
  }

  it('rests on a rule that can be tried on the past before it is set', async () => {
    const page = await visitors.signedIn('bkpsdm');
    await page.goto('/pegawai/aturan');
    await page
      .getByRole('button', { name: /Atur dan uji coba/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Hitung tanpa nama' }).click();
    await page.getByText(/Dengan ambang ini, aturan akan mengajukan/).waitFor();
    expect(await page.locator('dialog tbody tr').count()).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });
});
