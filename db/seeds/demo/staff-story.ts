/** Whom the records of the demo name, and what the rules about staff find there; people, numbers and letters are invented. */
import { STORY_UNITS } from './demo-story.ts';
import type { DemoUnit } from './demo-units.ts';

export interface DemoStaffMember {
  /** What stands in the records. */
  readonly code: string;
  readonly name: string;
  /** 18 digits with a month 00: no real NIP has one. */
  readonly nip: string | null;
  readonly employment: 'pns' | 'pppk' | 'non-asn';
  readonly unit: string;
  /** Username of the demo account of the person. */
  readonly account: string | null;
}

function member(
  unit: string,
  officer: number,
  name: string,
  employment: DemoStaffMember['employment'],
  account: string | null = null,
): DemoStaffMember {
  const code = `${unit}-p${officer}`;
  const digits = code.replaceAll(/\D/g, '').padStart(7, '0').slice(-7);
  // Year of birth, month 00, and what makes the code.
  const nip = employment === 'non-asn' ? null : `19900000${digits}001`;
  return { code, name, nip, employment, unit, account };
}

const { loaJanan, sebulu, tenggarong, muaraKaman, tabang } = STORY_UNITS;

/** Officers of five kecamatan and one SKPD; one of them has an account. */
export const DEMO_STAFF: readonly DemoStaffMember[] = [
  member(sebulu, 1, 'Petugas loket Sebulu', 'pns', 'petugas.sebulu'),
  member(sebulu, 2, 'Norhayati Contoh', 'pppk'),
  member(tenggarong, 3, 'Bambang Contoh', 'pns'),
  member(tenggarong, 4, 'Yuliana Contoh', 'non-asn'),
  member(muaraKaman, 1, 'Rusdiansyah Contoh', 'pns'),
  member(muaraKaman, 2, 'Masitah Contoh', 'pppk'),
  member(muaraKaman, 3, 'Hendra Contoh', 'pppk'),
  member(loaJanan, 1, 'Fitriani Contoh', 'pns'),
  member(loaJanan, 2, 'Ahmad Rifani Contoh', 'pns'),
  member(tabang, 1, 'Lukas Contoh', 'pns'),
  member(tabang, 2, 'Maria Contoh', 'pppk'),
  member('disdukcapil', 1, 'Siti Aminah Contoh', 'pns'),
];

/** The regent's list of remote posts. */
export const DEMO_REMOTE_POST = {
  unit: tabang,
  legalBasis: 'Keputusan Bupati tentang Pos Pelayanan Terpencil (data contoh)',
  validFrom: '2025-01-01',
} as const;

/** The officer of Tenggarong with whom most late requests of the unit lie. */
const LATE_OFFICER = 3;

/**
 * Who has a request, from 1: drawn evenly, but in Tenggarong most late ones lie with one officer, who has fewer of the
 * others.
 *
 * @param draw evenly distributed, 0 to 1
 */
export function officerOf({ code, officers }: DemoUnit, draw: number, late: boolean): number {
  const place = draw * officers;
  const drawn = 1 + Math.floor(place);
  if (code !== tenggarong) return drawn;
  if (late) return draw < 0.8 ? LATE_OFFICER : 1 + Math.floor(((draw - 0.8) / 0.2) * officers);
  if (drawn !== LATE_OFFICER || place % 1 < 0.6) return drawn;
  return LATE_OFFICER - 1;
}

/** How a proposal of an earlier quarter ended. */
export interface EndOfFlag {
  /** Said by those with an account alone. */
  readonly explanation: string;
  readonly review: string;
  readonly verdict: 'confirmed' | 'dismissed';
  readonly reason: string;
}

const PRAISED: EndOfFlag = {
  explanation: 'Terima kasih. Hasil ini kerja bersama petugas loket yang lain.',
  review: 'Sesuai dengan catatan harian loket.',
  verdict: 'confirmed',
  reason: 'Bukti dan telaah atasan sesuai; piagam diserahkan pada apel bulanan (data contoh).',
};

const ENDS: Readonly<Record<string, EndOfFlag>> = {
  'on-time-low': {
    explanation: 'Saya merangkap perekaman KTP-el keliling, dan berkas loket menunggu sampai saya kembali.',
    review: 'Yang bersangkutan merangkap perekaman KTP-el keliling; beban itu tidak tercatat di loket.',
    verdict: 'dismissed',
    reason:
      'Beban merangkap tidak tercatat dalam data loket. Cukup pembinaan oleh camat; dilihat lagi pada triwulan berikutnya (data contoh).',
  },
  'remote-post-quality': {
    ...PRAISED,
    reason: 'Diteruskan sebagai bahan pertimbangan TPP tempat bertugas (data contoh).',
  },
};

const CLARIFIED: EndOfFlag = {
  explanation: 'Rincian tiap berkas sudah saya serahkan kepada atasan.',
  review: 'Rincian berkas sudah dibaca bersama yang bersangkutan.',
  verdict: 'dismissed',
  reason: 'Penjelasan dan catatan loket tidak menguatkan usulan ini (data contoh).',
};

/** How a proposal by this rule ended. */
export function endOfFlag(rule: string, kind: 'reward' | 'sanction'): EndOfFlag {
  return ENDS[rule] ?? (kind === 'reward' ? PRAISED : CLARIFIED);
}
