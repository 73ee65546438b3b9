import type { AlertReason, AlertRule } from './alert-episode.ts';
import {
  alertSentence,
  NO_FACTS,
  recoverySentence,
  withdrawalSentence,
  type AlertMatter,
} from './alert-words.ts';

const TODAY = '2026-11-22';
const facts = { ...NO_FACTS, month: '2026-10-01', value: 0.742, n: 412, atLeast: 0.9, usual: 0.913 };
const telling = { facts, told: true, today: TODAY };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const reason = (rule: AlertRule, since = '2026-08-01', holds = true): AlertReason => ({ rule, since, holds });
const onTime = (...reasons: AlertReason[]): AlertMatter => ({ field: 'turnaround.dueMetShare', reasons });
const LATE = onTime(reason('target-missed'));
const WORSE = onTime(reason('worsening'));
const BOTH = onTime(reason('target-missed'), reason('worsening', '2026-05-01'));

describe('alert words', () => {
  it('say what, when, against which target and since when', () => {
    const { id, en } = alertSentence(LATE, telling);
    expect(plain(id)).toBe('tepat waktu 74,2 % pada Oktober, di bawah target 90,0 % sejak Agustus.');
    expect(plain(en)).toBe('on time 74.2 % in October, below the target of 90.0 % since August.');
  });

  it('write as many decimals as it takes to tell a value from its target', () => {
    const near = { ...facts, value: 0.8999 };
    expect(plain(alertSentence(LATE, { ...telling, facts: near }).id)).toBe(
      'tepat waktu 89,99 % pada Oktober, di bawah target 90,00 % sejak Agustus.',
    );
    const nearer = { ...facts, value: 0.89996 };
    expect(plain(alertSentence(LATE, { ...telling, facts: nearer }).id)).toBe(
      'tepat waktu 89,996 % pada Oktober, di bawah target 90,000 % sejak Agustus.',
    );
  });

  it('say both in one sentence when a figure misses its target and got worse', () => {
    const { id, en } = alertSentence(BOTH, telling);
    expect(plain(id)).toBe(
      'tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %: memburuk sejak Mei dan di bawah target 90,0 % sejak Agustus.',
    );
    expect(plain(en)).toBe(
      'on time fell to 74.2 % in October, usually 91.3 %: getting worse since May and below the target of 90.0 % since August.',
    );
    const sameMonth = onTime(reason('target-missed'), reason('worsening'));
    expect(plain(alertSentence(sameMonth, telling).id)).toBe(
      'tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %: memburuk dan di bawah target 90,0 % sejak Agustus.',
    );
  });

  it('tell only what still holds', () => {
    const met = { ...telling, facts: { ...facts, value: 0.9 } };
    const turned = onTime(reason('target-missed', '2026-08-01', false), reason('worsening'));
    expect(plain(alertSentence(turned, met).id)).toBe(
      'tepat waktu turun menjadi 90,0 % pada Oktober, biasanya 91,3 %, memburuk sejak Agustus.',
    );
    const calm = onTime(reason('target-missed', '2026-08-01', false));
    expect(plain(alertSentence(calm, met).id)).toBe(
      'tepat waktu 90,0 % pada Oktober, sudah membaik satu bulan; peringatan ditutup setelah dua bulan.',
    );
    expect(plain(alertSentence(calm, { ...met, told: false }).en)).toBe(
      'on time is better for one month; the alert closes after two.',
    );
  });

  it('tell no number to who may not see the records behind it', () => {
    const hidden = { ...telling, told: false };
    const turned = onTime(reason('target-missed', '2026-08-01', false));
    for (const matter of [LATE, WORSE, BOTH, turned]) {
      const said = [alertSentence(matter, hidden), recoverySentence(matter, hidden)];
      for (const { id, en } of said) expect(`${id} ${en}`).not.toMatch(/\d/);
    }
    expect(alertSentence(BOTH, hidden).id).toBe(
      'tepat waktu memburuk sejak Mei dan belum mencapai target sejak Agustus.',
    );
  });

  it('say which way a worsening went and what is usual', () => {
    expect(plain(alertSentence(WORSE, telling).id)).toBe(
      'tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %, memburuk sejak Agustus.',
    );
  });

  it('tell silence by its days, that it was broken, and its end by the last record', () => {
    const silent = { field: null, reasons: [reason('not-reporting', '2026-11-03')] };
    const known = { ...NO_FACTS, lastOn: '2026-11-02', silentDays: 14 };
    const of = { facts: known, told: true, today: TODAY };
    expect(plain(alertSentence(silent, of).id)).toBe(
      'belum melapor sejak 3 November, 14 hari kerja; data terakhir 2 November.',
    );
    const broken = { field: null, reasons: [reason('not-reporting', '2026-11-03', false)] };
    expect(plain(alertSentence(broken, { ...of, facts: { ...known, lastOn: '2026-11-20' } }).id)).toBe(
      'mulai melapor lagi, data terakhir 20 November; peringatan ditutup setelah dua minggu melapor.',
    );
    expect(plain(recoverySentence(silent, of).id)).toBe('sudah melapor kembali, data terakhir 2 November.');
  });

  it('tell a recovery, and an end that is none', () => {
    const better = { ...telling, facts: { ...facts, value: 0.93 } };
    expect(plain(recoverySentence(LATE, better).id)).toBe(
      'tepat waktu kembali mencapai target dua bulan berturut-turut: 93,0 % pada Oktober.',
    );
    expect(plain(recoverySentence(BOTH, better).id)).toBe(
      'tepat waktu kembali mencapai target dan tidak lagi memburuk dua bulan berturut-turut: 93,0 % pada Oktober.',
    );
    expect(withdrawalSentence(LATE, 'withdrawn').id).toBe(
      'peringatan tentang tepat waktu ditutup karena target tidak berlaku lagi.',
    );
    expect(withdrawalSentence(LATE, 'unwatched').id).toBe(
      'peringatan tentang tepat waktu ditutup karena unit ini tidak lagi dipantau.',
    );
    expect(withdrawalSentence({ field: null, reasons: [] }, 'unwatched').en).toBe(
      'the alert was closed because this unit is no longer watched.',
    );
  });
});
