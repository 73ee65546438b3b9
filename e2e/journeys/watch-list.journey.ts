import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

const MUARA_KAMAN = '64.02.11';

describe('the watch-list', () => {
  const visitors = useVisitors();

  /** The names of the units that stand on it for somebody. */
  async function listed(username: string): Promise<string[]> {
    const page = await visitors.signedIn(username);
    await new Screen(page).open('/pengawasan');
    return (await page.locator('article h2').allTextContents()).map(plain);
  }

  it('says of each unit why now, since when, for how many days, and what takes it off again', async () => {
    const page = await visitors.signedIn('inspektorat');
    const screen = await new Screen(page).open('/pengawasan');
    expect(plain(await screen.heading.innerText())).toMatch(/unit sedang dipantau/);
    const unit = page.locator('article').filter({ has: page.getByRole('link', { name: 'Muara Kaman' }) });
    const words = plain(await unit.innerText());
    expect(words).toContain('Camat Muara Kaman');
    // On time got worse in July (the demo's story); three of four months were over on 1 October.
    expect(words).toMatch(
      /Tepat waktu memburuk pada \d dari 4 bulan yang dinilai sampai \w+: \d+ %, biasanya/,
    );
    const since = /sejak (\d{1,2} \w{3} \d{4}) · ([\d.]+) hari dalam daftar/.exec(words);
    expect(Number(since?.[2]?.replace('.', ''))).toBeGreaterThan(0);
    expect(words).toContain('Keluar setelah 3 bulan berturut-turut tanpa tanda memburuk.');
    const months = await unit.locator('ol').first().locator('li').count();
    expect(months).toBe(6);

    await page.getByText(/aturan masuk dan keluar$/).click();
    const rules = plain(await page.locator('aside details').innerText());
    expect(rules.match(/Masuk bila/g)?.length).toBe(4);
    expect(rules.match(/Keluar setelah/g)?.length).toBe(4);
  });

  it('leads to exactly the records that its number counts', async () => {
    const page = await visitors.signedIn('inspektorat');
    const screen = await new Screen(page).open(`/pengawasan?unit=${MUARA_KAMAN}`);
    const proof = page.getByRole('link', { name: /^[\d.]+ berkas terlambat$/ }).first();
    const told = Number(/^[\d.]+/.exec(plain(await proof.textContent()))?.[0].replace('.', ''));
    await proof.click();
    await page.waitForURL((url) => url.pathname === '/permohonan');
    await screen.complete();
    expect(screen.selection()['unit']).toBe(MUARA_KAMAN);
    expect(screen.selection()['count']).toBe('turnaround.dueMissed');
    expect(plain(await screen.heading.first().innerText())).toContain(String(told));
  });

  it('is the same for leadership, shows a unit itself alone, and is kept from all others', async () => {
    const all = await listed('inspektorat');
    expect(all.length).toBeGreaterThan(1);
    expect(await listed('bupati')).toEqual(all);
    expect(await listed('camat.muara-kaman')).toEqual(['Muara Kaman']);
    expect(await listed('camat.sebulu')).toEqual([]);
    for (const username of ['organisasi', 'diskominfo', 'petugas.sebulu', 'forcasi', 'admin']) {
      const page = await visitors.signedIn(username);
      expect((await page.request.get('/api/v1/watch-list')).status())
        .withContext(username)
        .toBe(403);
    }
    const camat = await visitors.signedIn('camat.sebulu');
    expect((await camat.request.get(`/api/v1/watch-list?unit=${MUARA_KAMAN}`)).status()).toBe(404);
  });

  it('lets a meeting decide about a unit, and no unit about itself', async () => {
    const camat = await visitors.signedIn('camat.muara-kaman');
    await new Screen(camat).open('/pengawasan');
    expect(await camat.getByRole('button', { name: /^Catat keputusan rapat/ }).count()).toBe(0);

    const page = await visitors.signedIn('bupati');
    await new Screen(page).open('/pengawasan');
    await page.getByRole('button', { name: 'Catat keputusan rapat: Muara Kaman' }).click();
    const dialog = page.getByRole('dialog');
    expect(plain(await dialog.innerText())).toContain('Muara Kaman: tepat waktu memburuk');
    const owner = dialog.getByLabel('Penanggung jawab');
    await owner.locator('option', { hasText: 'Camat Muara Kaman' }).waitFor({ state: 'attached' });
    expect(await dialog.getByLabel('Tentang unit').inputValue()).toBe(MUARA_KAMAN);
    expect(plain(await owner.locator('option:checked').textContent())).toBe('Camat Muara Kaman');
  });
});
