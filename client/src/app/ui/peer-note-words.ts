import type { MeasureField } from '#domain/measures';
import type { Peers } from '#contract/measures';
import type { FormatsIn } from '#domain/formats/formats';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** The kinds of units that have a name of their own for "the others". */
const GROUPS: readonly string[] = ['kecamatan', 'skpd'];

/**
 * "Kecamatan lain (19): separuhnya antara 61 % dan 84 %; tengahnya 73 %. Sebulu 91 %." Where there is no comparison, a
 * sentence says why; the own figure follows either way.
 */
export function peerSentence(peers: Peers, field: MeasureField, formats: FormatsIn, t: Words): string {
  const own =
    peers.own === null
      ? t('peers.ownNone', { unit: peers.unitName })
      : t('peers.own', { unit: peers.unitName, value: formats.value(field, peers.own) });
  return `${groupSentence(peers, field, formats, t)} ${own}`;
}

function groupSentence(peers: Peers, field: MeasureField, formats: FormatsIn, t: Words): string {
  const { quartiles, reason, others, group } = peers;
  if (quartiles === null) return t(`peers.why.${reason ?? 'too-few-peers'}`);
  const [low, median, high] = [quartiles.q1, quartiles.median, quartiles.q3].map((value) =>
    roundedText(field, value, formats),
  );
  const values = {
    group: t(`peers.group.${GROUPS.includes(group) ? group : 'other'}`),
    others: formats.number(others),
    low,
    median,
    high,
  };
  return t(low === high ? 'peers.same' : 'peers.spread', values);
}

/** A value of two significant digits, with no digit more than it has: `73 %`, `7,3 %`, `84`, `2,5 hari`. */
export function roundedText(field: MeasureField, value: number, formats: FormatsIn): string {
  if (field.unit === 'share') return formats.share(value, value !== 0 && value < 0.1 ? 1 : 0);
  if (field.unit === 'minutes') return formats.value(field, value);
  return formats.number(value, value !== 0 && value < 10 ? 1 : 0);
}
