import { numberText } from '../../attention/attention-words.ts';
import type { IndicationDefinition } from './indication.ts';

/** Cases a unit received in the period whose fee is recorded and whose standard names one. */
export interface FeeFacts {
  readonly known: number;
  /** Those with a fee above the standard in force on the day of receipt. */
  readonly above: number;
  /** Largest difference among them, in rupiah. */
  readonly largest: number;
}

const LEAST_ABOVE = 3;

/** Paid more than the standard says. */
export const FEE_ABOVE_STANDARD: IndicationDefinition<FeeFacts> = {
  id: 'fee-above-standard',
  name: { id: 'Biaya di atas standar', en: 'Fee above the standard' },
  definition: {
    id: `Sedikitnya ${LEAST_ABOVE} permohonan tercatat dengan biaya di atas tarif standar pelayanan yang berlaku pada hari diterima. Hanya standar yang sudah dikonfirmasi dan menyebut tarif yang dipakai.`,
    en: `At least ${LEAST_ABOVE} applications were recorded with a fee above the one of the standard in force on the day of receipt. Only confirmed standards that name a fee are used.`,
  },
  innocent: {
    id: 'Bisa jadi satu pembayaran mencakup beberapa dokumen, ada denda yang sah, tarif baru belum dicatat dalam standar, atau angkanya salah ketik.',
    en: 'One payment may cover several documents, a lawful fine may be in it, a new tariff is not in the standard yet, or the amount was mistyped.',
  },
  judge: ({ known, above }) => {
    if (above >= LEAST_ABOVE) return 'found';
    return known < LEAST_ABOVE || above > 0 ? 'insufficient-data' : 'clear';
  },
  sentence: ({ above, known, largest }, language) => {
    const [some, of] = [numberText(above, language), numberText(known, language)];
    const most = numberText(largest, language);
    return language === 'en'
      ? `${some} of ${of} applications cost more than their standard, by up to Rp${most}.`
      : `${some} dari ${of} permohonan tercatat berbiaya di atas standarnya, paling banyak lebih Rp${most}.`;
  },
  against: (_facts, language) =>
    language === 'en'
      ? 'the fee of the service standard in force on the day of receipt'
      : 'tarif standar pelayanan yang berlaku pada hari permohonan diterima',
};
