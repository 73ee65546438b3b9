import { plain } from '../pages/as-displayed.ts';
import { CataloguePage } from '../pages/catalogue-page.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

/** Words of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const PECUT = '/inovasi/pecut-kecamatan-sebulu';
const ADAPTED = `Dimulai dari dua desa yang jaringannya baik (${stamp}).`;

describe('an innovation from elsewhere', () => {
  const visitors = useVisitors();

  it('is found by its problem, compared, taken home with a plan, and its source sees it', async () => {
    const camat = await visitors.signedIn('camat.cikarang-utara');
    const catalogue = new CataloguePage(camat);
    await catalogue.open('/beranda');
    await camat.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: 'Inovasi' }).click();
    await catalogue.complete();
    await catalogue.search('warga bolak-balik');
    expect((await catalogue.titles()).slice(0, 3).some((title) => title.startsWith('PECUT, '))).toBeTrue();

    // The margin answers for what was found first, and for another one on request.
    await catalogue.card('PECUT').getByRole('button', { name: 'Apakah PECUT jalan di tempat saya?' }).click();
    await camat.getByRole('heading', { level: 2, name: 'Apakah PECUT jalan di tempat saya?' }).waitFor();
    const fit = camat.locator('pandu-fit-note table');
    await fit.waitFor();
    expect(plain(await fit.locator('thead').innerText())).toMatch(/Sebulu, awal.*Cikarang Utara/);

    await catalogue.card('PECUT').getByRole('button', { name: 'Bandingkan PECUT' }).click();
    await catalogue.search('akhir pekan beberapa instansi');
    await catalogue.card('BOTRAM').getByRole('button', { name: 'Bandingkan BOTRAM' }).click();
    await camat.getByRole('link', { name: 'Bandingkan 2 inovasi' }).click();
    await camat.waitForURL('**/inovasi/bandingkan?**');
    await catalogue.complete();
    const heads = await camat.locator('thead a').allTextContents();
    expect(heads.map((head) => plain(head).split(',')[0])).toEqual(['PECUT', 'BOTRAM']);
    const groups = await camat.locator('tr.group').allTextContents();
    expect(groups.map(plain)).toEqual(['Yang berbeda', 'Baru disebutkan sebagian', 'Yang sama']);

    await camat
      .locator('thead')
      .getByRole('link', { name: /^PECUT/ })
      .click();
    await camat.waitForURL(`**${PECUT}`);
    await catalogue.complete();
    await camat.getByRole('link', { name: 'Susun rencana adopsi' }).click();
    await camat.waitForURL('**/adopsi');
    await catalogue.complete();
    await camat.getByRole('button', { name: 'Susun rencana adopsi' }).click();
    await camat.waitForURL((url) => /^\/inovasi\/adopsi\/[0-9a-f-]{36}$/.test(url.pathname));
    await catalogue.complete();
    // Eight steps, as Sebulu tells them.
    const steps = camat.locator('pandu-adoption-steps');
    expect(await steps.getByLabel('Penanggung jawab').count()).toBe(8);
    await steps.getByLabel('Penanggung jawab').first().fill('Kepala Seksi Pelayanan');
    await steps.getByLabel('Langkah 1 selesai').check();
    await steps.getByRole('button', { name: 'Simpan langkah' }).click();
    await camat.getByText('1 dari 8 langkah selesai').waitFor();
    await camat.getByLabel('Yang disesuaikan di tempat Anda').fill(ADAPTED);
    await camat.getByRole('button', { name: 'Simpan', exact: true }).click();
    await camat.getByRole('button', { name: 'Simpan', exact: true }).waitFor({ state: 'detached' });
    await camat.getByRole('button', { name: 'Mulai jalankan hari ini' }).click();
    await camat.getByRole('button', { name: 'Mulai jalankan hari ini' }).waitFor({ state: 'detached' });
    await camat.getByRole('button', { name: /^Kabari .*Sebulu/ }).click();
    await camat.getByRole('button', { name: 'Tarik kabar dari silsilah' }).waitFor();

    const source = await visitors.signedIn('camat.sebulu');
    await new Screen(source).open('/pemberitahuan');
    expect(plain(await source.getByRole('main').innerText())).toContain('Cikarang Utara');
    for (const page of [source, camat]) {
      await new Screen(page).open(PECUT);
      const lineage = page.locator('pandu-entry-lineage');
      await lineage.getByText(ADAPTED).waitFor();
      const told = plain(await lineage.innerText());
      expect(told).toContain('Sebulu');
      expect(told).toContain('Cikarang Utara');
    }
  });

  it('is looked for without taking away what is being typed, and every step can be undone', async () => {
    const page = await visitors.signedIn('camat.cikarang-utara');
    const catalogue = await new CataloguePage(page).open('/inovasi');
    await catalogue.searchField.pressSequentially('hari ');
    await page.waitForURL((url) => url.searchParams.get('q') === 'hari');
    await catalogue.searchField.pressSequentially('libur');
    await page.waitForURL((url) => url.searchParams.get('q') === 'hari libur');
    expect(await catalogue.searchField.inputValue()).toBe('hari libur');
    await catalogue.complete();
    expect((await catalogue.titles())[0]).toContain('MSC 9–11');

    await page.getByRole('button', { name: 'Masalah: semua masalah' }).click();
    await page.getByRole('dialog', { name: 'Masalah' }).getByRole('option').nth(1).click();
    await page.waitForURL((url) => url.searchParams.has('topic'));
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('topic'));
    expect(await catalogue.searchField.inputValue()).toBe('hari libur');

    await catalogue.search('hari liburr');
    await page.getByText('Menampilkan hasil untuk “hari libur”.').waitFor();
    expect((await catalogue.titles())[0]).toContain('MSC 9–11');
  });

  it('stays at home where its owner keeps it there', async () => {
    const home = await visitors.signedIn('camat.sebulu');
    expect(await (await new CataloguePage(home).open('/inovasi?q=ANIZA')).titles()).toContain(
      'ANIZA, Antrean Izin Lewat WhatsApp',
    );
    for (const username of ['camat.cikarang-utara', 'forcasi']) {
      const page = await visitors.signedIn(username);
      const catalogue = await new CataloguePage(page).open('/inovasi?q=ANIZA');
      expect(plain(await catalogue.content.innerText())).not.toContain('Antrean Izin Lewat WhatsApp');
    }
  });
});

describe('the catalogue without figures of a unit', () => {
  const visitors = useVisitors();

  it('is where a member of FORCASI begins, and tells what the source had alone', async () => {
    const page = await visitors.signedIn('forcasi');
    const catalogue = await new CataloguePage(page).open('/');
    expect(new URL(page.url()).pathname).toBe('/inovasi');
    await catalogue.search('bolak-balik');
    const note = page.locator('pandu-fit-note');
    await note.getByText('Anda masuk tanpa angka unit.').waitFor();
    expect(await note.locator('thead th').count()).toBe(2);
    expect(await page.getByRole('link', { name: 'Susun rencana adopsi' }).count()).toBe(0);
  });

  it('is open to strangers as far as owners opened it, and asks the API for nothing else', async () => {
    const page = await visitors.stranger();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname);
    });
    const catalogue = await new CataloguePage(page).open('/publik/inovasi');
    await catalogue.search('tunggu di tempat');
    await catalogue.card('PECUT').getByRole('link').first().click();
    await page.waitForURL('**/publik/inovasi/pecut-kecamatan-sebulu');
    await catalogue.complete();
    expect(plain(await catalogue.heading.textContent())).toContain('PECUT, Pelayanan Cepat Tunggu di Tempat');
    expect(await page.getByRole('heading', { level: 2, name: 'Masalah apa yang dijawab?' }).count()).toBe(1);
    expect(asked.filter((path) => !path.startsWith('/api/v1/public/') && path !== '/api/v1/session')).toEqual(
      [],
    );

    await page.getByRole('link', { name: 'Masuk' }).first().click();
    await page.waitForURL('**/masuk?**');
    expect(await page.getByLabel('Nama pengguna').count()).toBe(1);
  });
});
