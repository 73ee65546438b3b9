import type { AttentionItem } from '#contract/attention';

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * "Empat hal perlu keputusan."; a calm day says that nothing has changed, or, beside praise, that nothing waits for a
 * decision. Numbers up to seven are words.
 */
export function attentionHeadline(
  { items, praise }: { readonly items: readonly unknown[]; readonly praise: readonly unknown[] },
  t: Words,
): string {
  const count = items.length;
  if (count === 0) return t(praise.length === 0 ? 'attention.calm' : 'attention.calmPraised');
  return t(count === 1 ? 'attention.headlineOne' : 'attention.headline', {
    count: count <= 7 ? t(`attention.number.${count}`) : String(count),
  });
}

/**
 * An exception as a message: the unit, what is the matter, who answers for it, how fresh the data are, and where to
 * see it. It stays true where it is pasted; example data say that they are none.
 *
 * @param facts owner and facts, as on the line under the sentence
 */
export function attentionMessage(
  item: Pick<AttentionItem, 'unit' | 'sentence'>,
  facts: readonly string[],
  context: { readonly demo: boolean; readonly asOf: string; readonly address: string },
  t: Words,
): string {
  return [
    context.demo ? t('demo.label') : '',
    `*${item.unit.name}*: ${item.sentence}`,
    facts.join(' · '),
    context.asOf,
    context.address,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
