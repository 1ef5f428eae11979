// Several files as one architecture: what they name is put together, what their comments leave out of account is left
// out, and the whole is reviewed. Where the files come from is the caller's business.
import { compareCodePoints } from '../compare';
import type { VotingRoll } from '../kin';
import type { Library } from '../library';
import { ignoredProducts } from '../suppress';
import { type Architecture, type FileSigns, gatherArchitecture, type Sign } from './architecture';
import { type Review, reviewOf } from './review';

/** One review over all files; their order does not matter. */
export function reviewFiles(library: Library, roll: VotingRoll, files: readonly FileSigns[]): Review {
  const answers = files.flatMap((file) => file.answers);
  return reviewOf(library, roll, architectureOfFiles(library, roll, files), answers);
}

/** `# cases: ignore redis` counts in its own file only. */
export function architectureOfFiles(library: Library, roll: VotingRoll, files: readonly FileSigns[]): Architecture {
  const signs = files.flatMap((file) => {
    const own = oneOfFamily(library, roll, file.signs);
    if (file.ignored.length === 0) return own;
    const ignored = ignoredProducts(library, file.ignored);
    return own.filter(({ productId }) => !ignored.has(productId));
  });
  const industry = [...files].sort(byName).find((file) => file.industry)?.industry;
  return gatherArchitecture(
    signs,
    files.map((file) => file.file),
    { ...(industry && { industry }), problems: [...new Set(files.flatMap((file) => file.problems))].sort() },
  );
}

/**
 * In a file, a family beside its only member is that member: the `ALIYUN::RDS::Account` of an `ALIYUN::RDS::DBInstance`
 * with `Engine: MySQL` is no second database.
 */
function oneOfFamily(library: Library, roll: VotingRoll, signs: readonly Sign[]): readonly Sign[] {
  const present = new Set(signs.map(({ productId }) => productId));
  const loneMember = (family: string) => {
    const members = (library.data.families[family] ?? []).filter((id) => present.has(id));
    return members.length === 1 && !roll.isGeneric(family) ? members[0] : undefined;
  };
  return signs.map((sign) => ({ ...sign, productId: loneMember(sign.productId) ?? sign.productId }));
}

function byName(a: FileSigns, b: FileSigns): number {
  return compareCodePoints(a.file.file, b.file.file);
}
