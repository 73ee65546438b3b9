import { COMPARABLE } from './attention-ranking.ts';
import type { Finding } from './finding.ts';
import { TOLD_FIELDS } from './field-words.ts';

/** Fields that show the same matter from two sides: whoever is slower is late more often. */
const SIDES: readonly (readonly string[])[] = [
  ['turnaround.dueMetShare', 'turnaround.medianWorkingMinutes'],
  ['complaints.withinDeadlineShare', 'complaints.resolvedShare'],
];

/** The matter of late service, which cases past their deadline belong to. */
const LATE_SERVICE = 0;

/**
 * One line a matter: of the sides of the same change of a unit the one that people feel first is told (unless
 * another changed more than twice as much), and cases past
 * their deadline become the proof of a change for the worse that explains them. What is told scores as much as the most
 * pressing side.
 */
export function withoutSides(findings: readonly Finding[]): Finding[] {
  const matters = new Map<string, Finding[]>();
  for (const finding of findings) {
    const matter = matterOf(finding);
    matters.set(matter, [...(matters.get(matter) ?? []), finding]);
  }
  return [...matters.values()].flatMap((sides) => {
    const signals = sides.filter(({ kind }) => kind === 'signal');
    const largest = Math.max(...signals.map(({ score }) => score));
    const [told] = [
      ...signals
        .filter(({ score }) => score * COMPARABLE >= largest)
        .toSorted((a, b) => placeOf(a) - placeOf(b) || b.score - a.score),
      ...sides,
    ];
    if (!told) return [];
    const others = sides.filter((side) => side !== told);
    const overdue = others.find(({ kind }) => kind === 'overdue-cases');
    return [
      {
        ...told,
        score: Math.max(...sides.map(({ score }) => score)),
        ...(overdue && overdue.proof.count !== null ? { proof: overdue.proof } : {}),
      },
    ];
  });
}

function matterOf({ kind, mark, unit, field, service, since }: Finding): string {
  const side = SIDES.findIndex((fields) => field !== null && fields.includes(field));
  if (kind === 'overdue-cases') return [unit, 'worse', LATE_SERVICE].join('|');
  if (side >= 0) return [unit, mark, side].join('|');
  return [unit, kind, field, service, since].join('|');
}

/** The order of the fields. */
function placeOf({ field }: Finding): number {
  return TOLD_FIELDS.indexOf(field ?? '');
}
