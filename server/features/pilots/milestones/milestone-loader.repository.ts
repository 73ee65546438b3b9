import { programmeKey } from '#domain/pilots/programme-code';
import {
  foundCode,
  type DatasetLoader,
  type FieldValue,
  type NameLookups,
  type RowFault,
  type RowReader,
} from '../../../platform/database/dataset-loader.ts';
import { loadMilestones, refuseMilestones } from './load-milestones.repository.ts';

/** Milestones by file: new ones are planned, a changed plan becomes its next version, a changed share is reported. */
export const milestoneLoader: DatasetLoader = {
  dataset: 'pilot-milestones',
  columns: [
    { name: 'programme', type: 'text' },
    { name: 'programme_key', type: 'text' },
    { name: 'unit_code', type: 'text' },
    { name: 'number', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'weight', type: 'numeric' },
    { name: 'planned_start_on', type: 'date' },
    { name: 'planned_finish_on', type: 'date' },
    { name: 'started_on', type: 'date' },
    { name: 'finished_on', type: 'date' },
    { name: 'done_share', type: 'numeric' },
    { name: 'note', type: 'text' },
  ],
  key: ['programme_key', 'number'],
  stage: stageMilestone,
  refuse: refuseMilestones,
  load: loadMilestones,
};

function stageMilestone(row: RowReader, names: NameLookups): readonly FieldValue[] | readonly RowFault[] {
  const faults: RowFault[] = [];
  const unit = row.text('unit');
  const unitCode = unit === null ? null : foundCode(names.unit(unit), faults);
  const programme = (row.text('programme') ?? '').trim();
  const [start, finish] = [row.text('plannedStart') ?? '', row.text('plannedFinish') ?? ''];
  if (finish < start)
    faults.push({
      column: 'rencana_selesai',
      code: 'ends-before-start',
      message: 'rencana_selesai lebih awal daripada rencana_mulai.',
    });
  const [started, finished] = [row.text('started'), row.text('finished')];
  if (started !== null && finished !== null && finished < started)
    faults.push({
      column: 'selesai',
      code: 'ends-before-start',
      message: 'selesai lebih awal daripada mulai.',
    });
  const told = shareOf(row, faults);
  if (finished !== null && told !== null && told < 1)
    faults.push({
      column: 'persen',
      code: 'finished-not-done',
      message: 'selesai terisi, padahal persennya kurang dari 100; kosongkan salah satunya.',
    });
  if (faults.length > 0) return faults;
  return [
    programme,
    programmeKey(programme),
    unitCode,
    (row.text('number') ?? '').trim(),
    row.text('milestone'),
    row.number('weight'),
    start,
    finish,
    started,
    finished,
    finished === null ? told : 1,
    row.text('note'),
  ];
}

/** The share done, 0–1; null where the file says nothing. */
function shareOf(row: RowReader, faults: RowFault[]): number | null {
  const text = row.text('donePercent');
  if (text === null) return null;
  const hasPercent = text.endsWith('%');
  const number = Number(hasPercent ? text.slice(0, -1) : text);
  const told = text.replace('.', ',');
  if (number < 0 || number > 100) {
    faults.push({
      column: 'persen',
      code: 'number-out-of-range',
      message: `persen “${told}” di luar 0 sampai 100.`,
    });
    return null;
  }
  // 0.4 may be 40 % (as spreadsheets keep it) or 0.4 %.
  if (!hasPercent && number > 0 && number <= 1) {
    faults.push({
      column: 'persen',
      code: 'percent-ambiguous',
      message: `persen “${told}” bermakna ganda; tulis persennya, misalnya 40 % atau 0,4 %.`,
    });
    return null;
  }
  return Number((number / 100).toFixed(8));
}
