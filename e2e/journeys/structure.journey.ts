import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { ServiceCase } from '#contract/service-cases';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

const PAGES = [
  { path: '/pengaturan/unit', verb: 'Tambah unit' },
  { path: '/pengaturan/unit/64.02.07', verb: 'Ganti atau pindahkan' },
  { path: '/pengaturan/layanan', verb: 'Tambah layanan' },
  { path: '/pengaturan/layanan/kk', verb: 'Ganti nama' },
  { path: '/pengaturan/layanan/kk/standar', verb: null },
  { path: '/pengaturan/kalender', verb: 'Tambah kalender' },
  { path: '/pengaturan/kalender/default', verb: 'Tambah hari tutup' },
  { path: '/pengaturan/sesi', verb: 'Tambah sesi' },
  { path: '/pengaturan/target', verb: 'Tetapkan target' },
] as const;

const typed = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

describe('keeping the structure', () => {
  const visitors = useVisitors();

  it('moves the deadline of an open case by a local closure, and the page of the case explains it', async () => {
    const bupati = await visitors.signedIn('bupati');
    const request = bupati.context().request;
    /** The open case that has longest to go, so that a working day of its way can still be closed. */
    const list = await request.get('/api/v1/service-cases?count=volume.open&sort=newest&limit=100');
    const { items } = (await list.json()) as { items: ServiceCase[] };
    const now = new Date().toISOString();
    const open = items
      .filter(({ dueAt }) => dueAt !== null && dueAt > now)
      .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? 1 : -1))[0];
    if (open === undefined) throw new Error('The demo has no open case with a deadline to come.');
    const read = async () =>
      (await (await request.get(`/api/v1/service-cases/${open.id}`)).json()) as ServiceCase;
    const before = await read();
    const last = before.deadline.steps.findLast(({ kind }) => kind === 'counted')?.day ?? '';

    const page = await visitors.signedIn('organisasi');
    const screen = await new Screen(page).open('/pengaturan/kalender/default');
    await page.getByRole('button', { name: 'Tambah hari tutup' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tutup tanggal').fill(typed(last));
    await dialog.getByRole('textbox', { name: /^Nama hari tutup/ }).fill('Erau Adat');
    await dialog.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await dialog.getByRole('button', { name: 'Simpan' }).waitFor();
    expect(plain(await dialog.textContent())).toMatch(
      /Tenggat .+ permohonan yang belum selesai akan bergeser/,
    );
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await screen.complete();
    expect(plain(await screen.content.innerText())).toContain('Erau Adat');

    const after = await read();
    expect((after.dueAt ?? '') > (before.dueAt ?? '')).toBeTrue();
    expect(after.deadline.steps.find(({ day }) => day === last)?.label).toBe('Erau Adat');
    const record = await new Screen(bupati).open(`/permohonan/${open.id}`);
    expect(plain(await record.content.innerText())).toContain('Erau Adat');

    // Back to how it was, for the journeys that follow.
    const day = page.locator('li', { hasText: 'Erau Adat' }).getByRole('button');
    await day.click();
    await dialog.getByLabel('Alasan perubahan').fill('batal');
    await dialog.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await read()).dueAt).toBe(before.dueAt);
  });

  it('has no faults that a machine can find, at a desk and on a phone, and in its dialogs', async () => {
    for (const device of [undefined, PHONE]) {
      const page = await visitors.signedIn('organisasi', device);
      for (const { path, verb } of PAGES) {
        await new Screen(page).open(path);
        expect(await violations(page))
          .withContext(path)
          .toEqual([]);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth'))
          .withContext(`${path} is no wider than the screen`)
          .toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
        if (verb === null) continue;
        const button = page.getByRole('button', { name: verb }).first();
        await button.click();
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        expect(await violations(page))
          .withContext(`${path}: ${verb}`)
          .toEqual([]);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        expect(plain(await page.locator(':focus').textContent()))
          .withContext(path)
          .toContain(verb);
      }
    }
  });

  it('is offered to those who keep it, and to nobody else', async () => {
    const keeper = await visitors.signedIn('organisasi');
    await new Screen(keeper).open('/pengaturan');
    expect(await keeper.getByRole('main').getByRole('link').allTextContents()).toEqual([
      'Unit',
      'Layanan dan standar pelayanan',
      'Kalender dan jam buka',
      'Sesi tambahan',
      'Target',
      'Kop surat',
    ]);
    const camat = await visitors.signedIn('camat.sebulu');
    await camat.goto('/pengaturan/kalender');
    await camat.getByRole('heading', { level: 1 }).waitFor();
    expect(await camat.locator('pandu-calendars-page').count()).toBe(0);
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
