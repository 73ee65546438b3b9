// How the screens write numbers in Indonesian, stated a second time and without the code of the client.

/** `2.454` */
export function asCount(value: number): string {
  return withThousands(value.toFixed(0));
}

/** `84,35` */
export function asDecimal(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = value.toFixed(decimals).split('.');
  return `${withThousands(whole)},${fraction}`;
}

/** `90,1 %` of a share of 0 to 1. One late file among a thousand must stay visible: 0 % and 100 % are said exactly. */
export function asPercent(share: number): string {
  const tenths = Math.round(share * 1000);
  if (tenths === 1000 && share < 1) return '99,9 %';
  if (tenths === 0 && share > 0) return '0,1 %';
  return `${asDecimal(tenths / 10, 1)} %`;
}

/** Text of a page with ordinary spaces, one between two words. */
export function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}
