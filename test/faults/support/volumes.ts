// Small volumes that tell from which import they come.
import type { ImportedVolume } from '../../../src/core/importing/importModel';
import { tinyCase } from '../../support/library';

export function volumeNamed(id: string, mark: string): ImportedVolume {
  const title = { zh: mark, en: mark };
  const cases = Array.from({ length: 5 }, (_, i) =>
    tinyCase(`${i + 1}`, ['ecs'], { id: `${id}-${i + 1}`, volume: id, title }),
  );
  return {
    format: 1,
    volume: { id, title, publisher: title, edition: mark, date: '2026-01-31' },
    source: { name: `${id}.txt`, encoding: 'utf-8', characters: 1000 },
    cases,
  };
}
