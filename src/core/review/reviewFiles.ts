// Several files as one architecture: what they name is put together, what their comments leave out of account is left
// out, and the whole is reviewed. Where the files come from is the caller's business.
import { compareCodePoints } from '../compare';
import { countedIn } from '../fileProducts';
import type { VotingRoll } from '../kin';
import type { Library } from '../library';
import { ignoredProducts } from '../suppress';
import { type Architecture, type ArchitectureFile, type FileSigns, gatherArchitecture } from './architecture';
import { type Review, reviewOf } from './review';

/** One review over all files; their order does not matter. */
export function reviewFiles(library: Library, roll: VotingRoll, files: readonly FileSigns[]): Review {
  const answers = files.flatMap((file) => file.answers);
  return reviewOf(library, roll, architectureOfFiles(library, files), answers);
}

/** `# cases: ignore redis` counts in its own file only. */
export function architectureOfFiles(library: Library, files: readonly FileSigns[]): Architecture {
  const ignored = files.map((file) => ignoredProducts(library, file.ignored));
  const signs = files.flatMap((file, i) => countedIn(library, file.signs, ignored[i]));
  const industry = [...files].sort(byName).find((file) => file.industry)?.industry;
  return gatherArchitecture(
    signs,
    files.map((file) => withUnknownIds(library, file)),
    {
      ...(industry && { industry }),
      problems: [...new Set(files.flatMap((file) => file.problems))].sort(),
      ignored: [...new Set(ignored.flatMap((ids) => [...ids]))].sort(),
    },
  );
}

/** Ids that a sketch names and the library does not know are names that told nothing. */
function withUnknownIds(library: Library, { file, signs }: FileSigns): ArchitectureFile {
  const ids = signs.filter(({ productId }) => !library.productById.has(productId));
  if (ids.length === 0) return file;
  const unknown = [...file.unknown, ...ids.map(({ productId, line }) => ({ text: productId, line }))];
  return { ...file, unknown: unknown.sort((a, b) => a.line - b.line) };
}

function byName(a: FileSigns, b: FileSigns): number {
  return compareCodePoints(a.file.file, b.file.file);
}
