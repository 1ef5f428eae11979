// The contract of a case file, as a schema: the data build and everything that reads other people's cases validate
// with this one definition. It checks shape only; whether ids exist is for `references.ts`.
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/i, 'an id of letters, digits, "." and "-"'));
const ids = v.optional(v.array(id), []);
const bilingual = { zh: text, en: text };

const amount = v.union([v.number(), v.tuple([v.number(), v.number()])]);
const figure = v.strictObject({
  value: amount,
  unit: v.string(),
  kind: v.picklist(['outcome', 'scale']),
  label: v.optional(v.strictObject(bilingual)),
  bound: v.optional(v.picklist(['at-least', 'at-most', 'about'])),
  from: v.optional(v.strictObject({ value: amount, unit: v.string() })),
});

const statement = v.strictObject({
  ...bilingual,
  products: v.optional(v.array(id)),
  problems: v.optional(v.array(id)),
  figures: v.optional(v.array(figure)),
});
const statements = v.optional(v.array(statement), []);

/** One file of `data/cases/`, or of a team's own cases. */
export const caseSchema = v.strictObject({
  id,
  volume: id,
  section: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.strictObject(bilingual),
  customer: v.strictObject(bilingual),
  industry: id,
  problems: v.array(id),
  summary: v.strictObject(bilingual),
  challenges: statements,
  solution: statements,
  outcomes: statements,
  products: v.array(v.strictObject({ id, listed: v.boolean(), role: v.strictObject(bilingual) })),
  services: ids,
  replaced: v.optional(
    v.array(
      v.strictObject({
        what: v.strictObject(bilingual),
        by: v.optional(id),
        relation: v.picklist(['replaced', 'alongside', 'considered']),
      }),
    ),
    [],
  ),
  notes: v.optional(v.array(v.strictObject(bilingual)), []),
});

const term = v.strictObject({
  id,
  ...bilingual,
  aliases: v.optional(v.array(text)),
  line: v.optional(v.strictObject(bilingual)),
});

export const termsSchema = v.array(term);

export const productsSchema = v.array(
  v.strictObject({
    id,
    ...bilingual,
    short: text,
    shortZh: v.optional(text),
    category: id,
    kind: v.optional(v.picklist(['product', 'service']), 'product'),
    aliases: v.optional(v.array(text), []),
    line: v.strictObject(bilingual),
    today: v.optional(v.strictObject(bilingual)),
  }),
);

export const volumesSchema = v.array(
  v.strictObject({
    id,
    title: v.strictObject(bilingual),
    publisher: v.strictObject(bilingual),
    edition: text,
    date: v.pipe(v.string(), v.isoDate()),
    sections: v.optional(v.number()),
  }),
);

/** What is wrong, and where in the file: `{ path: 'outcomes[0].figures[1].kind', reason: … }`. */
export interface Finding {
  readonly path: string;
  readonly reason: string;
}

/** Validates `value`; either the typed value or the findings, never both, never an exception. */
export function validate<T extends v.GenericSchema>(
  schema: T,
  value: unknown,
): { value: v.InferOutput<T>; findings?: undefined } | { value?: undefined; findings: readonly Finding[] } {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output };
  return { findings: result.issues.map((issue) => ({ path: pathOf(issue), reason: issue.message })) };
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const steps = (issue.path ?? []).map((item) => item.key);
  return steps
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
