// Industries, problems and roles as completion entries, counted over the cases like the file.
import { compareCodePoints } from '../compare';
import type { FileEvidence } from '../fileEvidence';
import { evidenceFor } from '../library';
import type { CaseStudy, Lang, Term } from '../model';
import { bestFor } from '../productHover';
import { tellsRole } from '../roles';
import type { Completion } from './item';
import type { TypedNames } from './names';

export type TermKind = 'industry' | 'problem';

/** Terms by the likeness of the cases that carry them; those in `taken` last. With an empty file by how many cases. */
export function termCompletions(
  file: FileEvidence,
  names: TypedNames,
  kind: TermKind,
  taken: readonly string[],
  lang: Lang,
): Completion[] {
  const { library, roll } = file;
  // Those that the products are suggested by, so that every list of one file counts over the same cases.
  const matches = file.matches.filter(({ shared }) => shared.some(({ productId, as }) => as === roll.fold(productId)));
  const all = matches.length === 0;
  const asked = all ? library.cases.map((study) => ({ study, score: 1 })) : matches;
  const votes = new Map<string, { score: number; voters: CaseStudy[] }>();
  for (const { study, score } of asked) {
    for (const id of kind === 'industry' ? [study.industry] : study.problems) {
      const ballot = votes.get(id) ?? { score: 0, voters: [] };
      ballot.score += score;
      ballot.voters.push(study);
      votes.set(id, ballot);
    }
  }
  const terms = kind === 'industry' ? library.data.industries : library.data.problems;
  const rank = (term: Term) => (taken.includes(term.id) ? -1 : (votes.get(term.id)?.score ?? 0));
  const ordered = [...terms].sort((a, b) => rank(b) - rank(a) || compareCodePoints(a.id, b.id));
  return ordered.map((term): Completion => {
    const voters = votes.get(term.id)?.voters ?? [];
    const isPresent = taken.includes(term.id);
    return {
      label: term.id,
      name: term[lang],
      detail: `${voters.length}/${asked.length}`,
      value: term.id,
      words: () => names.term(term),
      evidence: { kind: 'votes', voters, of: asked.length, all, isPresent },
    };
  });
}

/**
 * What the product of a component did in the cases that tell it: their own words for `role:`, each once, those of the
 * closest cases first.
 */
export function roleCompletions(file: FileEvidence, names: TypedNames, productId: string, lang: Lang): Completion[] {
  const { cases, via } = evidenceFor(file.library, productId);
  const kin = new Set([productId, ...via]);
  const byRole = new Map<string, CaseStudy[]>();
  for (const { study } of bestFor(cases, file.matches, cases.length)) {
    const telling = study.products.filter((use) => kin.has(use.id) && tellsRole(use));
    const use = telling.find(({ id }) => id === productId) ?? telling[0];
    if (!use) continue;
    const known = byRole.get(use.role[lang]);
    if (known) known.push(study);
    else byRole.set(use.role[lang], [study]);
  }
  return [...byRole].map(
    ([role, voters]): Completion => ({
      label: role,
      name: '',
      detail: `${voters.length}/${cases.length}`,
      value: role,
      words: () => names.text(role),
      evidence: { kind: 'role', voters, of: cases.length, productId },
    }),
  );
}
