// Cases as completion entries: as ids in architecture.yaml, as citations in comments. The resource beneath the cursor
// decides first, the rest of the file second.
import { placeOf, shortCitation } from '../cite';
import type { FileEvidence } from '../fileEvidence';
import { evidenceFor } from '../library';
import type { CaseStudy, Lang } from '../model';
import type { Completion } from './item';
import type { TypedNames } from './names';

export interface CaseRequest {
  /** Products of the resource that is cited for; may be empty. */
  readonly beneath: readonly string[];
  /** Ids that are cited there already; they are not offered again. */
  readonly taken: readonly string[];
  readonly form: 'id' | 'citation';
  readonly lang: Lang;
}

/** All cases: those that hold the resource's products, then those like the file, then the rest in section order. */
export function caseCompletions(file: FileEvidence, names: TypedNames, request: CaseRequest): Completion[] {
  const shared = new Map(
    file.matches.map(({ study, shared: ids }) => [study.id, ids.map(({ productId }) => productId)]),
  );
  return rankedCases(file, request.beneath)
    .filter((study) => !request.taken.includes(study.id))
    .map((study): Completion => {
      const value = request.form === 'id' ? study.id : shortCitation(study);
      return {
        label: study.id,
        name: study.customer[request.lang],
        detail: placeOf(study),
        value,
        words: () => names.study(study),
        evidence: { kind: 'case', study, shared: shared.get(study.id) ?? [] },
      };
    });
}

/** Best first; deterministic. */
export function rankedCases({ library, matches }: FileEvidence, beneath: readonly string[]): CaseStudy[] {
  const held = new Map<string, number>();
  for (const id of new Set(beneath)) {
    for (const study of evidenceFor(library, id).cases) held.set(study.id, (held.get(study.id) ?? 0) + 1);
  }
  const order = new Set([...matches.map(({ study }) => study), ...library.cases]);
  const count = (study: CaseStudy) => held.get(study.id) ?? 0;
  // The sort is stable, so that likeness decides among cases that hold as many.
  return [...order].sort((a, b) => count(b) - count(a));
}
