import type { Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { useVisitors } from '../pages/visitors.ts';
import { WritingPages } from '../pages/writing-pages.ts';

/** A name of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const NAME = `Loket Petang ${stamp}`;

/** What an entry's writers read of it. */
interface Draft {
  readonly content: { readonly problem: string; readonly goal: string; readonly steps: readonly unknown[] };
  readonly state: string;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;
}

describe('an innovation', () => {
  const visitors = useVisitors();

  it('is written by two at once without losing a word, published by a second person, and shared by its parts', async () => {
    const camat = new WritingPages(await visitors.signedIn('camat.sebulu'));
    const petugas = new WritingPages(await visitors.signedIn('petugas.sebulu'));
    const id = await camat.begin(NAME);
    await camat.content.getByRole('radio', { name: 'Uji coba' }).check();
    await camat
      .answer('Kalau hanya boleh tiga kalimat, apa isinya?')
      .fill('Loket dibuka sampai pukul 18.00.');
    await camat.kept();

    // Both open the same part; each writes a field of its own, and both the problem.
    await camat.part('Masalah apa yang dijawab?');
    await petugas.open(`/inovasi/${id}/sunting?bagian=masalah`);
    await camat.content.getByRole('checkbox', { name: 'Jam layanan terbatas' }).check();
    await camat.answer('Apa masalahnya sebelum ada inovasi ini?').fill('Warga bekerja sampai sore.');
    await camat.kept();
    await petugas.answer('Apa yang ingin dicapai?').fill('Tidak perlu izin kerja.');
    await petugas.answer('Apa masalahnya sebelum ada inovasi ini?').fill('Pekerja kebun pulang pukul 16.00.');
    const clash = petugas.content.locator('.conflicts');
    await clash.waitFor();
    const shown = plain(await clash.textContent());
    expect(shown).toContain('Warga bekerja sampai sore.');
    expect(shown).toContain('Pekerja kebun pulang pukul 16.00.');
    const meanwhile = await read<Draft>(petugas.page, `/innovation-entries/${id}`);
    expect([meanwhile.content.problem, meanwhile.content.goal]).toEqual([
      'Warga bekerja sampai sore.',
      'Tidak perlu izin kerja.',
    ]);
    await petugas
      .answer('Apa masalahnya sebelum ada inovasi ini?')
      .fill('Warga bekerja sampai sore; pekerja kebun pulang pukul 16.00.');
    await clash.getByRole('button', { name: 'Pakai tulisan saya' }).click();
    await clash.waitFor({ state: 'detached' });
    await petugas.kept();

    // A list by the keyboard alone.
    await petugas.part('Bagaimana kecamatan lain dapat menirunya?');
    await petugas.content.getByRole('textbox', { name: 'Langkah' }).first().focus();
    await petugas.page.keyboard.type('Sepakati giliran petugas');
    await petugas.page.keyboard.press('Enter');
    await petugas.page.keyboard.type('Umumkan lewat ketua RT');
    await petugas.kept();
    await petugas.part('Bagaimana cara kerjanya?');
    await petugas
      .answer('Bagaimana jalannya, langkah demi langkah bagi warga?')
      .fill('Warga datang sepulang kerja dan dilayani sampai selesai.');
    await petugas.kept();
    const written = await read<Draft>(petugas.page, `/innovation-entries/${id}`);
    expect(written.content.problem).toContain('pekerja kebun');
    expect(written.content.steps).toEqual([
      { body: 'Sepakati giliran petugas', days: null },
      { body: 'Umumkan lewat ketua RT', days: null },
    ]);

    await camat.open(`/inovasi/${id}/sunting?bagian=pratinjau`);
    expect(plain(await camat.content.textContent())).toContain('Umumkan lewat ketua RT');
    await camat.content.getByRole('button', { name: 'Ajukan' }).click();
    await camat.page.waitForURL('**/inovasi/tulis?diajukan=*');

    const reviewer = new WritingPages(await visitors.signedIn('organisasi'));
    await reviewer.open('/inovasi/tulis');
    await reviewer.content.getByRole('link', { name: NAME }).click();
    await reviewer.page.waitForURL('**/telaah');
    await reviewer.complete();
    await reviewer.content.getByRole('button', { name: 'Terbitkan' }).click();
    await reviewer.dialog.getByRole('button', { name: 'Terbitkan' }).click();
    await reviewer.page.waitForURL('**/inovasi/tulis');
    expect((await read<Draft>(camat.page, `/innovation-entries/${id}`)).state).toBe('published');

    await camat.open(`/inovasi/${id}/bagikan`);
    await camat.content.getByRole('radio', { name: /^Publik/ }).check();
    await camat.content.getByRole('checkbox', { name: 'Langkah meniru' }).check();
    const preview = camat.content.locator('pandu-shared-copy');
    await preview.getByText('Sepakati giliran petugas').waitFor();
    expect(plain(await preview.textContent())).not.toContain('pekerja kebun');
    await camat.content.getByRole('button', { name: 'Bagikan seperti pratinjau' }).click();
    await camat.content.getByText('Pilihan tersimpan.').waitFor();
    const { copy } = await read<{ copy: { content: object } | null }>(
      camat.page,
      `/innovation-entries/${id}/sharing`,
    );
    expect(Object.keys(copy?.content ?? {}).toSorted()).toEqual(
      ['acronym', 'digital', 'form', 'name', 'stage', 'steps', 'summary', 'topics'].toSorted(),
    );
    await camat.content.getByRole('radio', { name: /^Kabupaten sendiri/ }).check();
    await camat.content.getByRole('button', { name: 'Tarik dari katalog bersama' }).click();
    await camat.content.getByText('Tidak ada yang keluar dari kabupaten.').waitFor();
    const back = await read<{ copy: unknown }>(camat.page, `/innovation-entries/${id}/sharing`);
    expect(back.copy).toBeNull();
  });
});
