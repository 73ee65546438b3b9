import { readFile } from 'node:fs/promises';
import { ProductApi } from '../pages/product-api.ts';
import { Screen, SCREENS } from '../pages/screen.ts';
import { DESK, PHONE, useVisitors } from '../pages/visitors.ts';

const LABEL = 'DATA CONTOH – bukan kinerja sebenarnya';

describe('demo data', () => {
  const visitors = useVisitors();

  for (const [device, options] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    it(`say on every screen that they are an example, on a ${device}`, async () => {
      const page = await visitors.signedIn('bupati', options);
      const screen = new Screen(page);
      for (const path of [
        ...Object.values(SCREENS),
        '/disposisi',
        '/unit-yang-tidak-ada',
        '/beranda?unit=99.99.99',
      ]) {
        await page.goto(path);
        await screen.heading.first().waitFor();
        await screen.demoLabel.waitFor();
        expect(await screen.demoLabel.isVisible())
          .withContext(path)
          .toBeTrue();
      }
    });
  }

  it('say so in every row of a downloaded table, too', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open('/layanan');
    const breakdown = page.locator('pandu-measure-breakdown');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      breakdown.getByRole('button', { name: 'Unduh CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(1)) expect(line).toContain(LABEL);
  });

  it('are told by the API', async () => {
    const answer = await (await ProductApi.signIn('bupati')).get('/session');
    expect(await answer.json()).toEqual({
      user: jasmine.objectContaining({ kabupaten: jasmine.objectContaining({ code: '64.02', demo: true }) }),
    });
  });
});
