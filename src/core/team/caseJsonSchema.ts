// The JSON schema of a team case, made from the same tables as our own completion; other YAML tools validate with it.
import { type KeyHelp, SHORT_SHAPES, type ShapeName, TEAM_KEYS } from './teamHelp';

type Json = { readonly [key: string]: unknown };

/** Draft 7. Ids are open: which exist is for our own diagnostics, since a workspace may add some. */
export function caseJsonSchema(): Json {
  const shapes = Object.keys(TEAM_KEYS) as ShapeName[];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Cloud Casebook: team case',
    ...mapping('case'),
    definitions: Object.fromEntries(
      shapes.filter((shape) => shape !== 'case').map((shape) => [shape, orShort(shape, mapping(shape))]),
    ),
  };
}

function mapping(shape: ShapeName): Json {
  const keys = TEAM_KEYS[shape];
  return {
    type: 'object',
    additionalProperties: false,
    required: keys.filter((help) => help.isRequired).map((help) => help.key),
    properties: Object.fromEntries(keys.map((help) => [help.key, property(help, shape)])),
  };
}

function orShort(shape: ShapeName, schema: Json): Json {
  return SHORT_SHAPES.includes(shape) ? { anyOf: [schema, { type: 'string', minLength: 1 }] } : schema;
}

function property(help: KeyHelp, parent: ShapeName): Json {
  const one = valueSchema(help, parent);
  return { description: `${help.en} ${help.zh}`, ...(help.isMany ? { type: 'array', items: one } : one) };
}

function valueSchema({ key, value }: KeyHelp, parent: ShapeName): Json {
  if (typeof value !== 'string') return { enum: value };
  if (key === 'value' && parent === 'figure') {
    const range = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
    return { anyOf: [{ type: 'number' }, range] };
  }
  if (key === 'section') return { type: ['string', 'number'] };
  if (value === 'integer') return { type: 'integer', minimum: 0 };
  if (value === 'number' || value === 'boolean') return { type: value };
  if (value === 'string') return key === 'unit' ? { type: 'string' } : { type: 'string', minLength: 1 };
  const isMapping = value in TEAM_KEYS && !(value === 'product' && parent !== 'case');
  // Beside `$ref` draft 7 reads nothing else, hence `allOf`.
  return isMapping
    ? { allOf: [{ $ref: `#/definitions/${value}` }] }
    : { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*$' };
}
