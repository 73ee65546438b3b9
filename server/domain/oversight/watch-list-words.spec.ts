import { FIELD_WORDS } from '../attention/field-words.ts';
import {
  leavesWhen,
  overdueSentence,
  sampleSentence,
  signalSentence,
  silenceSentence,
  WATCH_RULE_TEXTS,
  whyLeft,
} from './watch-list-words.ts';
import { WATCH_RULE_IDS } from './watch-list.ts';

const TODAY = '2026-11-20';

/** As it stands on the screen, with its non-breaking spaces as plain ones. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the words of the watch-list', () => {
  it('publish every rule with its values, in both languages', () => {
    expect(plain(WATCH_RULE_TEXTS['overdue-share'].entry.id)).toBe(
      'Masuk bila paling sedikit 30 % permohonan terbuka lewat tenggat pada 2 akhir bulan berturut-turut, dengan paling sedikit 20 permohonan terbuka.',
    );
    expect(plain(WATCH_RULE_TEXTS['overdue-share'].exit.en)).toBe(
      'Leaves after less than 15 % at 2 month ends in a row.',
    );
    for (const rule of WATCH_RULE_IDS) {
      const { entry, exit } = WATCH_RULE_TEXTS[rule];
      expect([entry.id.slice(0, 5), exit.id.slice(0, 6)])
        .withContext(rule)
        .toEqual(['Masuk', 'Keluar']);
      expect([entry.en.slice(0, 6), exit.en.slice(0, 6)])
        .withContext(rule)
        .toEqual(['Enters', 'Leaves']);
    }
  });

  it('say how far the way out has been gone, where it takes more than one step', () => {
    expect(leavesWhen('persistent-signal', 1).id).toBe(
      'Keluar setelah 3 bulan berturut-turut tanpa tanda memburuk. Sekarang 1 dari 3 bulan.',
    );
    expect(leavesWhen('no-data', 0).id).toBe('Keluar setelah satu bulan melapor.');
  });

  it('say why now', () => {
    const facts = { concerns: 3, of: 4, last: 0.78, usual: 0.91 };
    expect(plain(signalSentence('turnaround.dueMetShare', facts, '2026-10-01', TODAY)?.id ?? '')).toBe(
      'tepat waktu memburuk pada 3 dari 4 bulan yang dinilai sampai Oktober: 78 %, biasanya 91 %.',
    );
    expect(signalSentence('tidak.ada', facts, '2026-10-01', TODAY)).toBeNull();
    const end = { from: '2025-12-01', to: '2025-12-31', open: 1_250, overdue: 500 };
    expect(plain(overdueSentence(end, TODAY).id)).toBe(
      '40 % permohonan terbuka lewat tenggat pada akhir Desember 2025: 500 dari 1.250.',
    );
    const silent = [{ from: '2026-09-01', silentDays: 12 }];
    expect(plain(silenceSentence(silent, TODAY).en)).toBe(
      'recorded nothing for 12 working days in September.',
    );
    const quarter = { from: '2026-07-01', to: '2026-09-30', respondents: 15, required: 278 };
    expect(sampleSentence(quarter).id).toBe(
      'sampel IKM kurang: 15 responden pada triwulan III 2026, perlu 278.',
    );
  });

  it('say why a unit left, of a series which one', () => {
    expect(whyLeft('no-data', null).id).toBe('Tidak melapor. Sudah keluar setelah satu bulan melapor.');
    const key = Object.keys(FIELD_WORDS).find((each) => each === 'ikm.score') ?? null;
    expect(whyLeft('persistent-signal', key).id).toContain(
      'Memburuk terus: IKM. Sudah keluar setelah 3 bulan',
    );
  });
});
