import { matrixSchema, type Matrix } from '#contract/measures';
import type { Page } from 'playwright-core';
import { asCount, asDecimal, asPercent } from '../pages/as-displayed.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { useVisitors } from '../pages/visitors.ts';
import { testedProduct } from '../product.ts';

describe('signing in', () => {
  const visitors = useVisitors();
  const { password } = testedProduct();

  it('tells a wrong password in one sentence, then leads the bupati home', async () => {
    const page = await visitors.stranger();
    await page.goto('/');
    const signIn = await new SignInPage(page).shown();
    await signIn.signIn('bupati', `${password}x`);
    await signIn.trouble.waitFor();
    expect(await signIn.trouble.textContent()).toBe('Nama pengguna atau kata sandi tidak cocok.');
    expect(new URL(page.url()).pathname).toBe('/masuk');

    const answered = answeredMatrix(page);
    await signIn.signIn('bupati', password);
    await page.waitForURL('**/beranda');
    const home = await new OverviewPage(page).complete();
    const { items } = await answered;
    expect(items.length).toBeGreaterThan(20);
    for (const unit of items.filter(({ key }) => key !== 'self')) {
      const { turnaround, ikm, volume, label } = unit;
      const shown = [
        await home.figure('Tepat waktu', label),
        await home.figure('IKM', label),
        await home.figure('Permohonan', label),
      ];
      expect(shown)
        .withContext(label)
        .toEqual([
          turnaround.due === 0 ? 'belum ada data' : asPercent(told(turnaround.dueMet) / told(turnaround.due)),
          ikm.score === null ? 'belum ada data' : `${asDecimal(ikm.score, 2)} ${ikm.grade ?? ''}`,
          told(volume.received) + told(volume.completed) + told(volume.open) === 0
            ? '–'
            : asCount(told(volume.received)),
        ]);
    }
  });

  it('leads a stranger through the sign-in page to where he wanted to go, filters included', async () => {
    const page = await visitors.stranger();
    const wanted = '/beranda?unit=64.02.07&from=2026-01-01&to=2026-06-30';
    await page.goto(wanted);
    await page.waitForURL('**/masuk?**');
    const signIn = await new SignInPage(page).shown();
    expect(await page.getByText('lewat tenggat').count()).toBe(0);

    await signIn.signIn('bupati', password);
    await page.waitForURL('**/beranda?**');
    const home = await new OverviewPage(page).complete();
    expect(`/beranda${new URL(page.url()).search}`).toBe(wanted);
    await home.page.getByRole('button', { name: 'Periode: Jan–Jun 2026', exact: true }).waitFor();
  });

  it('leads out again, and the figures are gone with the session', async () => {
    const page = await visitors.signedIn('sekda');
    await new OverviewPage(page).open('/beranda');
    await page.getByRole('button', { name: /^Akun: / }).click();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await new SignInPage(page).shown();
    const answer = await page.context().request.get('/api/v1/measures/summary');
    expect(answer.status()).toBe(401);
    await page.goto('/beranda');
    await page.waitForURL('**/masuk?**');
    expect(new URL(page.url()).searchParams.get('tujuan')).toBe('/beranda');
  });
});

/** The answer of the API that the page itself receives next: what falls due may change from one minute to the next. */
async function answeredMatrix(page: Page): Promise<Matrix> {
  const answer = await page.waitForResponse((response) => response.url().includes('/measures/matrix'));
  return matrixSchema.parse(await answer.json());
}

/** From the bupati nothing is withheld. @throws Error when a figure is */
function told(figure: number | null): number {
  if (figure === null) throw new Error('a figure was withheld');
  return figure;
}
