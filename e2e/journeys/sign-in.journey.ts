import { summarySchema, type Summary } from '#contract/measures';
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

    const answered = answeredSummary(page);
    await signIn.signIn('bupati', password);
    await page.waitForURL('**/beranda');
    const home = await new OverviewPage(page).complete();
    const summary = await answered;

    expect(await home.figures('Tepat waktu')).toEqual(turnaroundFigures(summary));
    expect(await home.figures('Aduan')).toEqual(complaintsFigures(summary));
    expect(await home.figures('IKM')).toEqual(ikmFigures(summary));
    expect(await home.figures('Permohonan')).toEqual(volumeFigures(summary));
    expect(await home.countedFrom('Permohonan jatuh tempo')).toBe(asCount(told(summary.turnaround.due)));
    expect(await home.countedFrom('Permohonan selesai')).toBe(asCount(told(summary.turnaround.completed)));
    expect(await home.countedFrom('Aduan diterima')).toBe(asCount(told(summary.complaints.received)));
    expect(await home.countedFrom('Responden survei')).toBe(asCount(told(summary.ikm.respondents)));
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
    expect(await home.heading.textContent()).toContain('Jan–Jun 2026');
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
async function answeredSummary(page: Page): Promise<Summary> {
  const answer = await page.waitForResponse((response) => response.url().includes('/measures/summary'));
  return summarySchema.parse(await answer.json());
}

function turnaroundFigures({ turnaround }: Summary): readonly string[] {
  const { due, dueMet, previous } = turnaround;
  if (due === 0) return [];
  return [
    asPercent(told(dueMet) / told(due)),
    asCount(told(due)),
    ...shareBefore(previous.dueMet, previous.due),
  ];
}

function complaintsFigures({ complaints }: Summary): readonly string[] {
  const { received, valid, followedUp, previous } = complaints;
  if (received === 0) return [];
  if (valid === 0) return [asCount(told(received))];
  return [
    asPercent(told(followedUp) / told(valid)),
    asCount(told(valid)),
    ...shareBefore(previous.followedUp, previous.valid),
  ];
}

function ikmFigures({ ikm }: Summary): readonly string[] {
  if (ikm.score === null) return [];
  const required = ikm.sufficient === false ? [asCount(ikm.requiredRespondents ?? NaN)] : [];
  const before = ikm.previous.score === null ? [] : [asDecimal(ikm.previous.score, 2)];
  return [asDecimal(ikm.score, 2), asCount(told(ikm.respondents)), ...required, ...before];
}

function volumeFigures({ volume }: Summary): readonly string[] {
  const { received, completed, open, previous } = volume;
  if ([received, completed, open].every((count) => count === null || count === 0)) return [];
  return [received, previous.received, completed].flatMap((count) =>
    count === null ? [] : [asCount(count)],
  );
}

function shareBefore(part: number | null, whole: number | null): readonly string[] {
  return whole === 0 ? [] : [asPercent(told(part) / told(whole))];
}

/** From the bupati nothing is withheld. @throws Error when a figure is */
function told(figure: number | null): number {
  if (figure === null) throw new Error('a figure was withheld');
  return figure;
}
