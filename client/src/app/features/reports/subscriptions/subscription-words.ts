import type { Subscription } from './subscriptions-api.ts';

type Translate = (key: string, values?: Record<string, string>) => string;

/** `07.00`; in English `07:00`. */
export function hourText(hour: number, t: Translate): string {
  return t('subscriptions.clock', { hour: String(hour).padStart(2, '0') });
}

/** "Setiap hari kerja pukul 07.00", "Setiap Senin pukul 07.00", "Setiap tanggal 31 pukul 07.00" */
export function rhythmText({ schedule }: Pick<Subscription, 'schedule'>, t: Translate): string {
  const at = hourText(schedule.hour, t);
  switch (schedule.rhythm) {
    case 'daily':
      return t('subscriptions.every.daily', { at });
    case 'weekly':
      return t('subscriptions.every.weekly', { at, day: t(`subscriptions.weekday.${schedule.weekday}`) });
    case 'monthly':
      return t('subscriptions.every.monthly', { at, day: String(schedule.monthDay) });
  }
}

/** "bulan lalu, sebagai PDF" */
export function contentText(
  { which, grain, format }: Pick<Subscription, 'which' | 'grain' | 'format'>,
  t: Translate,
): string {
  return t('subscriptions.content', {
    period: t(`subscriptions.period.${grain}.${which}`),
    format: t(`subscriptions.format.${format}`),
  });
}
