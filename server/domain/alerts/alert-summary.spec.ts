import {
  countsText,
  openingSentence,
  summarySentence,
  type SummedAlert,
  type ToldKind,
} from './alert-summary.ts';

const about = (unitName: string, field: string | null, kind: ToldKind = 'opened'): SummedAlert => ({
  kind,
  unit: unitName.toLowerCase(),
  unitName,
  field,
});
const DUE = 'turnaround.dueMetShare';
const IKM = 'ikm.score';

describe('alert summary', () => {
  it('names the figures of one unit', () => {
    const alerts = [about('Sebulu', DUE), about('Sebulu', IKM), about('Sebulu', null, 'recovered')];
    expect(summarySentence(alerts).id).toBe('Sebulu: 2 baru, 1 pulih (tepat waktu, IKM dan pelaporan).');
    expect(openingSentence(alerts.slice(0, 2)).id).toBe(
      '2 hal di Sebulu perlu perhatian (tepat waktu dan IKM).',
    );
  });

  it('names the first three of many units', () => {
    const alerts = ['Tabang', 'Sebulu', 'Anggana', 'Kenohan', 'Muara Wis'].map((name) => about(name, DUE));
    expect(summarySentence([...alerts, about('Tabang', IKM, 'escalated')]).id).toBe(
      '5 baru, 1 bertambah berat di 5 unit: Tabang, Sebulu, Anggana dan 2 lainnya.',
    );
    expect(openingSentence(alerts).id).toBe(
      '5 hal di 5 unit perlu perhatian, terutama Tabang, Sebulu dan Anggana.',
    );
    expect(openingSentence(alerts).en).toBe(
      '5 matters at 5 units need attention, above all Tabang, Sebulu and Anggana.',
    );
  });

  it('names the fourth of four: nobody is the only other one', () => {
    const alerts = ['Tabang', 'Sebulu', 'Anggana', 'Kenohan'].map((name) => about(name, DUE));
    expect(summarySentence(alerts).id).toBe('4 baru di 4 unit: Tabang, Sebulu, Anggana dan Kenohan.');
  });

  it('counts two units of the same name as two', () => {
    const loa = { ...about('Loa', DUE), unit: 'loa-2' };
    expect(openingSentence([about('Loa', DUE), loa]).id).toBe(
      '2 hal di 2 unit perlu perhatian, terutama Loa dan Loa.',
    );
  });

  it('counts each kind in the order in which it is read', () => {
    const kinds = ['recovered', 'reminded', 'opened', 'reminded'] as const;
    expect(
      countsText(
        kinds.map((kind) => ({ kind })),
        'id',
      ),
    ).toBe('1 baru, 2 masih berlangsung, 1 pulih');
    expect(countsText([{ kind: 'escalated' }], 'en')).toBe('1 more serious now');
  });
});
