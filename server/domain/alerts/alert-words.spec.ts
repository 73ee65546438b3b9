import { alertSentence, NO_FACTS, recoverySentence, withdrawalSentence } from './alert-words.ts';

const TODAY = '2026-11-22';
const LATE = { rule: 'target-missed', field: 'turnaround.dueMetShare', since: '2026-08-01' } as const;
const facts = { ...NO_FACTS, month: '2026-10-01', value: 0.742, n: 412, atLeast: 0.9, usual: 0.913 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('alert words', () => {
  it('say what, when, against which target and since when', () => {
    const { id, en } = alertSentence(LATE, { facts, told: true, today: TODAY });
    expect(plain(id)).toBe('tepat waktu 74,2 % pada Oktober, di bawah target 90,0 % sejak Agustus.');
    expect(plain(en)).toBe('on time 74.2 % in October, below the target of 90.0 % since August.');
  });

  it('write as many decimals as it takes to tell a value from its target', () => {
    const near = { ...facts, value: 0.8999 };
    expect(plain(alertSentence(LATE, { facts: near, told: true, today: TODAY }).id)).toBe(
      'tepat waktu 89,99 % pada Oktober, di bawah target 90,00 % sejak Agustus.',
    );
  });

  it('tell no number to who may not see the records behind it', () => {
    const worse = { ...LATE, rule: 'worsening' } as const;
    for (const matter of [LATE, worse]) {
      const hidden = { facts, told: false, today: TODAY };
      const said = [alertSentence(matter, hidden), recoverySentence(matter, hidden)];
      for (const { id, en } of said) expect(`${id} ${en}`).not.toMatch(/\d/);
    }
  });

  it('say which way a worsening went and what is usual', () => {
    const { id } = alertSentence({ ...LATE, rule: 'worsening' }, { facts, told: true, today: TODAY });
    expect(plain(id)).toBe(
      'tepat waktu turun menjadi 74,2 % pada Oktober, biasanya 91,3 %, memburuk sejak Agustus.',
    );
  });

  it('tell silence by its days and its end by the last record', () => {
    const silent = { rule: 'not-reporting', field: null, since: '2026-11-03' } as const;
    const known = { ...NO_FACTS, lastOn: '2026-11-02', silentDays: 14 };
    const telling = { facts: known, told: true, today: TODAY };
    expect(plain(alertSentence(silent, telling).id)).toBe(
      'belum melapor sejak 3 November, 14 hari kerja; data terakhir 2 November.',
    );
    expect(plain(recoverySentence(silent, telling).id)).toBe(
      'sudah melapor kembali, data terakhir 2 November.',
    );
  });

  it('tell a recovery, and a withdrawal that is none', () => {
    const better = { ...facts, value: 0.93 };
    expect(plain(recoverySentence(LATE, { facts: better, told: true, today: TODAY }).id)).toBe(
      'tepat waktu kembali mencapai target dua bulan berturut-turut: 93,0 % pada Oktober.',
    );
    expect(withdrawalSentence(LATE).id).toBe(
      'peringatan tentang tepat waktu ditutup karena target tidak berlaku lagi.',
    );
  });
});
