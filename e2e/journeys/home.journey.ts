import { attentionSchema, type Attention } from '#contract/attention';
import type { Page } from 'playwright-core';
import { asCount, plain } from '../pages/as-displayed.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

const TENGGARONG = '64.02.06';
const NUMBERS = ['', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'];

describe('home', () => {
  const visitors = useVisitors();

  for (const [device, options] of [
    ['a desk', { viewport: { width: 1366, height: 768 } }],
    ['a phone', PHONE],
  ] as const) {
    it(`says within ten seconds what is wrong where, since when and whose task it is, on ${device}`, async () => {
      const page = await visitors.signedIn('bupati', options);
      const answered = answeredAttention(page);
      await page.goto('/beranda');
      const { items } = await answered;
      const [worst] = items;
      expect(items.length).toBeGreaterThan(3);
      if (worst === undefined) return;

      const home = new OverviewPage(page);
      await home.awaitHeadline(`${NUMBERS[items.length] ?? ''} hal perlu keputusan.`);
      const line = home.exceptions.first();
      const text = plain(await line.innerText());
      expect(text).toContain(`${worst.unit.name}: ${plain(worst.sentence)}`);
      expect(text).toMatch(/sejak|belum melapor/);
      expect(text).toContain(worst.owner?.post ?? 'tanpa penanggung jawab');

      // All of it without scrolling, above the bar at the foot of a phone.
      const bar = page.locator('pandu-screen-links.bottom');
      const foot = (await bar.isVisible()) ? (await bar.boundingBox())?.y : options.viewport?.height;
      for (const part of [home.heading, line.locator('.sentence'), line.locator('.facts')]) {
        const box = await part.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThanOrEqual(foot ?? 0);
      }
    });
  }

  it('leads from every sentence to as many records as it says', async () => {
    const page = await visitors.signedIn('bupati');
    const answered = answeredAttention(page);
    const home = await new OverviewPage(page).open('/beranda');
    const { items, praise } = await answered;
    expect(items.length).toBeGreaterThan(3);
    // What a new baseline made the usual of Sebulu is praised all the same, with what was usual before.
    expect(praise.find(({ unit }) => unit.name === 'Sebulu')?.sentence).toMatch(
      /^selesai sekali datang naik dari 7\d\s% ke 9\d\s% sejak /,
    );
    const sentences = [
      ...items.map((item) => ({
        ...item,
        link: home
          .exception(item.unit.name)
          .filter({ has: page.getByText(plain(item.sentence)) })
          .getByRole('link', { name: item.proof.label, exact: true }),
      })),
      ...praise.map((item) => ({
        ...item,
        link: home.margin.getByRole('link', { name: item.unit.name, exact: true }),
      })),
    ];
    for (const { proof, unit, sentence, link } of sentences) {
      const told = `${unit.name}: ${sentence}`;
      await link.click();
      await page.waitForURL(`**${proof.screen}?**`);
      const proved = await new Screen(page).complete();
      expect(proved.selection()).withContext(told).toEqual(jasmine.objectContaining(proof.query));
      if (proof.count !== null && ['/permohonan', '/aduan'].includes(proof.screen)) {
        const total = plain(await page.locator('pandu-more-button .note').first().textContent());
        expect(total)
          .withContext(told)
          .toMatch(new RegExp(`dari ${asCount(proof.count).replace('.', '\\.')}$`));
      } else {
        // No list of records: the screen itself says the same number, or names the unit that is silent.
        const said = proof.count === null ? unit.name : `Responden ${asCount(proof.count)}`;
        await proved.content
          .getByText(proof.count === null ? unit.name : 'Responden')
          .first()
          .waitFor();
        expect(plain(await proved.content.innerText()))
          .withContext(told)
          .toContain(said);
      }
      await page.goBack();
      await home.exceptions.first().waitFor();
    }
  });

  it('opens a unit on the screen of a measure with one click on its number', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open('/beranda');
    await home.cell('Aduan tuntas', 'Tenggarong').getByRole('link').click();
    await page.waitForURL('**/aduan?**');
    expect(new Screen(page).selection()).toEqual({ unit: TENGGARONG, field: 'resolvedShare' });
  });

  it('gives a message with what is wrong, who answers for it, and where it stands', async () => {
    const page = await visitors.signedIn('bupati');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const answered = answeredAttention(page);
    const home = await new OverviewPage(page).open('/beranda');
    const [worst] = (await answered).items;
    await home.exceptions
      .first()
      .getByRole('button', { name: /^Salin WA: / })
      .click();
    await home.exceptions
      .first()
      .getByRole('button', { name: /^Tersalin: / })
      .waitFor();
    const message: string = await page.evaluate('navigator.clipboard.readText()');
    expect(message.split('\n')[0]).toBe('DATA CONTOH – bukan kinerja sebenarnya');
    expect(plain(message)).toContain(`*${worst?.unit.name ?? ''}*: ${plain(worst?.sentence ?? '')}`);
    expect(message).toContain(worst?.owner?.post ?? 'tanpa penanggung jawab');
    expect(message).toContain('data s.d. ');
    expect(message.split('\n').at(-1)).toMatch(/^http.*\/(permohonan|aduan|kepuasan|layanan|data|unit)\b/);
  });

  it('is calm where nothing has changed', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    await new Screen(page).open('/beranda');
    // Sebulu is praised, so something did change: only nothing is to be decided.
    await page.getByRole('heading', { name: 'Tidak ada yang perlu keputusan.' }).waitFor();
    expect(await new OverviewPage(page).exceptions.count()).toBe(0);
  });
});

describe('a disposisi', () => {
  const visitors = useVisitors();

  it('is given from the line of an exception to the post that answers for the unit', async () => {
    const bupati = await visitors.signedIn('bupati');
    const answered = answeredAttention(bupati);
    const home = await new OverviewPage(bupati).open('/beranda');
    const item = (await answered).items.find(({ owner, kind }) => owner?.postId && kind !== 'not-reporting');
    expect(item).toBeDefined();
    if (item === undefined) return;
    const post = item.owner?.post ?? '';
    const form = await home.openForm(item.unit.name, 'Disposisi');
    const responsible = form.getByRole('option', { name: /, penanggung jawab$/ });
    await responsible.waitFor({ state: 'attached' });
    expect(await responsible.textContent()).toContain(post);
    expectWorkingDay(await form.getByLabel('Tenggat').inputValue());

    // What is missing is said in place, and nothing that was written is lost.
    await form.getByLabel('Isi disposisi').fill('');
    await form.getByRole('button', { name: 'Kirim disposisi' }).click();
    await form.getByText('Tulis apa yang harus dikerjakan.').waitFor();
    await form.getByLabel('Isi disposisi').fill('Tambah petugas loket pekan ini, laporkan hasilnya.');
    await form.getByRole('button', { name: 'Kirim disposisi' }).click();
    await form.waitFor({ state: 'detached' });
    await home.exception(item.unit.name).getByText(`Sudah didisposisikan kepada ${post}`).first().waitFor();
  });

  it('reaches the camat under Hari ini, who explains and reports it done; the bupati reads both and closes it', async () => {
    const bupati = await visitors.signedIn('bupati');
    const home = await new OverviewPage(bupati).open('/beranda');
    const instruction = `Pinjam blangko KK pekan ini, laporkan hasilnya. ${String(Date.now())}`;
    const form = await home.openForm('Muara Kaman', 'Disposisi');
    await form
      .getByRole('option', { name: /^Camat Muara Kaman.*, penanggung jawab$/ })
      .waitFor({ state: 'attached' });
    await form.getByLabel('Isi disposisi').fill(instruction);
    await form.getByRole('button', { name: 'Kirim disposisi' }).click();
    await form.waitFor({ state: 'detached' });

    // From below: the same change, its reason, and what was done about it.
    const head = await visitors.signedIn('camat.muara-kaman');
    const answered = answeredAttention(head);
    const today = await new OverviewPage(head).open('/beranda');
    const item = (await answered).items.find(({ service, kind }) => service === 'kk' && kind === 'signal');
    const sentence = plain(item?.sentence ?? 'KK');
    const reason = 'Blangko KK kosong sejak Juni, kiriman baru tiba pekan depan';
    const line = today.exceptions.filter({ hasText: item?.sentence ?? 'KK' });
    await line.getByRole('button', { name: /^Bukan masalah, karena/ }).click();
    await head.getByRole('dialog').getByLabel('Alasan').fill(reason);
    await head.getByRole('dialog').getByRole('button', { name: 'Keluarkan dari daftar' }).click();
    await line.waitFor({ state: 'detached' });
    const received = head.getByRole('article').filter({ hasText: instruction });
    await received.getByRole('button', { name: /^Lapor selesai/ }).click();
    const report = head.getByRole('dialog');
    await report.getByLabel('Apa yang sudah dikerjakan?').fill('200 blangko dipinjam dari Disdukcapil.');
    await report.getByRole('button', { name: 'Kirim laporan' }).click();
    await report.waitFor({ state: 'detached' });
    await received.getByText('Dilaporkan selesai').waitFor();

    // From above: the change still stands, with the reason beside it; the report is accepted.
    await home.open('/beranda');
    const seen = plain(await home.exception('Muara Kaman').innerText());
    expect(seen).toContain(`Muara Kaman: ${sentence}`);
    expect(seen).toMatch(/Penjelasan Camat Muara Kaman, .*: “Blangko KK kosong sejak Juni/);
    await new Screen(bupati).open('/disposisi?box=given');
    const given = bupati.getByRole('article').filter({ hasText: instruction });
    expect(plain(await given.innerText())).toContain('Laporan: 200 blangko dipinjam dari Disdukcapil.');
    await given.getByRole('button', { name: /^Terima laporan/ }).click();
    await bupati.getByRole('dialog').getByRole('button', { name: 'Nyatakan selesai' }).click();
    await bupati.getByRole('dialog').waitFor({ state: 'detached' });
    await given.getByText('Selesai', { exact: true }).waitFor();
    expect(await given.getByRole('button').count()).toBe(0);
  });

  it('opens by the keyboard alone, and Escape leads back to the line', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open('/beranda');
    const opener = home.exceptions.first().getByRole('button').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await opener.and(page.locator(':focus')).waitFor();
    expect(await form.count()).toBe(0);
  });
});

describe('“Bukan masalah, karena …”', () => {
  const visitors = useVisitors();

  it('asks for a reason that explains something, and takes the line off the own list', async () => {
    const head = await visitors.signedIn('camat.tenggarong');
    const answered = answeredAttention(head);
    const today = await new OverviewPage(head).open('/beranda');
    const [item] = (await answered).items;
    expect(item).toBeDefined();
    if (item === undefined) return;
    const line = today.exceptions.filter({ hasText: item.sentence });
    await line.getByRole('button', { name: /^Bukan masalah, karena/ }).click();
    const form = head.getByRole('dialog');
    await form.getByLabel('Alasan').fill('Kurang');
    await form.getByRole('button', { name: 'Keluarkan dari daftar' }).click();
    await form.getByText('Tulis alasannya').waitFor();
    const reason = 'Ketiganya aduan yang sama, jawabannya dikirim hari ini';
    await form.getByLabel('Alasan').fill(reason);
    await form.getByRole('button', { name: 'Keluarkan dari daftar' }).click();
    await line.waitFor({ state: 'detached' });
    expect(await today.exceptions.filter({ hasText: item.sentence }).count()).toBe(0);
  });
});

/** A day as it is typed that is no Saturday and no Sunday. */
function expectWorkingDay(typed: string): void {
  const [day, month, year] = typed.split('/').map(Number);
  const weekday = new Date(Date.UTC(year ?? NaN, (month ?? NaN) - 1, day)).getUTCDay();
  expect([1, 2, 3, 4, 5]).withContext(typed).toContain(weekday);
}

/** The next answer of the API about exceptions that the page itself receives. */
async function answeredAttention(page: Page): Promise<Attention> {
  const answer = await page.waitForResponse((response) =>
    new URL(response.url()).pathname.endsWith('/attention'),
  );
  return attentionSchema.parse(await answer.json());
}
