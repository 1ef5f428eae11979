// Which infrastructure format a YAML document is, decided by a table of rules: what it holds before what it is called.
// It knows no products; a document of no known format is `none`, and then nothing is recognised in it.
import type { SourceLines } from '../core/text';
import { blockHas, findInHead, findOutsideText, type Head, type LineRange, readHead } from './formats/head';
import { NAME_RULES } from './formats/names';
import type { Format, FormatReason } from './model';

/** What is known about a file besides its text. */
export interface FormatHints {
  /** Path or name, with `/`: `charts/web/templates/service.yaml`. */
  readonly fileName: string;
  /** The editor's language: `yaml`, `ros-template-yaml`, `dockercompose`. */
  readonly languageId?: string;
  /** What the user said it is. */
  readonly override?: Format;
}

/** A format and what told it. */
export interface FormatDecision {
  readonly format: Format;
  readonly because: FormatReason;
}

interface ContentRule {
  readonly format: Format;
  readonly code: FormatReason['code'];
  /** The reason's detail where the rule holds, else `undefined`. */
  readonly detail: (head: Head, hints: FormatHints) => string | undefined;
}

const holds = (condition: boolean, detail: string): string | undefined => (condition ? detail : undefined);

/** One of the keys stands at the top level: the first of them. */
const hasKey =
  (...keys: readonly string[]) =>
  (head: Head): string | undefined =>
    keys.find((key) => head.keys.has(key));

/** All of the keys stand at the top level. */
const hasKeys =
  (...keys: readonly string[]) =>
  (head: Head): string | undefined =>
    holds(
      keys.every((key) => head.keys.has(key)),
      keys.join(', '),
    );

/** Top key `key` has a value that matches. */
const hasValue =
  (key: string, pattern: RegExp) =>
  (head: Head): string | undefined => {
    const value = head.keys.get(key)?.value;
    return value !== undefined && pattern.test(value) ? `${key}: ${value}` : undefined;
  };

/** Below top key `key` stands a line that matches. */
const hasInside =
  (key: string, pattern: RegExp, detail: string) =>
  (head: Head): string | undefined =>
    holds(blockHas(head, key, pattern), `${key}, ${detail}`);

const apiVersionAndKind = (head: Head): string | undefined => {
  const kind = head.keys.get('kind')?.value;
  const apiVersion = head.keys.get('apiVersion')?.value;
  return kind && apiVersion ? `${apiVersion} ${kind}` : undefined;
};

/** `apiVersion` and `kind` with a group that matches. */
const hasGroup =
  (pattern: RegExp) =>
  (head: Head): string | undefined =>
    pattern.test(head.keys.get('apiVersion')?.value ?? '') ? (apiVersionAndKind(head) ?? 'apiVersion') : undefined;

const HELM_EXPRESSION =
  /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|include\b|template\b|toYaml\b|define\b|(?:if|with|range)\b[^}]*\$?\.Values\b)/;
const IN_CHART = /(?:^|\/)templates\/[^{}]*$/;
const RESOURCE_TYPE = /^\s*["']?type["']?\s*:\s*["']?[\w-]+:[\w/.-]+:[\w.]+|^\s*["']?type["']?\s*:\s*["']?pulumi:/;
const COMPOSE_SERVICE =
  /^\s+["']?(?:image|build|extends|container_name|command|entrypoint|ports|depends_on|volumes|environment|networks|restart|env_file|deploy|hostname)["']?\s*:/;
const PULUMI_RUNTIME = /^(?:nodejs|python|go|dotnet|java|yaml|dart|bun|rust|hcl|)$/;
const ANSIBLE_TASK =
  /^(?:-|\s+(?:-\s)?)\s*["']?(?:hosts|tasks|roles|import_playbook|import_tasks|include_tasks|import_role|include_role|ansible\.builtin\.[\w.]+|ali_\w+|alicloud_\w+|set_fact|shell|command|debug|assert|template|copy|file|package|apt|yum|service|systemd|lineinfile|stat|uri|get_url|fail|include|include_vars|meta|pause|raw|script|user|group|git|unarchive|kube|setup|register|delegate_to|become|when|[a-z_]+\.[a-z_]+\.[a-z_]+)["']?\s*:/;
const CLOUDFORMATION_TYPE = /^\s*["']?Type["']?\s*:\s*["']?AWS::/;
const ROS_TYPE =
  /^\s*["']?Type["']?\s*:\s*["']?(?:ALIYUN|DATASOURCE)::\w+::|["']Type["']\s*:\s*["'](?:ALIYUN|DATASOURCE)::\w+::/;

/** In order: the first rule that holds decides. Marker keys first, shapes of keys later, doubtful shapes last. */
const CONTENT_RULES: readonly ContentRule[] = [
  { format: 'none', code: 'nothing-known', detail: hasKey('AWSTemplateFormatVersion') },
  { format: 'none', code: 'nothing-known', detail: hasValue('Transform', /^AWS::/) },
  { format: 'ros', code: 'key', detail: hasKey('ROSTemplateFormatVersion') },
  { format: 'oos', code: 'key', detail: hasValue('FormatVersion', /^OOS-/) },
  { format: 'ros', code: 'key', detail: hasValue('Transform', /^Aliyun::/) },
  { format: 'ros', code: 'keys', detail: hasInside('Resources', ROS_TYPE, 'ALIYUN::') },
  { format: 'crossplane', code: 'kind', detail: hasGroup(/(?:^|\.)(?:crossplane|upbound)\.io\//) },
  {
    format: 'crossplane',
    code: 'kind',
    detail: (head) =>
      hasValue('kind', /^CustomResourceDefinition$/)(head) && findInHead(head, /\bcrossplane\.io\b/)
        ? apiVersionAndKind(head)
        : undefined,
  },
  {
    format: 'helm',
    code: 'template',
    detail: (head) => (head.templated ? findOutsideText(head, HELM_EXPRESSION)?.[0] : undefined),
  },
  { format: 'kubevela', code: 'kind', detail: hasGroup(/^(?:\w+\.)*oam\.dev\//) },
  {
    format: 'helm',
    code: 'file-name',
    detail: (head, { fileName }) =>
      holds(head.templated && IN_CHART.test(fileName) && /\bcharts?\b|helm/.test(fileName), fileName),
  },
  { format: 'kubernetes', code: 'kind', detail: apiVersionAndKind },
  { format: 'helm', code: 'keys', detail: chartKeys },
  {
    format: 'helm',
    code: 'keys',
    detail: (head) =>
      holds(head.keys.size === 1 && blockHas(head, 'dependencies', /^\s+(?:- )?repository:/), 'dependencies'),
  },
  { format: 'architecture', code: 'keys', detail: hasKeys('architecture', 'components') },
  {
    format: 'serverless-devs',
    code: 'keys',
    detail: hasInside('services', /^\s+["']?component["']?\s*:/i, 'component'),
  },
  {
    format: 'serverless-devs',
    code: 'keys',
    detail: hasInside('resources', /^\s+["']?component["']?\s*:/, 'component'),
  },
  { format: 'serverless-devs', code: 'keys', detail: hasKeys('edition', 'services') },
  { format: 'serverless-devs', code: 'keys', detail: hasKeys('edition', 'resources') },
  { format: 'serverless-devs', code: 'keys', detail: hasKeys('edition', 'vars') },
  { format: 'serverless-devs', code: 'keys', detail: componentPerKey },
  { format: 'serverless-devs', code: 'keys', detail: packageOfDevs },
  { format: 'compose', code: 'keys', detail: hasInside('services', COMPOSE_SERVICE, 'image') },
  { format: 'pulumi', code: 'keys', detail: pulumiProject },
  { format: 'pulumi', code: 'keys', detail: hasInside('resources', RESOURCE_TYPE, 'type') },
  { format: 'pulumi', code: 'keys', detail: hasInside('variables', /^\s+["']?fn::/i, 'fn::') },
  { format: 'pulumi', code: 'keys', detail: pulumiOutputs },
  { format: 'ansible', code: 'keys', detail: ansibleList },
  { format: 'ansible', code: 'keys', detail: hasKeys('namespace', 'name', 'version', 'readme') },
];

/** A chart's own description: `apiVersion` without `kind`. */
function chartKeys(head: Head): string | undefined {
  return /^v[12]$/.test(head.keys.get('apiVersion')?.value ?? '') && head.keys.has('version')
    ? hasKeys('apiVersion', 'name', 'version')(head)
    : undefined;
}

/** The oldest s.yaml: every top key is a service with `Component`. */
function componentPerKey(head: Head): string | undefined {
  const service = [...head.keys.keys()].find((key) => blockHas(head, key, /^\s+Component\s*:\s*\S/));
  return service && findInHead(head, /^\s+(?:Provider|Properties|Access)\s*:/) ? `${service}, Component` : undefined;
}

/** The description of a package in the registry of Serverless Devs (publish.yaml). */
function packageOfDevs(head: Head): string | undefined {
  const type = head.keys.get('Type')?.value ?? '';
  return /^(?:Component|Application|Plugin|Project|Framework)$/i.test(type)
    ? hasKeys('Type', 'Name', 'Version')(head)
    : undefined;
}

function pulumiProject(head: Head): string | undefined {
  const runtime = head.keys.get('runtime');
  if (!runtime || !head.keys.has('name') || !PULUMI_RUNTIME.test(runtime.value)) return undefined;
  return 'name, runtime';
}

/** A program of the language tests' kind: nothing but `resources`, `variables`, `outputs` and what refers to Pulumi. */
function pulumiOutputs(head: Head, { fileName }: FormatHints): string | undefined {
  const own = new Set([
    'resources',
    'outputs',
    'variables',
    'configuration',
    'config',
    'components',
    'pulumi',
    'packages',
  ]);
  if (head.keys.size === 0 || ![...head.keys.keys()].every((key) => own.has(key))) return undefined;
  if (blockHas(head, 'resources', /^\s+type\s*:\s*[\w-]+:[\w-]+\s*$/)) return 'resources, type';
  return holds(
    blockHas(head, 'outputs', /\$\{/) || /(?:^|\/)Main\.ya?ml$/.test(fileName),
    [...head.keys.keys()].join(', '),
  );
}

function ansibleList(head: Head): string | undefined {
  if (head.root !== 'sequence') return undefined;
  const found = findInHead(head, ANSIBLE_TASK)?.[0];
  const named = findInHead(
    head,
    /^\s*-\s+(?:name|hosts|import_playbook|include|block|import_tasks|include_tasks|ali_\w+)\s*:|^\s{2,}ali_\w+:/,
  );
  return found && named ? found.replace(/^[\s-]+/, '').replace(/\s*:$/, '') : undefined;
}

const byContent = (head: Head, hints: FormatHints): FormatDecision | undefined => {
  for (const { format, code, detail } of CONTENT_RULES) {
    const found = detail(head, hints);
    if (found !== undefined) return { format, because: { code, detail: found } };
  }
  return undefined;
};

function byName(head: Head, fileName: string): FormatDecision | undefined {
  for (const { format, pattern, unless } of NAME_RULES) {
    const name = pattern.exec(fileName)?.[0];
    if (name === undefined || unless?.some((key) => head.keys.has(key))) continue;
    return { format, because: { code: 'file-name', detail: name.replace(/^\//, '') } };
  }
  return undefined;
}

/** What an editor's language id says, where the content says nothing. */
const LANGUAGES: Readonly<Record<string, Format>> = {
  'ros-template-yaml': 'ros',
  dockercompose: 'compose',
  helm: 'helm',
  ansible: 'ansible',
};

const NEGATIVE_TYPE: FormatReason = { code: 'nothing-known', detail: 'AWS::' };

/** Decides the format of one document. It reads some 200 lines in full and column 0 of the rest. */
export const formatOf = (lines: SourceLines, document: LineRange, hints: FormatHints): FormatDecision =>
  formatOfHead(readHead(lines, document), hints);

/** `formatOf` for a document whose outline was read already. */
export function formatOfHead(head: Head, hints: FormatHints): FormatDecision {
  if (hints.override) return { format: hints.override, because: { code: 'override', detail: hints.override } };
  if (head.root === 'empty' && !head.templated) return { format: 'none', because: { code: 'empty', detail: '' } };
  const decided = byContent(head, hints);
  if (decided) return decided;
  if (blockHas(head, 'Resources', CLOUDFORMATION_TYPE)) return { format: 'none', because: NEGATIVE_TYPE };
  const language = hints.languageId === undefined ? undefined : LANGUAGES[hints.languageId];
  if (language) return { format: language, because: { code: 'language', detail: hints.languageId ?? '' } };
  const named = byName(head, hints.fileName.replaceAll('\\', '/'));
  return named ?? { format: 'none', because: { code: 'nothing-known', detail: '' } };
}
