import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { postsOfGroups, readGroupPosts } from './single-sign-on-groups.ts';

describe('the mapping of groups to posts', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groups-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const camat = {
    group: 'camat',
    role: 'camat',
    kabupaten: '64.02',
    unit: '64.02.07',
    title: 'Camat Sebulu',
  };
  const auditor = { group: 'auditor', role: 'inspektorat', kabupaten: '64.02', title: 'Auditor' };

  async function fileWith(content: string): Promise<string> {
    const path = join(folder, 'groups.json');
    await writeFile(path, content);
    return path;
  }

  it('says which posts the groups of a person hold', async () => {
    const mapping = await readGroupPosts(await fileWith(JSON.stringify([camat, auditor])));
    expect(postsOfGroups(mapping, ['auditor', 'lain']).map(({ title, unit }) => [title, unit])).toEqual([
      ['Auditor', null],
    ]);
    expect(postsOfGroups(mapping, ['camat', 'auditor']).length).toBe(2);
    expect(postsOfGroups(mapping, ['Camat', 'cama', ''])).toEqual([]);
  });

  const wrong: readonly [string, string, RegExp][] = [
    ['is no JSON', '[{', /tidak dapat dibaca sebagai JSON/],
    ['is no list', '{}', /belum benar pada isi/],
    ['names a role there is not', JSON.stringify([{ ...camat, role: 'raja' }]), /butir 1, role/],
    ['lets strangers in', JSON.stringify([auditor, { ...camat, role: 'publik' }]), /butir 2, role/],
    ['gives a camat no kabupaten', JSON.stringify([{ ...camat, kabupaten: null }]), /butir 1, kabupaten/],
    ['has a misspelt field', JSON.stringify([{ ...camat, unitt: '64.02.07' }]), /butir 1/],
    ['has a code that is none', JSON.stringify([{ ...camat, unit: "' or 1=1" }]), /butir 1, unit/],
  ];
  for (const [name, content, message] of wrong) {
    it(`is refused when it ${name}`, async () => {
      const path = await fileWith(content);
      await expectAsync(readGroupPosts(path)).toBeRejectedWithError(OperatorError, message);
    });
  }

  it('takes a post of the whole installation for administrators', async () => {
    const path = await fileWith(
      JSON.stringify([{ group: 'it', role: 'admin', kabupaten: null, title: 'Administrator pusat' }]),
    );
    expect((await readGroupPosts(path)).map(({ kabupaten }) => kabupaten)).toEqual([null]);
  });
});
