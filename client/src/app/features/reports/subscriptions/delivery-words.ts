import type { MarkKind } from '../../../ui/mark.ts';
import type { Delivery } from './subscriptions-api.ts';

const MARKS: Readonly<Record<Delivery['state'], MarkKind>> = {
  sent: 'stable',
  waiting: 'no-data',
  failed: 'worse',
  dropped: 'no-data',
};

/** The mark beside a mail of the log. */
export function deliveryMark({ state }: Pick<Delivery, 'state'>): MarkKind {
  return MARKS[state];
}

/** "Terkirim Selasa 17 Mar pukul 11.00 ke c…@contoh.go.id", or why it did not leave. */
export function outcomeText(
  { state, problem, sentAt, address, attempts }: Omit<Delivery, 'told'>,
  write: {
    readonly t: (key: string, values?: Record<string, string>) => string;
    readonly moment: (at: string) => string;
    readonly number: (value: number) => string;
  },
): string {
  const { t } = write;
  if (sentAt !== null)
    return t('subscriptions.outcome.sent', { moment: write.moment(sentAt), address: address ?? '' });
  if (problem === null) return t(`subscriptions.outcome.${state}`);
  return t(`subscriptions.outcome.${state}Because`, {
    why: t(`subscriptions.problem.${problem}`),
    attempts: write.number(attempts),
  });
}
