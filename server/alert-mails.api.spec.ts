import type { ParsedMail } from 'mailparser';
import { pino } from 'pino';
import type { AlertSettingsAnswer } from '#contract/reports/alerts';
import type { Unsubscription } from '#contract/reports/subscriptions';
import type { RoundTask } from './platform/startup/daily-round.ts';
import {
  addPeople,
  BY_MAIL,
  CALM,
  plain,
  SILENT,
  tellStory,
  TOLD_IN_NUMBERS,
  ZONE,
} from './alert-mails.testing.ts';
import { alertTasks } from './alert-sources.ts';
import {
  confirmAddress,
  KABUPATEN,
  MAIL_FROM,
  PUBLIC_URL,
  startMailingProduct,
  type MailingProduct,
  unsubscribePathOf,
} from './features/deliveries/deliveries.testing.ts';
import { MovedTime } from './features/deliveries/moved-time.testing.ts';
import { KeptJudgements } from './features/overview/signals/kept-judgements.ts';
import { MEASURE_SOURCES } from './measure-sources.ts';
import { clockAt } from './platform/clock.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import { JobQueue } from './platform/jobs/job-queue.ts';
import { smtpMailer } from './platform/mail/mailer.ts';

const TOLD_IN_WORDS = 'Sebulu: tepat waktu belum mencapai target sejak Agustus.';
const NO_ALERTS = { 'target-missed': 'off', worsening: 'off', 'not-reporting': 'off' };

describe('alerts and digests by mail, from the records to the mailbox', () => {
  let mailing: MailingProduct;
  let time: MovedTime;
  let tasks: RoundTask[];
  let handOver: JobQueue;
  let names: ReadonlyMap<string, string>;
  /** What a look sent, by its instant. */
  const sent = new Map<string, ParsedMail[]>();
  const links: { before: Unsubscription; after: Unsubscription; again: Unsubscription }[] = [];

  async function lookAt(instant: string): Promise<void> {
    const before = mailing.server.mails.length;
    await time.moveTo(Date.parse(instant));
    const { today, now } = clockAt(new Date(time.now), ZONE);
    const kabupaten = { code: KABUPATEN, name: `Kabupaten ${KABUPATEN}`, timeZone: ZONE, demo: false };
    for (const task of tasks)
      await task.run({ database: mailing.product.database.application, kabupaten, today, now });
    await time.settle();
    sent.set(instant, mailing.server.mails.slice(before));
  }
  const nameOf = (unit: string) => {
    const name = names.get(unit);
    if (name === undefined) throw new Error(`no unit ${unit}`);
    return name;
  };
  const mailsAt = (instant: string) => sent.get(instant) ?? [];
  const toOf = (mail: ParsedMail | undefined) => {
    const to = mail?.to;
    return to === undefined || Array.isArray(to) ? '' : to.text;
  };
  const mailTo = (instant: string, name: string) => {
    const [mail, ...more] = mailsAt(instant).filter((each) => toOf(each) === `${name}@contoh.go.id`);
    expect(more).withContext(`to ${name}`).toEqual([]);
    if (mail === undefined) throw new Error(`no mail to ${name} at ${instant}`);
    return mail;
  };
  const receivers = (instant: string) =>
    mailsAt(instant)
      .map((mail) => toOf(mail).replace('@contoh.go.id', ''))
      .toSorted();
  const settings = async (name: string, body: object) => {
    const answer = await (await mailing.product.signIn(name)).send('PUT', '/alerts/settings', { body });
    if (answer.status !== 200) throw new Error(answer.text);
  };

  beforeAll(async () => {
    mailing = await startMailingProduct({ rounds: false, log: pino({ level: 'silent' }) });
    time = new MovedTime(mailing);
    const { product, server } = mailing;
    await addPeople(product);
    await tellStory(product);
    const units = await product.database
      .owner('units')
      .where({ kabupaten_code: KABUPATEN })
      .select<{ code: string; name: string }[]>('code', 'name');
    names = new Map(units.map(({ code, name }) => [code, name]));
    for (const name of ['bupati', 'organisasi', 'camat', 'camat-tenang'])
      await confirmAddress(await product.signIn(name), server, `${name}@contoh.go.id`);
    const database = product.database.application;
    const log = pino({ level: 'silent' });
    handOver = new JobQueue({ database, log });
    // It only hands over: its own jobs never come.
    handOver.work(
      { name: 'uji', retries: 0, firstPauseSeconds: 1, longestPauseSeconds: 1, expireSeconds: 60 },
      () => Promise.resolve(),
    );
    await handOver.start();
    tasks = alertTasks({
      database,
      clock: (zone) => clockAt(new Date(time.now), zone),
      jobs: handOver,
      mailer: smtpMailer({ url: server.url, from: MAIL_FROM }),
      judgements: new KeptJudgements(false),
      sources: MEASURE_SOURCES,
      cache: new AnswerCache(0),
      publicUrl: PUBLIC_URL,
    });

    await lookAt('2026-09-15T10:00:00+08:00');
    await settings('bupati', { ways: BY_MAIL, digest: 'off' });
    await settings('organisasi', { ways: BY_MAIL, digest: 'off' });
    await settings('camat', { ways: BY_MAIL, digest: 'off' });
    await lookAt('2026-10-20T10:00:00+08:00');
    await lookAt('2026-10-20T15:00:00+08:00');
    for (const name of ['camat', 'camat-tenang'])
      await settings(name, { ways: name === 'camat' ? BY_MAIL : NO_ALERTS, digest: 'daily' });
    await lookAt('2026-10-21T10:00:00+08:00');
    await lookAt('2026-10-27T10:00:00+08:00');
    // The Bupati wants no more alert mails, the camat of the calm kecamatan no more digests.
    const stranger = product.stranger();
    for (const [instant, name] of [
      ['2026-10-27T10:00:00+08:00', 'bupati'],
      ['2026-10-21T10:00:00+08:00', 'camat-tenang'],
    ] as const) {
      const path = unsubscribePathOf(mailTo(instant, name));
      links.push({
        before: await stranger.read<Unsubscription>(path),
        after: (await stranger.post(path, {})).json as Unsubscription,
        again: (await stranger.post(path, {})).json as Unsubscription,
      });
    }
    await lookAt('2026-12-07T10:00:00+08:00');
    await lookAt('2026-12-07T16:00:00+08:00');
  }, 240_000);
  afterAll(async () => {
    await handOver.stop();
    await mailing.stop();
  });

  it('come once when an alert opens, to each who asked, with the numbers that receiver may see', () => {
    const opened = '2026-10-20T10:00:00+08:00';
    expect(mailsAt('2026-09-15T10:00:00+08:00')).toEqual([]);
    expect(receivers(opened)).toEqual(['bupati', 'camat', 'organisasi']);
    expect(mailsAt('2026-10-20T15:00:00+08:00')).toEqual([]);
    for (const name of ['bupati', 'camat']) {
      const words = bothParts(mailTo(opened, name));
      for (const part of words) expect(part).toContain(TOLD_IN_NUMBERS);
    }
    for (const part of bothParts(mailTo(opened, 'organisasi'))) {
      expect(part).toContain(TOLD_IN_WORDS);
      expect(part).not.toContain('80,0');
    }
    for (const mail of mailsAt(opened)) {
      expect(mail.subject).toBe(`Peringatan PANDU: 1 baru – Kabupaten ${KABUPATEN}`);
      for (const part of bothParts(mail)) {
        expect(part).toContain(`${PUBLIC_URL}/laporan/peringatan`);
        // Of the silent unit they asked for notices only, and the calm one is nobody's news.
        for (const unit of [CALM, SILENT]) expect(part).not.toContain(nameOf(unit));
      }
      // The page shows a list under a heading, and a link, not marks and addresses.
      expect(mail.html).toMatch(/<h2[^>]*>Peringatan baru<\/h2><ul[^>]*><li[^>]*>Sebulu: /);
      expect(mail.html).toContain(`<a href="${PUBLIC_URL}/laporan/peringatan"`);
      expect(mail.attachments).toEqual([]);
    }
  });

  it('remind once after a week, and tell the recovery once', () => {
    const reminded = '2026-10-27T10:00:00+08:00';
    const alerts = mailsAt(reminded).filter(({ subject }) => subject?.startsWith('Peringatan'));
    expect(alerts.map(toOf).toSorted()).toEqual(
      ['bupati', 'camat', 'organisasi'].map((name) => `${name}@contoh.go.id`),
    );
    for (const mail of alerts)
      expect(mail.subject).toBe(`Peringatan PANDU: 1 masih berlangsung – Kabupaten ${KABUPATEN}`);
    // The digest of every further day leaves as well: its key is its own.
    const digests = mailsAt(reminded).filter(({ subject }) => subject?.startsWith('Rangkuman'));
    expect(digests.map(toOf).toSorted()).toEqual(['camat-tenang@contoh.go.id', 'camat@contoh.go.id']);
    // The Bupati ended the mails in between: two are left.
    const recovered = mailsAt('2026-12-07T10:00:00+08:00').filter(({ subject }) =>
      subject?.includes('pulih'),
    );
    expect(recovered.map(toOf).toSorted()).toEqual(['camat@contoh.go.id', 'organisasi@contoh.go.id']);
    const [camat, organisasi] = recovered.toSorted((one, other) => toOf(one).localeCompare(toOf(other)));
    for (const part of bothParts(camat))
      expect(part).toContain(
        'Sebulu: tepat waktu kembali mencapai target dua bulan berturut-turut: 100,0 % pada November.',
      );
    for (const part of bothParts(organisasi)) {
      expect(part).toContain('Sebulu: tepat waktu kembali mencapai target');
      expect(part).not.toContain('100,0');
    }
    expect(mailsAt('2026-12-07T16:00:00+08:00')).toEqual([]);
  });

  it('are a digest of the day before, and of a calm one say so and what was looked at', () => {
    const day = '2026-10-21T10:00:00+08:00';
    expect(receivers(day)).toEqual(['camat', 'camat-tenang']);
    const news = mailTo(day, 'camat');
    expect(news.subject).toMatch(/^Rangkuman peringatan 20 Okt(ober)? 2026 – Sebulu$/);
    for (const part of bothParts(news)) {
      expect(part).toMatch(/peringatan baru/i);
      expect(part).toContain(TOLD_IN_NUMBERS);
      expect(part).not.toContain('Tidak ada perubahan berarti');
    }
    const calm = mailTo(day, 'camat-tenang');
    expect(calm.subject?.endsWith(` – ${nameOf(CALM)}`))
      .withContext(calm.subject ?? '')
      .toBeTrue();
    for (const part of bothParts(calm)) {
      expect(part).toContain('Tidak ada perubahan berarti.');
      expect(part).toContain('1 unit dipantau');
      expect(part).not.toContain('Sebulu');
      expect(part).not.toMatch(/peringatan baru/i);
    }
  });

  it('each have a link and headers that end their kind for that person, without signing in', async () => {
    for (const mail of [...sent.values()].flat()) {
      const link = /\/berhenti-langganan\/(\S+)/.exec(mail.text ?? '')?.[1] ?? '';
      expect(link)
        .withContext(mail.subject ?? '')
        .toMatch(/^64\.02~[\w-]{43}$/);
      expect(unsubscribePathOf(mail)).toBe(`/unsubscriptions/${link}`);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    }
    const unit = `Kabupaten ${KABUPATEN}`;
    expect(links).toEqual([
      {
        before: { report: 'Surel peringatan', unit, ended: false },
        after: { report: 'Surel peringatan', unit, ended: true },
        again: { report: 'Surel peringatan', unit, ended: true },
      },
      {
        before: { report: 'Surel rangkuman peringatan', unit, ended: false },
        after: { report: 'Surel rangkuman peringatan', unit, ended: true },
        again: { report: 'Surel rangkuman peringatan', unit, ended: true },
      },
    ]);
    const settingsOf = async (name: string) =>
      (await mailing.product.signIn(name)).read<AlertSettingsAnswer>('/alerts/settings');
    const bupati = await settingsOf('bupati');
    expect(bupati.ways).toEqual({ 'target-missed': 'notice', worsening: 'off', 'not-reporting': 'notice' });
    expect((await settingsOf('camat-tenang')).digest).toBe('off');
    // Nobody else's, and no other kind.
    const camat = await settingsOf('camat');
    expect([camat.ways['target-missed'], camat.digest]).toEqual(['mail', 'daily']);
    const audited = await mailing.product.database
      .owner('audit_entries')
      .where({ action: 'subscription-ended' })
      .count<{ count: string }[]>('* as count');
    expect(Number(audited[0]?.count)).toBe(2);
    const foreign = await mailing.product.stranger().get(`/unsubscriptions/64.02~${'A'.repeat(43)}`);
    expect(foreign.status).toBe(404);
  });

  it('leave once, however often it is looked', async () => {
    const keys = await mailing.product.database.owner('deliveries').pluck<string[]>('dedupe');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe([...sent.values()].flat().length);
  });
});

/** Text and page of a mail as one reads them. */
function bothParts(mail: ParsedMail | undefined): string[] {
  const html = mail?.html || '';
  const read = html
    .replaceAll(/<a href="([^"]*)"[^>]*>/g, '$1 ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&');
  return [mail?.text ?? '', read].map(plain);
}
