import type { Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';

const SEBULU = '64.02.07';
/** A number of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const DECISION = `Sebulu membuka loket kedua ${stamp}`;
const LATER = `Sebulu melaporkan hasil loket kedua ${stamp}`;

/** A day as it is typed, so many days from today in Kutai Kartanegara. */
function typed(days: number): string {
  const at = Date.now() + days * 86_400_000;
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Makassar' }).format(at);
}

describe('a commitment of an evaluation meeting', () => {
  const visitors = useVisitors();
  const line = (page: Page, decision: string) => page.getByRole('article').filter({ hasText: decision });

  async function meetings(username: string): Promise<Page> {
    const page = await visitors.signedIn(username);
    await new Screen(page).open('/rapat/komitmen');
    return page;
  }

  async function record(page: Page, decision: string, heldOn: string): Promise<void> {
    await page.getByRole('button', { name: 'Catat keputusan rapat' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tanggal rapat').fill(heldOn);
    const unit = dialog.getByLabel('Tentang unit');
    await unit.locator(`option[value="${SEBULU}"]`).waitFor({ state: 'attached' });
    await unit.selectOption(SEBULU);
    // Who answers for the unit is proposed.
    await dialog
      .getByLabel('Penanggung jawab')
      .locator('option:checked', { hasText: 'Camat Sebulu' })
      .waitFor({ state: 'attached' });
    await dialog.getByLabel('Keputusan rapat').fill(decision);
    await dialog.getByLabel('Yang harus dikerjakan').fill('Buka loket kedua setiap Senin pagi.');
    await dialog.getByRole('button', { name: 'Simpan keputusan' }).click();
    expect(plain(await dialog.getByRole('alert').textContent())).toContain('Isi tanggal selesai');
    await dialog.getByLabel('Selesai paling lambat').fill(typed(14));
    await dialog.getByRole('button', { name: 'Simpan keputusan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await line(page, decision).waitFor();
  }

  async function answer(page: Page, verb: string, confirm: string, words?: [string, string]): Promise<void> {
    const button = line(page, DECISION).getByRole('button', { name: new RegExp(`^${verb}`) });
    await button.click();
    const dialog = page.getByRole('dialog');
    if (words !== undefined) await dialog.getByLabel(words[0]).fill(words[1]);
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    // The list is read anew, and the step is taken.
    await button.waitFor({ state: 'detached' });
  }

  it('comes back at the next meeting until it is closed, each step by the right post', async () => {
    const organisasi = await meetings('organisasi');
    await record(organisasi, DECISION, typed(-3));

    // Only its owner reports, and nobody else but who holds meetings knows of it.
    const other = await meetings('camat.tenggarong');
    expect(await other.getByRole('button', { name: 'Catat keputusan rapat' }).count()).toBe(0);
    expect(await line(other, DECISION).count()).toBe(0);
    const bupati = await meetings('bupati');
    expect(await line(bupati, DECISION).count()).toBe(1);
    expect(await line(bupati, DECISION).getByRole('button').count()).toBe(0);
    expect(
      await line(organisasi, DECISION)
        .getByRole('button', { name: /^(Lapor|Terima)/ })
        .count(),
    ).toBe(0);

    const camat = await meetings('camat.sebulu');
    expect(await line(camat, DECISION).getByRole('button').allTextContents()).toEqual([
      jasmine.stringContaining('Lapor selesai'),
    ]);
    const report: [string, string] = ['Apa yang sudah dikerjakan?', 'Loket kedua dibuka dua kali.'];
    await answer(camat, 'Lapor selesai', 'Kirim laporan', report);
    expect(await line(camat, DECISION).getByRole('button').count()).toBe(0);

    // The next meeting: it stands there still, and says so.
    await organisasi.reload();
    await new Screen(organisasi).complete();
    await record(organisasi, LATER, typed(0));
    expect(plain(await line(organisasi, DECISION).innerText())).toContain(
      'masih terbuka setelah 1 rapat berikutnya',
    );
    expect(plain(await line(organisasi, LATER).innerText())).not.toContain('masih terbuka');
    const short: [string, string] = ['Apa yang masih kurang?', 'Belum setiap Senin.'];
    await answer(organisasi, 'Kembalikan', 'Kembalikan', short);
    await camat.reload();
    await new Screen(camat).complete();
    expect(plain(await line(camat, DECISION).innerText())).toContain('Dikembalikan: Belum setiap Senin.');
    await answer(camat, 'Lapor selesai', 'Kirim laporan', [report[0], 'Loket kedua dibuka setiap Senin.']);

    await organisasi.reload();
    await new Screen(organisasi).complete();
    await answer(organisasi, 'Terima laporan', 'Nyatakan selesai');
    const closed = plain(await line(organisasi, DECISION).innerText());
    expect(closed).toContain('Selesai ·');
    expect(closed).not.toContain('masih terbuka');
    await organisasi.goto('/rapat/komitmen?state=open');
    await new Screen(organisasi).complete();
    expect(await line(organisasi, DECISION).count()).toBe(0);
    expect(await line(organisasi, LATER).count()).toBe(1);
  });

  it('is recorded by who holds the meetings, and by nobody else', async () => {
    for (const username of ['camat.tenggarong', 'disdukcapil', 'diskominfo']) {
      const page = await meetings(username);
      expect(await page.getByRole('button', { name: 'Catat keputusan rapat' }).count())
        .withContext(username)
        .toBe(0);
    }
    for (const username of ['bupati', 'sekda', 'inspektorat']) {
      const page = await meetings(username);
      expect(await page.getByRole('button', { name: 'Catat keputusan rapat' }).count())
        .withContext(username)
        .toBe(1);
    }
  });
});
