/** What the watch-list says, in both languages: its rules as they are published, why now, and how a unit leaves. */
import {
  inBoth,
  numberText,
  quarterText,
  shareText,
  workingDaysText,
  type Told,
} from '../attention/attention-words.ts';
import { FIELD_WORDS } from '../attention/field-words.ts';
import { monthText, type Language } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';
import { WATCH_SETTINGS, type MonthEnd, type SampledQuarter, type WatchRuleId } from './watch-list.ts';

const SIGNAL = WATCH_SETTINGS['persistent-signal'];
const OVERDUE = WATCH_SETTINGS['overdue-share'];
const SILENCE = WATCH_SETTINGS['no-data'];
const SAMPLE = WATCH_SETTINGS['small-sample'];

/** A rule as it is published. */
export interface WatchRuleText {
  readonly name: Told;
  readonly entry: Told;
  readonly exit: Told;
}

export const WATCH_RULE_TEXTS: Readonly<Record<WatchRuleId, WatchRuleText>> = {
  'persistent-signal': {
    name: { id: 'Memburuk terus', en: 'Keeps getting worse' },
    entry: {
      id: `Masuk bila tanda memburuk muncul pada ${SIGNAL.concerns} dari ${SIGNAL.of} bulan terakhir yang dapat dinilai.`,
      en: `Enters with a change for the worse in ${SIGNAL.concerns} of the last ${SIGNAL.of} judged months.`,
    },
    exit: {
      id: `Keluar setelah ${SIGNAL.clears} bulan berturut-turut tanpa tanda memburuk.`,
      en: `Leaves after ${SIGNAL.clears} months in a row without one.`,
    },
  },
  'overdue-share': {
    name: { id: 'Banyak yang lewat tenggat', en: 'Many past their deadline' },
    entry: inBoth((language) => {
      const share = shareText(OVERDUE.enterShare, language);
      return language === 'id'
        ? `Masuk bila paling sedikit ${share} permohonan terbuka lewat tenggat pada ${OVERDUE.concerns} akhir bulan berturut-turut, dengan paling sedikit ${OVERDUE.minimumOpen} permohonan terbuka.`
        : `Enters when at least ${share} of the open cases are past their deadline at ${OVERDUE.concerns} month ends in a row, with at least ${OVERDUE.minimumOpen} open cases.`;
    }),
    exit: inBoth((language) => {
      const share = shareText(OVERDUE.leaveShare, language);
      return language === 'id'
        ? `Keluar setelah di bawah ${share} pada ${OVERDUE.clears} akhir bulan berturut-turut.`
        : `Leaves after less than ${share} at ${OVERDUE.clears} month ends in a row.`;
    }),
  },
  'no-data': {
    name: { id: 'Tidak melapor', en: 'Does not report' },
    entry: {
      id: `Masuk bila tidak ada data selama ${SILENCE.workingDays} hari kerja atau lebih pada masing-masing dari ${SILENCE.concerns} bulan berturut-turut, tanpa pernyataan nihil.`,
      en: `Enters when nothing is recorded for ${SILENCE.workingDays} working days or more in each of ${SILENCE.concerns} months in a row, without a nil report.`,
    },
    exit: {
      id: 'Keluar setelah satu bulan melapor.',
      en: 'Leaves after one month of reporting.',
    },
  },
  'small-sample': {
    name: { id: 'Sampel IKM kurang', en: 'IKM sample too small' },
    entry: inBoth((language) => {
      const share = shareText(SAMPLE.enterShare, language);
      return language === 'id'
        ? `Masuk bila responden IKM kurang dari ${share} sampel yang dipersyaratkan pada ${SAMPLE.concerns} triwulan berturut-turut.`
        : `Enters with less than ${share} of the required IKM respondents in ${SAMPLE.concerns} quarters in a row.`;
    }),
    exit: {
      id: 'Keluar setelah sampel satu triwulan memadai.',
      en: 'Leaves after one quarter with a sufficient sample.',
    },
  },
};

/** What still has to happen: the way out, and how far it has been gone. */
export function leavesWhen(rule: WatchRuleId, cleared: number): Told {
  const { exit } = WATCH_RULE_TEXTS[rule];
  const { clears } = WATCH_SETTINGS[rule];
  if (clears === 1) return exit;
  const unit =
    rule === 'overdue-share' ? { id: 'akhir bulan', en: 'month ends' } : { id: 'bulan', en: 'months' };
  return {
    id: `${exit.id} Sekarang ${cleared} dari ${clears} ${unit.id}.`,
    en: `${exit.en} So far ${cleared} of ${clears} ${unit.en}.`,
  };
}

/** Why a unit left, for those who look for it. */
export function whyLeft(rule: WatchRuleId, fieldKey: string | null): Told {
  const { name, exit } = WATCH_RULE_TEXTS[rule];
  const words = fieldKey === null ? undefined : FIELD_WORDS[fieldKey];
  return inBoth((language) => {
    const what = words === undefined ? name[language] : `${name[language]}: ${words[language](null)}`;
    return `${what}. ${exit[language].replace(/^(Keluar|Leaves) /, language === 'id' ? 'Sudah keluar ' : 'Left ')}`;
  });
}

/** A series got worse: how often lately, where it stands and where it used to. Clauses after "Unit: …". */
export function signalSentence(
  fieldKey: string,
  facts: { readonly concerns: number; readonly of: number; readonly last: number; readonly usual: number },
  month: IsoDate,
  today: IsoDate,
): Told | null {
  const words = FIELD_WORDS[fieldKey];
  if (words === undefined) return null;
  return inBoth((language) => {
    const { concerns, of } = facts;
    const value = words.value(facts.last, language);
    const usual = words.value(facts.usual, language);
    const when = monthText(month, today, language);
    return language === 'id'
      ? `${words.id(null)} memburuk pada ${concerns} dari ${of} bulan yang dinilai sampai ${when}: ${value}, biasanya ${usual}.`
      : `${words.en(null)} got worse in ${concerns} of the ${of} judged months up to ${when}: ${value}, usually ${usual}.`;
  });
}

/** Many of the open cases were past their deadline at the end of a month. */
export function overdueSentence({ from, open, overdue }: MonthEnd, today: IsoDate): Told {
  return inBoth((language) => {
    const share = shareText(overdue / open, language);
    const month = monthText(from, today, language);
    const [late, all] = [numberText(overdue, language), numberText(open, language)];
    return language === 'id'
      ? `${share} permohonan terbuka lewat tenggat pada akhir ${month}: ${late} dari ${all}.`
      : `${share} of the open cases were past their deadline at the end of ${month}: ${late} of ${all}.`;
  });
}

/** Nothing was recorded for long in two months. */
export function silenceSentence(
  months: readonly { readonly from: IsoDate; readonly silentDays: number }[],
  today: IsoDate,
): Told {
  return inBoth((language) => {
    const each = months.map(
      ({ from, silentDays }) =>
        `${workingDaysText(silentDays, language)} ${language === 'id' ? 'pada' : 'in'} ${monthText(from, today, language)}`,
    );
    const list = each.join(language === 'id' ? ' dan ' : ' and ');
    return language === 'id' ? `tidak ada data selama ${list}.` : `recorded nothing for ${list}.`;
  });
}

/** The sample of a quarter is too small, and that of the one before was. */
export function sampleSentence({ from, respondents, required }: SampledQuarter): Told {
  return inBoth((language: Language) => {
    const [got, needed] = [numberText(respondents, language), numberText(required ?? 0, language)];
    return language === 'id'
      ? `sampel IKM kurang: ${got} responden pada ${quarterText(from, language)}, perlu ${needed}.`
      : `the IKM sample is too small: ${got} respondents in ${quarterText(from, language)}, ${needed} are needed.`;
  });
}
