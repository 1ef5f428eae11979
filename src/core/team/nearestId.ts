// Which known id an unknown one in a team's file was probably meant to be: by its name, else by spelling.
import { fold } from '../importing/fold';
import { edits, nearestIds } from '../nearest';

/** At most three of `ids`, nearest first: one that the word names (`对象存储` → `oss`), then by spelling. */
export function nearestId(word: string, ids: ReadonlySet<string>, named: ReadonlyMap<string, string>): string[] {
  const meant = named.get(fold(word));
  const near = nearestIds(word, ids, distanceOf);
  const best = meant !== undefined && ids.has(meant) ? [meant, ...near.filter((id) => id !== meant)] : near;
  return best.slice(0, 3);
}

/** A word that only goes on is near too, but less than a slip of one letter: `mysql` and `rds-mysql`. */
function distanceOf(word: string, id: string): number {
  const isInside = word.length > 2 && id.length > 2 && (id.includes(word) || word.includes(id));
  return Math.min(isInside ? 1.5 : Number.POSITIVE_INFINITY, edits(word, id));
}
