import { plain } from '../pages/as-displayed.ts';
import { Screen, SCREENS } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

describe('the note about peers', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();

  it('tells a camat where half of the other kecamatan lie, and names none of them', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const screen = await new Screen(page).open(`${SCREENS.Layanan}?from=${from}&to=${to}`);
    const note = page.locator('pandu-peer-note');
    await note.getByText(/Kecamatan lain/).waitFor();
    expect(plain(await note.textContent())).toMatch(
      /Kecamatan lain \(\d+\): separuhnya (antara [\d,]+ % dan [\d,]+ %; tengahnya [\d,]+ %|lebih di sekitar [\d,]+ %)\. Sebulu [\d,]+ %\./,
    );
    expect(await screen.content.innerText()).not.toMatch(/Tenggarong|Anggana|Muara Kaman/);
  });

  it('says why counts are not compared', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    await new Screen(page).open(`${SCREENS.Layanan}?from=${from}&to=${to}&field=volume.received`);
    const note = page.locator('pandu-peer-note');
    await note.getByText(/Jumlah tidak dibandingkan/).waitFor();
    expect(plain(await note.textContent())).not.toContain('separuhnya');
  });

  it('says which month is compared while the chosen one still runs', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    await new Screen(page).open(SCREENS.Kepuasan);
    const month = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const heading = page.locator('pandu-peer-note').getByRole('heading');
    await heading.waitFor();
    expect(plain(await heading.textContent())).toBe(
      `Di antara yang sejenis, ${month.format(new Date(`${from}T00:00:00Z`))}`,
    );
  });

  it('is not there for the bupati, who sees every unit', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open(`${SCREENS.Layanan}?from=${from}&to=${to}`);
    expect(await page.locator('pandu-peer-note').count()).toBe(0);
  });
});
