import { describe, expect, it } from 'vitest';

import type { ImportedVolume } from '../../../src/core/importing/importModel';
import { counts, originOf } from '../../../src/core/library';
import type { CaseStudy } from '../../../src/core/model';
import { mergeLibrary } from '../../../src/core/team/mergeLibrary';
import type { TeamFileReading } from '../../../src/core/team/teamModel';
import { originCount } from '../../../src/core/words';
import { tinyCase, tinyLibrary } from '../../support/library';

const base = tinyLibrary([tinyCase('1', ['ecs']), tinyCase('2', ['ecs', 'oss'])]).data;

function team(id: string, path: string): TeamFileReading {
  return { path, study: tinyCase('9', ['ecs'], { id, volume: 'team', section: id }), findings: [] };
}

function volume(id: string, ...cases: CaseStudy[]): ImportedVolume {
  const title = { zh: id, en: id };
  return {
    format: 1,
    volume: { id, title, publisher: title, edition: '1', date: '2024-01-01' },
    source: { name: 'x', encoding: 'utf-8', characters: 1 },
    cases,
  };
}

describe('a merged library', () => {
  it('counts origins apart', () => {
    const imported = [volume('vol', tinyCase('1', ['oss'], { id: 'vol-1', volume: 'vol' }))];
    const { library, clashes } = mergeLibrary(base, { imported, team: [team('team-a', 'a'), team('team-b', 'b')] });
    expect(clashes).toEqual([]);
    expect(counts(library, library.cases)).toEqual({ library: 2, imported: 1, team: 2 });
    expect(originCount(counts(library, library.cases), 'en')).toBe('2 library + 1 imported + 2 team');
    expect(originCount(counts(library, library.cases.slice(0, 2)), 'zh')).toBe('2');
    expect(originCount(counts(library, library.cases.slice(3)), 'zh')).toBe('团队 2');
    expect(library.casesByProduct.get('ecs')).toHaveLength(4);
    expect([...library.volumeById.keys()]).toEqual(['tiny', 'vol', 'team']);
  });

  it('is the base when nothing is added', () => {
    expect(mergeLibrary(base, {}).library.cases).toBe(base.cases);
  });

  it('joins the text of an imported section to the shipped case', () => {
    const text = [{ kind: 'paragraph' as const, text: 'own words' }];
    const { library } = mergeLibrary(base, { imported: [volume('tiny', tinyCase('2', ['kafka'], { text }))] });
    expect(library.cases.map((study) => study.id)).toEqual(['tiny-1', 'tiny-2']);
    const study = library.caseById.get('tiny-2');
    expect(study?.text).toBe(text);
    expect(study?.products.map((use) => use.id)).toEqual(['ecs', 'oss']);
    expect(study && originOf(library, study)).toBe('library');
    expect(library.volumeById.get('tiny')?.title.zh).toBe('小卷');
  });

  it('leaves a team case out whose id is taken, and says by whom', () => {
    const { library, clashes } = mergeLibrary(base, { team: [team('tiny-1', 'a.yaml'), team('team-b', 'b.yaml')] });
    expect(clashes).toEqual([{ path: 'a.yaml', id: 'tiny-1', takenBy: 'tiny' }]);
    expect(library.cases.map((study) => study.id)).toEqual(['tiny-1', 'tiny-2', 'team-b']);
  });

  it('takes neither of two team cases with one id', () => {
    const { library, clashes } = mergeLibrary(base, { team: [team('team-a', 'a'), team('team-a', 'b')] });
    expect(clashes).toEqual([
      { path: 'a', id: 'team-a', takenBy: 'b' },
      { path: 'b', id: 'team-a', takenBy: 'a' },
    ]);
    expect(library.cases).toHaveLength(2);
  });

  it('says of each of three team cases with one id where another one is', () => {
    const three = ['a', 'b', 'c'].map((path) => team('team-a', path));
    const { clashes } = mergeLibrary(base, { team: three });
    expect(clashes.map(({ path, takenBy }) => `${path} ${takenBy}`)).toEqual(['a b', 'b a', 'c a']);
  });

  it('counts a case once for a product that it names twice', () => {
    const study = tinyCase('9', ['ecs', 'oss', 'ecs'], { id: 'team-a', volume: 'team' });
    const { library } = mergeLibrary(base, { team: [{ path: 'a', study, findings: [] }] });
    expect(library.casesByProduct.get('ecs')?.map(({ id }) => id)).toEqual(['tiny-1', 'tiny-2', 'team-a']);
  });

  it('is not disturbed by a file that could not be read', () => {
    const broken: TeamFileReading = { path: 'x', study: undefined, findings: [] };
    expect(mergeLibrary(base, { team: [broken, team('team-a', 'a')] }).library.cases).toHaveLength(3);
  });

  it('files a case without a known industry under one of its own', () => {
    const study = tinyCase('9', ['ecs'], { id: 'team-a', volume: 'team', industry: 'unclassified' });
    const { library } = mergeLibrary(base, { team: [{ path: 'a', study, findings: [] }] });
    expect(library.industryById.get('unclassified')?.en).toBe('Not classified');
    expect(mergeLibrary(base, {}).library.industryById.has('unclassified')).toBe(false);
  });

  it('takes the workspace’s word for what a product is called today; its name stays', () => {
    const renames = { ecs: { zh: '新名', en: 'New name' } };
    const { library } = mergeLibrary(base, { aliases: { aliases: {}, renames } });
    expect(library.productById.get('ecs')?.today?.en).toBe('New name');
    expect(library.productById.get('ecs')?.en).toBe('ecs');
  });

  it('merges ten thousand team cases', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => team(`team-${i}`, String(i)));
    expect(mergeLibrary(base, { team: many }).library.cases).toHaveLength(10_002);
  });
});
