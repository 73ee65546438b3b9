import { registerFilterOf } from './register-filter.ts';

describe('registerFilterOf', () => {
  it('takes what the API knows and leaves out the rest', () => {
    expect(
      registerFilterOf({
        count: 'complaints.overdue',
        class: 'normatif',
        age: '15-60',
        self: 'true',
        sort: 'due',
        category: 'Jalan rusak',
        search: '  lampu ',
        status: 'diterima',
      }),
    ).toEqual({
      count: 'complaints.overdue',
      class: 'normatif',
      age: '15-60',
      self: 'true',
      sort: 'due',
      category: 'Jalan rusak',
      search: 'lampu',
      status: 'diterima',
    });
    expect(
      registerFilterOf({
        count: 'complaints.medianResolutionMinutes',
        class: 'apa-saja',
        age: '7',
        self: 'ya',
        sort: 'acak',
        search: '   ',
      }),
    ).toEqual({});
  });

  it('shortens a text that the API would refuse', () => {
    expect(registerFilterOf({ search: 'a'.repeat(140) }).search?.length).toBe(100);
  });
});
