// The machine stops in the middle of an import or a removal: after the next start everything is as before it or as after
// it. The storing code of the editor runs on a file system in memory that stops after so many operations; a file that was
// being written is left torn.
import { describe, expect, test } from 'vitest';

import type { ImportedVolume } from '../../src/core/importing/importModel';
import { type Disk, importedVolumes, storage } from './support/storage';
import { volumeNamed } from './support/volumes';

const OLD = [volumeNamed('a', 'old'), volumeNamed('b', 'old')];
const NEW = [volumeNamed('a', 'new'), volumeNamed('c', 'new')];
/** More operations than an import or a removal has. */
const MOST_OPERATIONS = 20;

const titles = (volumes: readonly ImportedVolume[]) => volumes.map(({ volume }) => `${volume.id} ${volume.title.en}`);

const kept = async (disk: Disk) => titles(await (await importedVolumes(disk)).all());

describe('a crash', () => {
  test.each(['lost', 'torn', 'whole'] as const)('during an import, with the last write %s', async (last) => {
    const seen = new Set<string>();
    for (let operations = 0; operations <= MOST_OPERATIONS; operations++) {
      const disk = storage();
      await (await importedVolumes(disk)).keep(OLD);
      const volumes = await importedVolumes(disk);
      disk.stopAfter(operations, last);
      const stopped = await volumes.keep(NEW).then(
        () => false,
        () => true,
      );
      const after = await kept(disk.restarted());
      if (!stopped) expect(after).toEqual(['a new', 'b old', 'c new']);
      seen.add(after.join());
    }
    expect([...seen].sort()).toEqual(['a new,b old,c new', 'a old,b old']);
  });

  test('during a removal', async () => {
    for (let operations = 0; operations <= MOST_OPERATIONS; operations++) {
      const disk = storage();
      await (await importedVolumes(disk)).keep(OLD);
      const volumes = await importedVolumes(disk);
      disk.stopAfter(operations, 'torn');
      await volumes.remove('a').catch(() => undefined);
      const after = await kept(disk.restarted());
      expect(['a old,b old', 'b old']).toContain(after.join());
    }
  });

  test('leaves nothing that the next import trips over', async () => {
    for (let operations = 0; operations <= MOST_OPERATIONS; operations++) {
      const disk = storage();
      const volumes = await importedVolumes(disk);
      disk.stopAfter(operations, 'torn');
      await volumes.keep(NEW).catch(() => undefined);
      const again = disk.restarted();
      await (await importedVolumes(again)).keep(NEW);
      expect(await kept(again.restarted())).toEqual(['a new', 'c new']);
    }
  });

  test('leaves files that the next start clears away, but not those that may be at work in another window', async () => {
    const clean = storage();
    await (await importedVolumes(clean)).keep(OLD);
    const expected = clean.names().length;
    for (let operations = 0; operations <= MOST_OPERATIONS; operations++) {
      const disk = storage();
      await (await importedVolumes(disk)).keep(OLD);
      const volumes = await importedVolumes(disk);
      disk.stopAfter(operations, 'torn');
      await volumes.keep(OLD).catch(() => undefined);
      const left = disk.names();
      const soon = disk.restarted();
      await importedVolumes(soon);
      expect(soon.names()).toEqual(left);
      const later = disk.restarted({ later: true });
      expect(await kept(later)).toEqual(['a old', 'b old']);
      expect(later.names()).toHaveLength(expected);
    }
  });

  test('leaves an import of another window alone', async () => {
    const disk = storage();
    const [here, there] = [await importedVolumes(disk), await importedVolumes(disk)];
    await here.keep([volumeNamed('a', 'old')]);
    await there.keep([volumeNamed('b', 'old')]);
    await here.remove('a');
    expect(await kept(disk.restarted())).toEqual(['b old']);
  });

  test('a state that cannot be read is not overwritten by the next import', async () => {
    const disk = storage();
    await (await importedVolumes(disk)).keep(OLD);
    const volumes = await importedVolumes(disk);
    disk.stopAfter(0, 'lost');
    await expect(volumes.keep(NEW)).rejects.toThrow();
    await expect(volumes.remove('a')).rejects.toThrow();
    expect(await kept(disk.restarted())).toEqual(['a old', 'b old']);
  });

  test('a failing write is said, and leaves what was there in the running editor, too', async () => {
    const disk = storage();
    const volumes = await importedVolumes(disk);
    await volumes.keep(OLD);
    disk.stopAfter(1, 'lost');
    await expect(volumes.keep(NEW)).rejects.toThrow();
    expect(titles(await volumes.all())).toEqual(['a old', 'b old']);
  });
});
