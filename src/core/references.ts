// Whether what a case names exists and hangs together: ids, statements that justify problems, figures that are told.
// Pure checks over plain data; the data build fails on a finding, the editor shows it in the file.
import type { Finding } from './caseSchema';
import { type CaseStudy, STATEMENT_PARTS, type Statement } from './model';

/** The ids that a case may name. */
export interface KnownIds {
  readonly volumes: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** All broken references of one case, with the path of each. */
export function referenceFindings(study: CaseStudy, known: KnownIds): Finding[] {
  const findings: Finding[] = [];
  const expect = (set: ReadonlySet<string>, id: string, path: string, what: string) => {
    if (!set.has(id)) findings.push({ path, reason: `unknown ${what} ${id}` });
  };
  expect(known.volumes, study.volume, 'volume', 'volume');
  expect(known.industries, study.industry, 'industry', 'industry');
  study.problems.forEach((id, i) => {
    expect(known.problems, id, `problems[${i}]`, 'problem');
  });
  study.products.forEach((use, i) => {
    expect(known.products, use.id, `products[${i}].id`, 'product');
  });
  study.services.forEach((id, i) => {
    expect(known.services, id, `services[${i}]`, 'service');
  });
  return [
    ...findings,
    ...doubled(
      'products',
      study.products.map((use) => use.id),
    ),
    ...doubled('problems', study.problems),
    ...unjustified(study),
    ...statementFindings(study, known),
    ...replacedFindings(study),
  ];
}

function doubled(path: string, ids: readonly string[]): Finding[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return twice.map((id) => ({ path, reason: `${id} is named twice` }));
}

/** Every problem of a case is carried by one of its challenges or solution statements. */
function unjustified(study: CaseStudy): Finding[] {
  const carried = new Set([...study.challenges, ...study.solution].flatMap((statement) => statement.problems ?? []));
  return study.problems
    .filter((id) => !carried.has(id))
    .map((id) => ({ path: 'problems', reason: `no challenge or solution statement carries ${id}` }));
}

function statementFindings(study: CaseStudy, known: KnownIds): Finding[] {
  const own = new Set([...study.products.map((use) => use.id), ...study.services]);
  const problems = new Set(study.problems);
  return STATEMENT_PARTS.flatMap((part) =>
    study[part].flatMap((statement, i) => {
      const path = `${part}[${i}]`;
      const strange = (statement.products ?? []).filter((id) => !own.has(id));
      const unfiled = (statement.problems ?? []).filter((id) => !problems.has(id));
      return [
        ...strange.map((id) => ({ path: `${path}.products`, reason: `${id} is not among the case's products` })),
        ...unfiled.map((id) => ({ path: `${path}.problems`, reason: `${id} is not among the case's problems` })),
        ...figureFindings(statement, path, known),
      ];
    }),
  );
}

function figureFindings(statement: Statement, path: string, known: KnownIds): Finding[] {
  return (statement.figures ?? []).flatMap((figure, i) => {
    const where = `${path}.figures[${i}]`;
    const values = typeof figure.value === 'number' ? [figure.value] : figure.value;
    const untold = values.filter((value) => !isTold(value, figure.unit, statement.zh));
    return [
      ...untold.map((value) => ({ path: where, reason: `${value} does not occur in the statement` })),
      ...(known.units.size > 0 && !known.units.has(figure.unit)
        ? [{ path: `${where}.unit`, reason: `unknown unit ${figure.unit}` }]
        : []),
      ...(figure.kind === 'outcome' && !figure.label
        ? [{ path: where, reason: 'an outcome figure needs a label' }]
        : []),
    ];
  });
}

/** Whether a statement tells a number, in digits or, for a half, in the word. */
function isTold(value: number, unit: string, zh: string): boolean {
  return zh.replaceAll(',', '').includes(String(value)) || (value === 50 && unit === '%' && zh.includes('一半'));
}

function replacedFindings(study: CaseStudy): Finding[] {
  const own = new Set(study.products.map((use) => use.id));
  return study.replaced.flatMap((entry, i) =>
    entry.by && !own.has(entry.by)
      ? [{ path: `replaced[${i}].by`, reason: `${entry.by} is not among the case's products` }]
      : [],
  );
}
