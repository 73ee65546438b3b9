import type { Finding } from './finding.ts';
import { withoutSides } from './same-matter.ts';

function finding(
  kind: Finding['kind'],
  field: string | null,
  score: number,
  count: number | null = null,
): Finding {
  const told = { id: `${kind} ${field ?? ''}`, en: '' };
  return {
    kind,
    mark: 'worse',
    unit: 'a',
    service: field === null ? null : 'kk',
    field,
    since: '2026-06-01',
    score,
    sentence: told,
    facts: [],
    proof: { label: { id: `${count ?? 'tanpa'} berkas`, en: '' }, screen: '/permohonan', query: {}, count },
  };
}

describe('one line a matter', () => {
  const onTime = finding('signal', 'turnaround.dueMetShare', 9, 107);
  const slower = finding('signal', 'turnaround.medianWorkingMinutes', 18, 54);
  const overdue = finding('overdue-cases', null, 30, 33);

  it('tells of slower and later the latter, proved by what is past its deadline, as pressing as the most pressing', () => {
    const [told, ...others] = withoutSides([overdue, slower, onTime]);
    expect(others).toEqual([]);
    expect(told?.field).toBe('turnaround.dueMetShare');
    expect(told?.score).toBe(30);
    expect(told?.proof.count).toBe(33);
  });

  it('tells the other side when it changed more than twice as much', () => {
    expect(withoutSides([onTime, { ...slower, score: 18.1 }])[0]?.field).toBe(
      'turnaround.medianWorkingMinutes',
    );
  });

  it('leaves what stands alone as it is', () => {
    expect(withoutSides([onTime])).toEqual([onTime]);
    expect(withoutSides([overdue])).toEqual([overdue]);
    const other = { ...overdue, unit: 'b' };
    expect(withoutSides([onTime, other]).length).toBe(2);
  });

  it('keeps different matters of a unit apart', () => {
    const visits = finding('signal', 'turnaround.sameVisitShare', 5);
    const ikm = finding('small-sample', null, 5);
    expect(withoutSides([onTime, visits, ikm]).length).toBe(3);
    expect(withoutSides([onTime, { ...slower, mark: 'better' }]).length).toBe(2);
  });
});
