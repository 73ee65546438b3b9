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

    expect(await home.sentence('Tepat waktu')).toBe(turnaroundSentence(summary));
    expect(await home.sentence('Aduan')).toBe(complaintsSentence(summary));
    expect(await home.sentence('IKM')).toBe(ikmSentence(summary));
    expect(await home.sentence('Permohonan')).toBe(volumeSentence(summary));
    expect(await home.countedFrom('Permohonan jatuh tempo')).toBe(asCount(summary.turnaround.due));
    expect(await home.countedFrom('Permohonan selesai')).toBe(asCount(summary.turnaround.completed));
    expect(await home.countedFrom('Aduan diterima')).toBe(asCount(summary.complaints.received));
    expect(await home.countedFrom('Responden survei')).toBe(asCount(summary.ikm.respondents));
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

function turnaroundSentence({ turnaround }: Summary): string {
  const { due, dueMet, previous } = turnaround;
  if (due === 0) return 'belum ada permohonan yang jatuh tempo pada periode ini.';
  const before = previous.due === 0 ? null : asPercent(previous.dueMet / previous.due);
  return `${asPercent(dueMet / due)} dari ${asCount(due)} permohonan yang jatuh tempo, ${beforeText(before)}.`;
}

function complaintsSentence({ complaints }: Summary): string {
  const { received, valid, followedUp, previous } = complaints;
  if (received === 0) return 'tidak ada aduan yang diterima pada periode ini.';
  if (valid === 0) return `${asCount(received)} diterima, tidak satu pun yang sah dan menjadi kewenangan.`;
  const before = previous.valid === 0 ? null : asPercent(previous.followedUp / previous.valid);
  return `${asPercent(followedUp / valid)} dari ${asCount(valid)} aduan yang sah sudah ditindaklanjuti, ${beforeText(before)}.`;
}

function ikmSentence({ ikm }: Summary): string {
  if (ikm.score === null) return 'belum ada jawaban survei pada periode ini.';
  const small =
    ikm.sufficient === false ? `; perlu ${asCount(ikm.requiredRespondents ?? NaN)} agar memadai` : '';
  return `${asDecimal(ikm.score, 2)} (${ikm.grade ?? ''}) dari ${asCount(ikm.respondents)} responden${small}.`;
}

function volumeSentence({ volume }: Summary): string {
  const received = asCount(volume.received ?? NaN);
  const before = volume.previous.received === null ? null : asCount(volume.previous.received);
  return `${received} diterima (${beforeText(before)}), ${asCount(volume.completed ?? NaN)} selesai.`;
}

function beforeText(before: string | null): string {
  return before === null ? 'tanpa data sebelumnya' : `sebelumnya ${before}`;
}
