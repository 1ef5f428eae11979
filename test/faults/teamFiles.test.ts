// Team files that come, change and go, alone and in crowds: the library is told what is news, once, and a file that
// changed is read alone.
import { describe, expect, test } from 'vitest';

import { teamOf } from './support/team';

const text = (title: string) => `title: ${title}\ncustomer: Orders\nsummary: Orders moved.\nproducts: [ecs, oss]\n`;
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `c${i}.yaml`);
const MANY = Object.fromEntries(numbered(300).map((name) => [name, text(name)]));

describe('team files', () => {
  test('one that changed is read alone, and told once, however often its change is', async () => {
    const team = await teamOf(MANY);
    team.files.set('c7.yaml', text('Renamed'));
    team.saved('c7.yaml');
    await team.settled();
    expect([team.changes(), team.reads()]).toEqual([1, 1]);
    team.changed('c7.yaml');
    await team.settled();
    expect([team.changes(), team.reads()]).toEqual([0, 1]);
  });

  test('a crowd of changes is told once', async () => {
    const team = await teamOf(MANY);
    const crowd = numbered(100);
    for (const name of crowd) team.files.set(name, text(`${name} again`));
    team.changed(...crowd);
    await team.settled();
    expect([team.changes(), team.reads()]).toEqual([1, 100]);
  });

  test('a crowd that goes, file by file, is told once', async () => {
    const team = await teamOf(MANY);
    const crowd = numbered(100);
    for (const name of crowd) team.files.delete(name);
    team.deleted(...crowd);
    await team.settled();
    expect(team.changes()).toBe(1);
    expect(team.ids()).toHaveLength(200);
  });

  test('a folder goes with all that was in it', async () => {
    const team = await teamOf({ 'a.yaml': text('a'), 'x/b.yaml': text('b'), 'x/y/c.yaml': text('c') });
    expect(team.ids()).toHaveLength(3);
    team.deleted('x');
    await team.settled();
    expect(team.changes()).toBe(1);
    expect(team.ids()).toHaveLength(1);
  });

  test('coming back to the window finds what no watcher told, and is no news without it', async () => {
    const team = await teamOf(MANY);
    team.focused();
    await team.settled();
    expect([team.changes(), team.reads()]).toEqual([0, 0]);
    team.files.set('new.yaml', text('New'));
    team.files.delete('c1.yaml');
    team.focused();
    await team.settled();
    expect([team.changes(), team.reads()]).toEqual([1, 1]);
    expect(team.ids()).toHaveLength(300);
  });

  test('coming back to the window reads what has changed, and says nothing when nothing has', async () => {
    const team = await teamOf({ 'a.yaml': text('a'), 'b.yaml': text('b') });
    team.focused();
    await team.settled();
    expect([team.changes(), team.reads(), team.logged()]).toEqual([0, 0, []]);
    team.files.set('b.yaml', text('c'));
    team.focused();
    await team.settled();
    expect([team.changes(), team.reads(), team.logged().length]).toEqual([1, 1, 1]);
  });

  test('the marks of unsaved text stay when its file is read again', async () => {
    const team = await teamOf({ 'a.yaml': text('a') });
    team.typed('a.yaml', `${text('a')}nonsense: 1\n`);
    await expect.poll(() => team.marks('a.yaml')).toEqual(['unknown-key']);
    team.changed('a.yaml');
    await team.settled();
    expect([team.reads(), team.marks('a.yaml')]).toEqual([1, ['unknown-key']]);
  });

  test.each(['/shop/services/a/.casebook/cases/x.yaml', '/shop/.casebook/x.yaml', '/other/.casebook/cases/x.yaml'])(
    '%s is none, also when it is saved',
    async (path) => {
      const team = await teamOf({ 'a.yaml': text('a'), [path]: text('x') });
      team.saved(path);
      team.created(path);
      team.changed(path);
      team.typed(path, 'nonsense: 1\n');
      await team.settled();
      expect([team.ids().length, team.changes(), team.marks(path)]).toEqual([1, 0, []]);
    },
  );

  test('one that can no longer be read takes its case along', async () => {
    const team = await teamOf({ 'a.yaml': text('a'), 'b.yaml': text('b') });
    team.files.set('a.yaml', 'title: [');
    team.changed('a.yaml');
    await team.settled();
    expect([team.changes(), team.ids().length]).toEqual([1, 1]);
    team.files.set('a.yaml', text('a'));
    team.changed('a.yaml');
    await team.settled();
    expect([team.changes(), team.ids().length]).toEqual([1, 2]);
  });

  test('stand in the order of their names, whichever was read first', async () => {
    const team = await teamOf({ 'b.yaml': text('b') });
    team.files.set('a.yaml', text('a'));
    team.created('a.yaml');
    await team.settled();
    const other = await teamOf({ 'a.yaml': text('a'), 'b.yaml': text('b') });
    expect(team.ids()).toEqual(other.ids());
    expect(team.ids()).toHaveLength(2);
  });
});
