import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

/** A number of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const TITLE = `Dokumen dititipkan di warung ${stamp}`;

/** A day as it is typed, so many days from now in Kutai Kartanegara. */
const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Makassar' }).format(Date.now() + days * 86_400_000);

const IDEA = /^\/inovasi\/gagasan\/[0-9a-f-]{36}$/;

describe('an idea', () => {
  const visitors = useVisitors();

  it('of an officer is tried by what was written before, and becomes a draft of the unit', async () => {
    const officer = await visitors.signedIn('petugas.sebulu');
    await new Screen(officer).open('/inovasi/gagasan');
    await officer.getByRole('button', { name: 'Ajukan gagasan' }).click();
    expect(plain(await officer.getByRole('alert').textContent())).toContain('Isi ketiganya');
    await officer.getByLabel('Gagasan dalam satu kalimat').fill(TITLE);
    await officer
      .getByLabel('Masalah apa yang Anda lihat?')
      .fill('Warga kembali hanya untuk mengambil dokumen.');
    await officer
      .getByLabel('Bagaimana usul Anda?')
      .fill('Dokumen yang sudah jadi dititipkan di warung desa.');
    await officer.getByRole('button', { name: 'Ajukan gagasan' }).click();
    await officer.waitForURL((url) => IDEA.test(url.pathname));
    await new Screen(officer).complete();
    const address = new URL(officer.url()).pathname;
    // Who had it does not decide about it.
    expect(await officer.getByRole('button', { name: 'Mulai uji coba' }).count()).toBe(0);

    const coordinator = await visitors.signedIn('organisasi');
    await new Screen(coordinator).open(address);
    await coordinator
      .getByLabel('Apa yang hendak dibuktikan, dengan angka apa?')
      .fill('Berapa dokumen yang diambil dari warung dalam sebulan?');
    await coordinator.getByLabel('Diuji sampai').fill(inDays(30));
    await coordinator.getByLabel('Alasan').fill('Murah dan dapat dihitung.');
    await coordinator.getByRole('button', { name: 'Mulai uji coba' }).click();
    await coordinator.getByText('Uji coba dimulai').waitFor();
    expect(plain(await coordinator.getByRole('main').innerText())).toContain(
      'Berapa dokumen yang diambil dari warung dalam sebulan?',
    );

    const secretary = await visitors.signedIn('sekda');
    await new Screen(secretary).open(address);
    await secretary.getByLabel('Apa yang ditunjukkan uji coba?').fill('62 dokumen diambil dari warung.');
    await secretary.getByLabel('Alasan').fill('Lebih banyak daripada yang diambil di loket.');
    await secretary.getByRole('button', { name: 'Terapkan' }).click();
    await secretary.getByText('Menjadi inovasi').waitFor();

    await new Screen(officer).open(address);
    await officer.getByRole('link', { name: 'Buka drafnya' }).click();
    await officer.waitForURL((url) => url.pathname.endsWith('/sunting'));
    await new Screen(officer).complete();
    expect(plain(await officer.getByRole('main').innerText())).toContain(TITLE);
  });

  it('that ended is still found, with what was learnt', async () => {
    const page = await visitors.signedIn('camat.tenggarong');
    await new Screen(page).open('/inovasi/gagasan');
    await page.getByRole('link', { name: /^Dihentikan/ }).click();
    await page.waitForURL((url) => url.searchParams.get('tahap') === 'dihentikan');
    await page.getByRole('link', { name: 'Kotak masukan di setiap warung' }).click();
    await page.waitForURL((url) => IDEA.test(url.pathname));
    await new Screen(page).complete();
    expect(plain(await page.getByRole('main').innerText())).toContain('hanya 11 lembar terisi');
  });
});

describe('award drafts', () => {
  const visitors = useVisitors();

  it('show what is ready, what is missing, and what the records of the unit fill', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    await new Screen(page).open('/inovasi/pecut-kecamatan-sebulu/lomba');
    const rows = page.getByRole('row');
    const time = plain(await rows.filter({ hasText: 'Kemudahan proses inovasi' }).innerText());
    expect(time).toContain('dari data');
    expect(time).toMatch(/Sembilan dari sepuluh permohonan selesai dalam \d+ hari/);
    expect(plain(await rows.filter({ hasText: 'Bimtek inovasi' }).innerText())).toContain('belum ada');
    // By hand: (40 + 70 + 20 × 0.38) / 250 × 100 = 47.04.
    await page.getByLabel(/^Nilai SPD/).fill('40');
    await page.getByLabel(/^Rata-rata nilai SID/).fill('70');
    await page.getByLabel(/^Jumlah inovasi/).fill('20');
    expect(plain(await page.locator('.index').textContent())).toContain('47,04');
    await page.getByRole('link', { name: 'KIPP' }).click();
    await page.waitForURL((url) => url.searchParams.get('untuk') === 'kipp');
    await page
      .getByText(/dari 300 kata/)
      .first()
      .waitFor();
    expect(plain(await page.getByRole('main').innerText())).toMatch(/\d+ dari 300 kata/);
  });
});
