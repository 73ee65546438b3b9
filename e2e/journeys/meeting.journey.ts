import type { Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

/** A name of its own for every run, so that a run never meets what another one left. */
const stamp = String(Date.now()).slice(-8);
const WHAT = `Loket kedua dibuka setiap Senin ${stamp}`;
const POINT = `Jadwal petugas pengganti ${stamp}`;

interface Meetings {
  readonly current: readonly { readonly id: string; readonly state: string; readonly mayRun: boolean }[];
}
interface Meeting {
  readonly items: readonly {
    readonly note: string;
    readonly decisions: readonly { readonly what: string }[];
  }[];
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.context().request.get(`/api/v1${path}`)).json()) as T;
}

/** Waits until the server has what was written. */
async function until(told: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await told()) return true;
    await new Promise((done) => setTimeout(done, 250));
  }
  return false;
}

describe('a meeting of a kecamatan', () => {
  const visitors = useVisitors();
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });

  /** The running meeting of the person's unit, begun by keys alone. */
  async function begin(page: Page): Promise<string> {
    await new Screen(page).open('/rapat');
    await page.getByRole('button', { name: 'Mulai rapat', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Mulai sekarang' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rapat\/[0-9a-f-]{36}/);
    await heading(page).waitFor();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }

  it('is led by keys alone from what is overdue to its minutes', async () => {
    const page = await visitors.signedIn('camat.muara-kaman');
    const id = await begin(page);
    // What this Camat promised the evaluation meeting, and did not keep, comes first.
    expect(plain(await heading(page).innerText())).toBe('Muara Kaman menyelesaikan KK yang lewat tenggat.');
    const room = page.getByRole('main');
    expect(plain(await room.innerText())).toContain('Lewat waktu · Camat Muara Kaman');
    const size = await heading(page).evaluate((element) => getComputedStyle(element).fontSize);
    // 28 pt at 96 dpi.
    expect(Number.parseFloat(size)).toBeCloseTo((28 * 96) / 72, 1);
    for (const key of ['berikutnya', 'sebelumnya', 'keputusan', 'belum diputuskan', 'catatan', 'penutup'])
      expect(await room.getByRole('button', { name: key }).count())
        .withContext(key)
        .toBeGreaterThan(0);

    // A point of one's own is the last; what else there is to speak of differs with what became of it elsewhere.
    await room.getByText(/butir 1 dari \d+/).waitFor();
    await page.keyboard.press('b');
    await room.getByLabel('Apa yang dibahas?').waitFor();
    await page.keyboard.type(POINT);
    await page.keyboard.press('Escape');
    await room.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
    await page.keyboard.press('t');
    await room.getByRole('button', { name: 'Belum diputuskan', pressed: true }).waitFor();
    const last = Number(new URL(page.url()).searchParams.get('butir'));
    expect(last).toBeGreaterThan(1);
    const standsAt = async (point: number): Promise<void> => {
      await page.waitForURL((url) => url.searchParams.get('butir') === String(point));
      await room.getByText(`butir ${point} dari ${last}`).waitFor();
    };
    for (let point = last - 1; point >= 1; point -= 1) {
      await page.keyboard.press('ArrowLeft');
      await standsAt(point);
    }
    await page.keyboard.press('ArrowRight');
    await standsAt(2);
    await page.keyboard.press('ArrowLeft');
    await standsAt(1);

    // A decision: what, who, until when; owner and day are proposed.
    await page.keyboard.press('k');
    const what = room.getByLabel('Apa yang diputuskan?');
    await what.waitFor();
    await page.keyboard.type(WHAT);
    await page.keyboard.press('Tab');
    expect(await room.getByLabel('Penanggung jawab').inputValue()).not.toBe('');
    await page.keyboard.press('Tab');
    expect(await room.getByLabel('Selesai paling lambat').inputValue()).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    await page.keyboard.press('Escape');

    await page.keyboard.press('s');
    await page.waitForURL(/butir=penutup/);
    await page.getByRole('heading', { level: 1, name: '1 keputusan siap disahkan.' }).waitFor();
    expect(plain(await heading(page).innerText())).toBe('1 keputusan siap disahkan.');
    await room.getByLabel('Peserta, satu jabatan setiap baris').focus();
    await page.keyboard.type('Camat Muara Kaman\nKepala Seksi Pelayanan');
    await page.keyboard.press('Escape');
    await room.getByRole('button', { name: 'Tutup rapat dan sahkan notulen' }).focus();
    await page.keyboard.press('Enter');

    const sheet = page.getByRole('article');
    await sheet.getByText(WHAT).first().waitFor();
    const minutes = plain(await sheet.innerText());
    for (const words of ['Camat Muara Kaman; Kepala Seksi Pelayanan', POINT, 'Belum diputuskan'])
      expect(minutes).withContext(words).toContain(words);
    // On the screen the line below the bar says it; on paper the sheet itself.
    expect(plain((await sheet.textContent()) ?? '')).toContain('DATA CONTOH – bukan kinerja sebenarnya');

    // The decision is a commitment like any other; the neighbour knows nothing of the meeting.
    const given = await read<{ items: { instruction: string }[] }>(
      page,
      '/dispositions?kind=commitment&box=given',
    );
    expect(given.items.map(({ instruction }) => instruction)).toContain(WHAT);
    const neighbour = await visitors.signedIn('camat.tenggarong');
    await neighbour.goto(`/rapat/${id}`);
    await neighbour.getByRole('alert').filter({ hasText: 'tidak ada di lingkup Anda' }).waitFor();
    const bupati = await visitors.signedIn('bupati');
    await bupati.goto(`/rapat/${id}`);
    await bupati.getByRole('article').getByText(WHAT).first().waitFor();
  });

  it('is called off only by who answers the question, and leaves the focus where one can go on', async () => {
    const page = await visitors.signedIn('camat.tenggarong');
    await new Screen(page).open('/rapat');
    const day = new Date(Date.now() + 7 * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/');
    const title = `Rapat koordinasi ${stamp}`;
    await page.getByRole('button', { name: 'Jadwalkan rapat' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Nama rapat').fill(title);
    await form.getByLabel('Tanggal rapat').fill(day);
    await form.getByRole('button', { name: 'Simpan jadwal' }).click();
    const verb = page.getByRole('button', { name: `Batalkan rapat: ${title}` });
    await verb.click();
    await page.getByRole('button', { name: 'Tidak jadi' }).click();
    expect(await verb.evaluate((element) => element === document.activeElement)).toBe(true);
    await verb.click();
    await page.getByRole('button', { name: 'Ya, batalkan rapat' }).click();
    await verb.waitFor({ state: 'detached' });
    expect(await until(() => heading(page).evaluate((element) => element === document.activeElement))).toBe(
      true,
    );
  });

  it('loses nothing that was typed when the connection and the browser die, nor when two write at once', async () => {
    const page = await visitors.signedIn('camat.sebulu', PHONE);
    await new Screen(page).open('/rapat');
    const { current } = await read<Meetings>(page, '/meetings');
    if (!current.some(({ mayRun, state }) => mayRun && state === 'running')) await begin(page);
    const running = (await read<Meetings>(page, '/meetings')).current.find(({ mayRun }) => mayRun);
    const id = running?.id ?? '';
    const address = `/rapat/${id}?butir=1`;
    const note = (on: Page) => on.getByLabel('Catatan pembahasan');
    const isKept = async (on: Page, words: string) =>
      (await read<Meeting>(on, `/meetings/${id}`)).items.some((item) => item.note.includes(words));
    await new Screen(page).open(address);
    if ((await note(page).count()) === 0) {
      // Nothing to ask about at this Camat's: a point of one's own, by a tap.
      await page.getByRole('button', { name: 'Tambah butir', exact: true }).click();
      await page.getByLabel('Apa yang dibahas?').fill(POINT);
      await page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    // No connection: typed all the same, and then the tab is gone.
    await page.context().setOffline(true);
    await note(page).fill(`tanpa sambungan ${stamp}`);
    await page.getByText('Sambungan terputus; tulisan aman di perangkat ini').waitFor();
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await new Screen(again).open(address);
    expect(await note(again).inputValue()).toBe(`tanpa sambungan ${stamp}`);
    expect(await until(() => isKept(again, `tanpa sambungan ${stamp}`))).toBe(true);
    expect(
      await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('meeting'))),
    ).toEqual([]);

    // The same post on another screen writes the same note while this one has no connection.
    await again.context().setOffline(true);
    await note(again).fill(`dari ponsel ${stamp}`);
    const desk = await visitors.signedIn('camat.sebulu');
    await new Screen(desk).open(address);
    await note(desk).fill(`dari meja ${stamp}`);
    expect(await until(() => isKept(desk, `dari meja ${stamp}`))).toBe(true);
    await again.context().setOffline(false);
    const torn = again.getByRole('alert').filter({ hasText: 'menulis bagian yang sama' });
    await torn.waitFor();
    const both = plain(await torn.innerText());
    expect(both).toContain(`dari meja ${stamp}`);
    expect(both).toContain(`dari ponsel ${stamp}`);
    await torn.getByRole('button', { name: 'Pakai keduanya' }).click();
    await torn.waitFor({ state: 'detached' });
    expect(await note(again).inputValue()).toBe(`dari meja ${stamp}\ndari ponsel ${stamp}`);
    expect(await until(() => isKept(desk, `dari ponsel ${stamp}`))).toBe(true);
  });
});
