// Which files hold the imported volumes. Every change writes new files and then a new index that names them; a start reads
// the newest whole index. So the last byte of an index makes a change true, and nothing before it does.
import { isVolumeId } from './plan';

/** Volume id → name of its file. */
export type VolumeIndex = ReadonlyMap<string, string>;

/** `inet.3.json`: the volume as the third change left it. The id is safe by `isVolumeId`, and has no dot. */
export function volumeFileName(volumeId: string, change: number): string {
  return `${volumeId}.${change}.json`;
}

export function indexFileName(change: number): string {
  return `index-${change}.json`;
}

/** The changes that left an index, whole or torn, newest first. */
export function changesIn(names: readonly string[]): number[] {
  return names
    .flatMap((name) => /^index-(\d{1,15})\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
}

export function indexText(files: VolumeIndex): string {
  return `${JSON.stringify({ format: 1, files: [...files] })}\n`;
}

/** `undefined` for a text that is torn, foreign, or names a file that no import writes. */
export function readIndex(text: string): VolumeIndex | undefined {
  try {
    const { format, files } = JSON.parse(text) as { format?: unknown; files?: unknown };
    return format === 1 && Array.isArray(files) && files.every(isEntry) ? new Map(files) : undefined;
  } catch {
    return undefined; // not JSON, or `null`
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [id, name]: unknown[] = entry;
  if (typeof id !== 'string' || typeof name !== 'string' || !isVolumeId(id)) return false;
  return name.startsWith(`${id}.`) && /^\d{1,15}\.json$/.test(name.slice(id.length + 1));
}
