import { SettingsPage } from '../pages/settings-page.ts';
import { useVisitors } from '../pages/visitors.ts';

/** A name of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);

describe('an administrator', () => {
  const visitors = useVisitors();

  it('finds in the settings what the post may set, and nothing else', async () => {
    const page = await visitors.signedIn('admin');
    const settings = await new SettingsPage(page).open('/pengaturan');
    const links = await settings.content.getByRole('link').allTextContents();
    expect(links.map((text) => text.trim())).toEqual([
      'Pengguna',
      'Jabatan',
      'Token untuk program',
      'Unit',
      'Layanan dan standar pelayanan',
      'Kalender dan jam buka',
      'Sesi tambahan',
      'Target',
      'Kop surat',
      'Pegawai dan keadilan',
      'Pengiriman surel',
      'Riwayat',
    ]);
  });

  it('invites somebody, hands over a link that is shown once, and erases the person again', async () => {
    const page = await visitors.signedIn('admin');
    const settings = await new SettingsPage(page).open('/pengaturan/pengguna');
    const dialog = await settings.ask('Undang pengguna');
    await dialog.getByRole('button', { name: 'Buat undangan' }).click();
    expect(await dialog.getByRole('alert').textContent()).toBe('Isi nama dan nama pengguna.');

    await dialog.getByLabel('Nama', { exact: true }).fill('Rina Contoh');
    await dialog.getByLabel(/^Nama pengguna/).fill(`rina.${stamp}`);
    await settings.answer('Buat undangan');
    const link = await settings.secret.inputValue();
    expect(new URL(link).origin).toBe(new URL(page.url()).origin);
    expect(link.length).toBeGreaterThan(40);
    expect(await settings.content.getByText(/hanya tampil sekali ini/).count()).toBe(1);

    // Shown once: not in the list, and not after the page is opened again.
    await settings.open(`/pengaturan/pengguna?cari=rina.${stamp}`);
    expect(await settings.secret.count()).toBe(0);
    expect(await settings.names()).toEqual(['Rina Contoh']);

    await settings.content.getByRole('link', { name: 'Rina Contoh' }).click();
    await page.waitForURL(`**/pengaturan/pengguna/rina.${stamp}`);
    await settings.complete();
    const erasure = await settings.ask('Hapus data pribadi');
    expect(await erasure.textContent()).toContain('Ini tidak dapat dibatalkan.');
    await erasure.getByRole('button', { name: 'Hapus data pribadi' }).click();
    expect(await erasure.getByRole('alert').textContent()).toContain('Tulis alasannya');
    await erasure.getByLabel(/^Alasan penghapusan/).fill('Uji coba selesai');
    await settings.answer('Hapus data pribadi');
    await page.waitForURL((url) => url.pathname === '/pengaturan/pengguna');
    await settings.open(`/pengaturan/pengguna?cari=rina.${stamp}`);
    expect(await settings.content.getByText(/Tidak ada pengguna yang cocok/).count()).toBe(1);
  });

  it('adds a post, appoints an acting holder with a letter, and ends the term', async () => {
    const page = await visitors.signedIn('admin');
    const settings = await new SettingsPage(page).open('/pengaturan/jabatan');
    const adding = await settings.ask('Tambah jabatan');
    await adding.getByLabel(/^Jabatan/).fill(`Camat Contoh ${stamp}`);
    await adding.getByLabel(/^Unit/).selectOption('64.02.07');
    await adding.getByRole('button', { name: 'Tambahkan' }).click();
    await page.waitForURL('**/pengaturan/jabatan/*');
    await settings.complete();
    expect(await settings.content.getByText(/sedang kosong/).count()).toBe(1);

    const appointing = await settings.ask('Tetapkan pemegang');
    await appointing.getByLabel(/^Nama pengguna/).fill('petugas.sebulu');
    await appointing.getByLabel('Pelaksana tugas (Plt.)').check();
    await appointing.getByLabel(/^Nomor SK/).fill('SP 12/2026');
    await settings.answer('Tetapkan');
    const holder = settings.content.getByRole('listitem').filter({ hasText: 'SP 12/2026' });
    await holder.waitFor();
    expect(await holder.textContent()).toContain('Pelaksana tugas (Plt.)');

    await holder.getByRole('button', { name: 'Akhiri masa jabatan' }).click();
    await settings.answer('Akhiri');
    await settings.content.getByText(/sedang kosong/).waitFor();
    expect(await holder.getByRole('button').count()).toBe(0);
  });

  it('makes a token that is shown once, and revokes it', async () => {
    const page = await visitors.signedIn('admin');
    const settings = await new SettingsPage(page).open('/pengaturan/token');
    const dialog = await settings.ask('Buat token');
    await dialog.getByLabel(/^Untuk apa/).fill(`Layar lobi ${stamp}`);
    await dialog.getByLabel(/^Bertindak dalam jabatan/).selectOption({ label: 'Camat Sebulu' });
    await settings.answer('Buat token');
    const token = await settings.secret.inputValue();
    const asked = await page.context().request.get('/api/v1/measures/summary', {
      headers: { Authorization: `Bearer ${token}`, Cookie: '' },
    });
    expect(asked.status()).toBe(200);

    const line = settings.content.getByRole('listitem').filter({ hasText: `Layar lobi ${stamp}` });
    await line.getByRole('button', { name: 'Cabut' }).click();
    await settings.answer('Cabut');
    await line.getByText('Dicabut').waitFor();
    const refused = await page.context().request.get('/api/v1/measures/summary', {
      headers: { Authorization: `Bearer ${token}`, Cookie: '' },
    });
    expect(refused.status()).toBe(401);
  });

  it('reads in the history what was done, and that the chain is whole', async () => {
    const page = await visitors.signedIn('admin');
    const settings = await new SettingsPage(page).open('/pengaturan/riwayat');
    expect(await settings.content.getByText(/^\s*Rantai utuh sampai catatan ke-[\d.]+\.\s*$/).count()).toBe(
      1,
    );
    expect(await settings.content.getByRole('listitem').count()).toBeGreaterThan(0);
    await settings.content.getByLabel(/^Cari/).fill('kata yang tidak ada di mana pun');
    await page.keyboard.press('Enter');
    await settings.content.getByText('Tidak ada catatan untuk pencarian ini.').waitFor();
    expect(settings.selection()).toEqual({ cari: 'kata yang tidak ada di mana pun' });
  });
});

describe('the settings', () => {
  const visitors = useVisitors();

  it('are closed to a camat, by any address', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const settings = new SettingsPage(page);
    for (const path of ['', '/pengguna', '/jabatan', '/token', '/riwayat', '/pembukaan']) {
      await settings.open(`/pengaturan${path}`);
      expect(await settings.rows.count())
        .withContext(path)
        .toBe(0);
      expect(await settings.content.getByRole('button').count())
        .withContext(path)
        .toBe(0);
    }
  });
});
