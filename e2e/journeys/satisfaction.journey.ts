import { AxeBuilder } from '@axe-core/playwright';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const SEBULU = '64.02.07';

describe('from a score to what is done about it', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();
  const address = `/kepuasan?unit=${SEBULU}&from=${from}&to=${to}`;

  it('a plan made by a camat is read by the bupati, and done with its result', async () => {
    const words = `Loket kedua dibuka pada jam ramai, ${String(Date.now() % 100_000)}.`;
    const camat = await visitors.signedIn('camat.sebulu');
    await new Screen(camat).open(address);
    const profile = plain(await camat.locator('pandu-unsur-profile h2').textContent());
    const lowest = plain(await camat.locator('pandu-unsur-profile li.lowest .name').textContent());
    expect(profile.toLowerCase()).toContain(lowest.replace(/^U\d+ /, '').toLowerCase());

    const plans = camat.locator('pandu-follow-up-plans');
    await plans.getByRole('button', { name: 'Buat RTL' }).click();
    const dialog = camat.getByRole('dialog', { name: /^Rencana tindak lanjut/ });
    const unsur = dialog.getByRole('combobox', { name: 'Unsur' });
    expect(plain(await unsur.locator('option:checked').textContent())).toContain(lowest);
    await dialog.getByRole('button', { name: 'Simpan RTL' }).click();
    await dialog.getByText(/paling sedikit 10 huruf/).waitFor();
    await dialog.getByRole('textbox', { name: 'Apa yang akan dikerjakan?' }).fill(words);
    await dialog.getByRole('button', { name: 'Simpan RTL' }).click();
    await dialog.waitFor({ state: 'detached' });
    const made = plans.getByRole('listitem').filter({ hasText: words });
    await made.waitFor();
    expect(plain(await made.textContent())).toContain(lowest);
    expect(await plans.getByText(/belum mempunyai rencana tindak lanjut/).count()).toBe(0);

    const bupati = await visitors.signedIn('bupati');
    await new Screen(bupati).open('/kepuasan');
    const seen = bupati.locator('pandu-follow-up-plans').getByRole('listitem').filter({ hasText: words });
    await seen.waitFor();
    expect(plain(await seen.textContent())).toContain('Sebulu');
    expect(await bupati.getByRole('button', { name: /Buat RTL|Nyatakan selesai/ }).count()).toBe(0);

    await made.getByRole('button', { name: /^Nyatakan selesai/ }).click();
    const finish = camat.getByRole('dialog', { name: /selesai$/ });
    await finish.getByRole('textbox', { name: 'Apa hasilnya?' }).fill('Antrean siang berkurang separuh.');
    await finish.getByRole('button', { name: 'Nyatakan selesai' }).click();
    await finish.waitFor({ state: 'detached' });
    // The other screen learns of it without being opened anew.
    await seen.getByText(/Selesai .* Antrean siang berkurang separuh\./).waitFor();
  });

  it('tells score, grade, instrument and sample, and its count leads to the forms', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const screen = await new Screen(page).open(address);
    const query = { unit: SEBULU, from, to };
    const answer = await page.request.get('/api/v1/measures/summary', { params: query });
    const { ikm } = (await answer.json()) as {
      ikm: { score: number; grade: string; respondents: number; requiredRespondents: number };
    };
    const margin = plain(await page.locator('pandu-satisfaction-margin').innerText());
    expect(margin).toContain(ikm.score.toFixed(2).replace('.', ','));
    expect(margin).toContain(`mutu ${ikm.grade}`);
    expect(margin).toContain('SKM 2017 (9 unsur)');
    expect(margin).toMatch(
      ikm.respondents >= ikm.requiredRespondents ? /Sampel memadai/ : /Sampel kurang \(indikatif\)/,
    );
    await page
      .locator('pandu-satisfaction-margin dl.pairs > div')
      .filter({ hasText: /^\s*Responden/ })
      .getByRole('link')
      .click();
    await page.waitForURL('**/kepuasan/formulir?*');
    await screen.complete();
    expect(plain(await screen.heading.textContent())).toBe(
      `${String(ikm.respondents)} formulir di balik nilai IKM.`,
    );
  });

  it('puts survey, deadlines and complaints of a service side by side, each number the one of its own screen', async () => {
    const page = await visitors.signedIn('bupati');
    const year = `from=${from.slice(0, 4)}-01-01&to=${to}`;
    await new Screen(page).open(`/kepuasan?${year}`);
    const table = page.locator('pandu-service-alignment');
    expect(plain(await table.locator('h2').textContent())).toMatch(/^Apakah ketiganya sejalan\? \S/);
    const rows = table.locator('tbody tr.service');
    expect(await rows.count()).toBeGreaterThan(1);
    const first = rows.first();
    const figures = (await first.locator('td').allTextContents()).map(plain);
    await first.getByRole('link').click();
    await page.waitForURL(/service=/);
    await new Screen(page).complete();
    const score = plain(await page.locator('pandu-satisfaction-margin pandu-big-number b').textContent());
    expect(figures[0]).toMatch(new RegExp(`^${score} [ABCD]$`));
    // The margin is asked for once the headline stands.
    await rows.first().waitFor();
    expect((await rows.first().locator('td').allTextContents()).map(plain)).toEqual(figures);
  });

  it('shows no forms and no suggestions to those without the right to them', async () => {
    const page = await visitors.signedIn('diskominfo');
    await new Screen(page).open(`/kepuasan?from=${from}&to=${to}`);
    expect(await page.locator('pandu-suggestion-list').count()).toBe(0);
    expect(await page.locator('a[href*="/kepuasan/formulir"]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Buat RTL' }).count()).toBe(0);
  });

  it('fits a phone, its form has no violation', async () => {
    const page = await visitors.signedIn('camat.sebulu', PHONE);
    await new Screen(page).open(address);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(360);
    await page.getByRole('button', { name: 'Buat RTL' }).click();
    const dialog = page.getByRole('dialog', { name: /^Rencana tindak lanjut/ });
    await dialog.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
