import type { Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

const PECUT = '/inovasi/pecut-kecamatan-sebulu';
const WAIT = 60_000;

describe('the forum of an innovation', () => {
  const visitors = useVisitors();

  /** The forum of PECUT, with what was said there. */
  async function forumOf(page: Page) {
    await new Screen(page).open(PECUT);
    const forum = page.getByRole('region', { name: 'Tanya jawab' });
    await forum.locator('article').first().waitFor();
    return forum;
  }

  it('carries a question from another kabupaten to the owner, and the answer back', async () => {
    const words = `Berapa lama melatih operator desa? ${String(Date.now())}`;
    const asker = await visitors.signedIn('camat.cikarang-utara', PHONE);
    const asked = await forumOf(asker);
    await asked.getByLabel('Pertanyaan Anda').fill(words);
    await asked.getByRole('button', { name: 'Kirim pertanyaan' }).click();
    const question = asked.locator('article').filter({ hasText: words });
    await question.waitFor();
    expect(plain(await question.innerText())).toMatch(/Camat Cikarang Utara, Bekasi/);
    // Who asked follows from then on.
    await asked.getByRole('button', { name: /^Berhenti mengikuti/ }).waitFor();

    const owner = await visitors.signedIn('camat.sebulu');
    await new Screen(owner).open('/pemberitahuan?tampil=waiting');
    const notice = owner.getByRole('article').filter({ hasText: 'Camat Cikarang Utara, Bekasi bertanya' });
    await notice.first().getByRole('link').click();
    const answering = owner
      .getByRole('region', { name: 'Tanya jawab' })
      .locator('article')
      .filter({ hasText: words });
    await answering.getByRole('button', { name: 'Jawab', exact: true }).click();
    const reply = `Setengah hari, dengan berkas sungguhan. ${String(Date.now())}`;
    await answering.getByLabel('Jawaban Anda').fill(reply);
    await answering.getByRole('button', { name: 'Kirim jawaban' }).click();
    await answering.getByText(reply).waitFor();

    await new Screen(asker).open('/pemberitahuan');
    await asker
      .getByRole('article')
      .filter({ hasText: /Camat Sebulu, Kutai Kartanegara menjawab pertanyaan/ })
      .first()
      .waitFor({ timeout: WAIT });
    await new Screen(asker).open('/inovasi/diikuti');
    await asker.getByRole('article').filter({ hasText: reply }).waitFor();
  });

  it('hides what was reported, with a reason that all read', async () => {
    const rude = `Camatnya tidak becus ${String(Date.now())}`;
    const author = await visitors.signedIn('camat.cikarang-utara');
    const own = await forumOf(author);
    await own.getByLabel('Pertanyaan Anda').fill(rude);
    await own.getByRole('button', { name: 'Kirim pertanyaan' }).click();
    await own.locator('article').filter({ hasText: rude }).waitFor();

    const reader = await visitors.signedIn('forcasi');
    const read = await forumOf(reader);
    await read.locator('article').filter({ hasText: rude }).getByRole('button', { name: 'Laporkan' }).click();
    const form = reader.getByRole('dialog');
    await form.getByLabel('Alasan').fill('menyerang pribadi, bukan gagasannya');
    await form.getByRole('button', { name: 'Kirim laporan' }).click();
    await form.waitFor({ state: 'detached' });
    await read.getByText('Anda melaporkan tulisan ini').waitFor();

    const moderator = await visitors.signedIn('organisasi');
    await new Screen(moderator).open('/inovasi/moderasi');
    const reported = moderator.getByRole('article').filter({ hasText: rude });
    await reported.getByRole('button', { name: 'Sembunyikan' }).click();
    const decision = moderator.getByRole('dialog');
    await decision.getByLabel('Alasan').fill('menyerang pribadi, bukan gagasannya');
    await decision.getByRole('button', { name: 'Sembunyikan' }).click();
    await reported.waitFor({ state: 'detached' });

    const again = await forumOf(reader);
    await again.getByText('alasan: menyerang pribadi, bukan gagasannya').first().waitFor();
    expect(await again.getByText(rude).count()).toBe(0);
    await forumOf(author);
    await author.getByText(rude).waitFor();
  });
});

describe('innovations on home', () => {
  const visitors = useVisitors();

  it('say beside an exception who solved the same problem, and lead there', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open('/beranda');
    const line = page
      .locator('pandu-attention-item')
      .filter({ hasText: /Muara Kaman: KK tepat waktu/ })
      .first();
    await line.waitFor();
    expect(plain(await line.innerText())).toMatch(
      /Sebulu punya masalah serupa dan (menyelesaikannya|menanganinya) dengan PECUT \(/,
    );
    await line.getByRole('link', { name: 'PECUT' }).click();
    await page.waitForURL(`**${PECUT}`);
    await page.getByRole('heading', { level: 1, name: /PECUT/ }).waitFor();
  });
});
