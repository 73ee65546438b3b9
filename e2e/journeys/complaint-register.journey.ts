import { plain } from '../pages/as-displayed.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';
import { loadReportedComplaint } from './reported-complaint.ts';

const SEBULU = '64.02.07';
const REASON = 'Menghubungi pelapor untuk mengecek lokasi lampu jalan.';

describe('the register of complaints', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();
  const address = `/aduan?from=${from}&to=${to}`;

  it('opens a complaint from its line, its reporter masked, and leads back to the same selection', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const screen = await new Screen(page).open(address);
    const register = page.locator('pandu-complaint-register');
    const units = await register.locator('tbody tr td:nth-child(2)').allTextContents();
    expect(units.length).toBeGreaterThan(0);
    expect(new Set(units.map(plain))).toEqual(new Set(['Sebulu']));

    const line = register.locator('tbody th a').first();
    const number = plain(await line.textContent());
    await line.click();
    await page.waitForURL('**/aduan/*');
    await screen.complete();
    expect(plain(await screen.heading.textContent())).toContain(number);
    expect(await screen.content.innerText()).not.toMatch(/\b\d{16}\b|\b08\d{8,}\b/);

    await page.getByRole('navigation', { name: 'Jalur' }).getByRole('link', { name: 'Aduan' }).click();
    await page.waitForURL((url) => url.pathname === '/aduan');
    expect(screen.selection()).toEqual({ from, to });
  });

  it('lists exactly the complaints of a number, narrows and finds them, and keeps the selection', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(address);
    const course = page.locator('pandu-complaint-course');
    const counted = course.getByRole('row', { name: /^Naik ke Diskominfo/ }).getByRole('link');
    const number = plain(await counted.textContent());
    await counted.click();
    await page.waitForURL(/count=complaints\.escalated/);
    await screen.complete();
    expect(plain(await screen.heading.textContent())).toBe(
      `${number} aduan naik ke Diskominfo karena tidak ditanggapi unitnya.`,
    );
    expect(screen.selection()).toEqual({ from, to, count: 'complaints.escalated' });
    const register = page.locator('pandu-complaint-register');
    const rungs = await register.locator('tbody tr td:nth-child(7)').allTextContents();
    expect(rungs.length).toBe(Math.min(25, Number(number)));
    expect(rungs.map(plain).filter((rung) => rung === 'Unit')).toEqual([]);

    await register.getByRole('searchbox').fill('kata-yang-tidak-ada');
    await register.getByRole('searchbox').press('Enter');
    await register.getByText(/Tidak ada yang cocok/).waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('kata-yang-tidak-ada');
    await page.goBack();
    await register.locator('tbody tr').first().waitFor();
    expect(await register.locator('tbody tr').count()).toBe(rungs.length);
  });

  it('tells why a deadline is that day, and the rungs a complaint has passed', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(`${address}&count=complaints.escalated&class=normatif`);
    await page.locator('pandu-complaint-register tbody th a').first().click();
    await page.waitForURL('**/aduan/*');
    await screen.complete();
    const text = plain(await screen.content.innerText());
    expect(text).toContain('Mengapa tenggatnya');
    expect(text).toContain('5 hari kerja untuk pengaduan normatif');
    expect(text).toContain('Naik ke Diskominfo');
  });

  it('is not offered to those without the right to single complaints', async () => {
    const page = await visitors.signedIn('organisasi');
    await new Screen(page).open(address);
    expect(await page.locator('pandu-complaint-register').count()).toBe(0);
  });

  it('opens an identity with a reason only, tells how long, and the Inspektorat sees who and why', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const complaint = await loadReportedComplaint(page, SEBULU);
    const screen = await new Screen(page).open(`/aduan/${complaint.id}`);
    const masked = await screen.content.innerText();
    expect(masked).not.toMatch(/Sukardi Wiryawan|081234567890|6402071203800001/);
    await screen.content.getByRole('button', { name: 'Buka identitas' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('dilihat Inspektorat');
    await dialog.getByLabel(/^Mengapa/).fill('ingin');
    await dialog.getByRole('button', { name: 'Buka identitas' }).click();
    expect(await dialog.getByRole('alert').textContent()).toContain('Paling sedikit 10 huruf');

    await dialog.getByLabel(/^Mengapa/).fill(REASON);
    await dialog.getByRole('button', { name: 'Buka identitas' }).click();
    await screen.content.getByText(/^\s*Terbuka untuk Anda 1[45] menit lagi\.\s*$/).waitFor();
    expect(await screen.content.innerText()).toContain(complaint.reporter);
    expect(await screen.content.getByRole('button', { name: 'Buka identitas' }).count()).toBe(0);

    const inspector = await visitors.signedIn('inspektorat');
    const reveals = await new SettingsPage(inspector).open('/pengaturan/pembukaan');
    const row = reveals.content.getByRole('listitem').filter({ hasText: complaint.number });
    expect(plain(await row.textContent())).toContain(REASON);
    expect(plain(await row.textContent())).toContain('Camat Sebulu');
  });

  it('does not even offer a camat the identity of somebody who asked to stay unknown to the unit', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const complaint = await loadReportedComplaint(page, SEBULU, true);
    const screen = await new Screen(page).open(`/aduan/${complaint.id}`);
    await screen.content.getByText(/meminta identitasnya dirahasiakan/).waitFor();
    expect(await screen.content.getByRole('button', { name: 'Buka identitas' }).count()).toBe(0);
    expect(await page.locator('pandu-complaint-reporter').innerText()).not.toMatch(/Sukardi|\bS\.|\d{4}|•/);
  });

  it('masks an identity again by itself when its time is over', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const complaint = await loadReportedComplaint(page, SEBULU);
    await page.clock.install();
    const screen = await new Screen(page).open(`/aduan/${complaint.id}`);
    await screen.content.getByRole('button', { name: 'Buka identitas' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Mengapa/).fill(REASON);
    await dialog.getByRole('button', { name: 'Buka identitas' }).click();
    await screen.content.getByText(/Terbuka untuk Anda/).waitFor();
    expect(await screen.content.innerText()).toContain(complaint.reporter);
    await page.clock.fastForward('15:01');
    await screen.content.getByText(/Terbuka untuk Anda/).waitFor({ state: 'detached' });
    expect(await screen.content.innerText()).not.toMatch(/Sukardi Wiryawan|081234567890|6402071203800001/);
  });
});
