// Which known id an unknown one was probably meant to be.
import { compareCodePoints, firstDifference } from '../compare';
import { editDistance, fold } from '../importing/fold';

/** At most three of `ids`, nearest first: one that the word names (`对象存储` → `oss`), then by spelling. */
export function nearestId(word: string, ids: ReadonlySet<string>, named: ReadonlyMap<string, string>): string[] {
  const folded = fold(word);
  const meant = named.get(folded);
  const limit = Math.max(2, Math.floor(folded.length / 3));
  const near = [...ids]
    .map((id) => ({ id, distance: distanceOf(folded, fold(id), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => firstDifference(a.distance - b.distance, compareCodePoints(a.id, b.id)))
    .map(({ id }) => id);
  const best = meant !== undefined && ids.has(meant) ? [meant, ...near.filter((id) => id !== meant)] : near;
  return best.slice(0, 3);
}

/** A word that only goes on is near too, but less than a slip of one letter: `mysql` and `rds-mysql`. */
function distanceOf(word: string, id: string, limit: number): number {
  const isInside = word.length > 2 && id.length > 2 && (id.includes(word) || word.includes(id));
  return Math.min(isInside ? 1.5 : limit + 1, editDistance(word, id, limit));
}
