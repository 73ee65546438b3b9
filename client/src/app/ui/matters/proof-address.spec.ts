import { proofAddress } from './proof-address.ts';

describe('proofAddress', () => {
  it('leads to the list with its filters, and to a unit by its path', () => {
    expect(
      proofAddress({
        label: '',
        screen: '/permohonan',
        query: { unit: '64.02.10', count: 'turnaround.overdue' },
        count: 37,
      }),
    ).toEqual({ path: ['/permohonan'], query: { unit: '64.02.10', count: 'turnaround.overdue' } });
    expect(
      proofAddress({
        label: '',
        screen: '/unit',
        query: { unit: '64.02.10', from: '2026-01-01' },
        count: null,
      }),
    ).toEqual({ path: ['/unit', '64.02.10'], query: { from: '2026-01-01' } });
  });
});
