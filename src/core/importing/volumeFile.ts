// How an imported volume is kept: one JSON file a volume. What comes back from a storage may be damaged or of another
// version, so it is read like the document of a stranger.
import { validate } from '../caseSchema';
import { hostileKey, importedVolumeSchema } from './importedSchema';
import type { ImportedVolume } from './importModel';
import { isReserved, isVolumeId } from './plan';

export function volumeFileText(volume: ImportedVolume): string {
  return `${JSON.stringify(volume)}\n`;
}

/** The volume of a stored file, or one sentence on why it is none. */
export function readVolumeFile(text: string): { volume: ImportedVolume } | { volume?: undefined; reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const hostile = hostileKey(value);
  if (hostile) return { reason: `key ${hostile}` };
  const { value: volume, findings } = validate(importedVolumeSchema, value);
  if (!volume)
    return {
      reason: (findings ?? [])
        .slice(0, 1)
        .map(({ path, reason }) => `${path}: ${reason}`)
        .join(),
    };
  const isSafe = isVolumeId(volume.volume.id) && volume.cases.every((study) => !isReserved(study.id));
  return isSafe ? { volume: volume as ImportedVolume } : { reason: 'unsafe id' };
}
