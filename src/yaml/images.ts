// What an image reference runs, and which managed product is its counterpart. It knows no YAML and no place in a file.

import { type KnownImage, systemsByRepository } from '../core/selfHosted';

/** An image reference taken apart; template parts (`${TAG}`, `{{ .x }}`) count as unknown. */
export interface ImageReference {
  /** `registry.cn-hangzhou.aliyuncs.com`; `undefined` for Docker Hub. */
  readonly registry: string | undefined;
  /** Path without registry, tag and digest: `bitnami/redis`. */
  readonly repository: string;
  /** Last segment of the path, lower case: `redis`. */
  readonly name: string;
}

/** Template parts become one character that no reference holds. */
const withoutTemplates = (reference: string): string =>
  reference
    .replace(/\{\{.*?\}\}|\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\$\([^()]*\)/g, '\u0000')
    .replace(/\$[A-Za-z_]\w*/g, '\u0000');

/** Without scheme, digest and tag. */
function untagged(reference: string): string {
  const bare = reference.replace(/^(?:docker|oci):\/\//, '');
  const digest = bare.indexOf('@');
  const named = digest < 0 ? bare : bare.slice(0, digest);
  const tag = named.lastIndexOf(':');
  return tag > named.lastIndexOf('/') ? named.slice(0, tag) : named;
}

/**
 * Takes an image reference apart: `docker.io/bitnami/redis:7@sha256:…` → registry `docker.io`, repository
 * `bitnami/redis`, name `redis`. `undefined` where no repository is written (`${IMAGE}`, `{{ .Values.image }}`) and for
 * addresses of other things (`https://…`).
 */
export function parseImage(reference: string): ImageReference | undefined {
  if (reference.length > 500 || /^(?:https?|file|git|ssh):/.test(reference)) return undefined;
  const bare = isPlain(reference) ? untagged(reference) : '/';
  return bare.endsWith('/') ? parseOdd(reference) : parsePlain(bare);
}

/** Whether a reference is what nearly all are: lower-case names with single `/` between them, a tag, a digest. */
function isPlain(reference: string): boolean {
  let before = SLASH;
  for (let i = 0; i < reference.length; i++) {
    const c = reference.charCodeAt(i);
    // a-z, 0-9 and `:`, then - and . and /, `_`, `@`
    if (!((c >= 97 && c <= 122) || (c >= 48 && c <= 58) || (c >= 45 && c <= 47) || c === 95 || c === 64)) return false;
    if (c === SLASH && before === SLASH) return false;
    before = c;
  }
  return before !== SLASH;
}

const SLASH = 47;

function parsePlain(reference: string): ImageReference | undefined {
  const slash = reference.indexOf('/');
  const first = slash < 0 ? '' : reference.slice(0, slash);
  const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  const repository = hasRegistry ? reference.slice(slash + 1) : reference;
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  if (!/^[a-z0-9][\w.-]*$/.test(name)) return undefined;
  return { registry: hasRegistry ? first : undefined, repository, name };
}

/** A reference with templates in it, empty parts or unusual characters. */
function parseOdd(reference: string): ImageReference | undefined {
  const plain = /[{$]/.test(reference) ? withoutTemplates(reference) : reference;
  if (/[\s"'|<>]/.test(plain)) return undefined;
  const parts = untagged(plain)
    .split('/')
    .filter((part) => part !== '');
  const first = parts[0] ?? '';
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost' || first === '\u0000');
  const path = hasRegistry ? parts.slice(1) : parts;
  const name = (path[path.length - 1] ?? '').replaceAll('\u0000', '').toLowerCase();
  if (!/^[a-z0-9][\w.-]*$/.test(name)) return undefined;
  const registry = hasRegistry && first !== '\u0000' ? first.replaceAll('\u0000', '*') : undefined;
  return { registry, repository: path.join('/').replaceAll('\u0000', ''), name };
}

/** What an image runs, by the owner and name of its repository, then by the name alone; `undefined` for anything unknown. */
export function knownImage(image: ImageReference): KnownImage | undefined {
  const repository = image.repository.toLowerCase();
  const owner = repository.lastIndexOf('/', repository.lastIndexOf('/') - 1);
  const systems = systemsByRepository();
  const known = systems.get(owner < 0 ? repository : repository.slice(owner + 1)) ?? systems.get(image.name);
  return known ?? systems.get(image.name.replace(/-(?:amd64|arm64|alpine|debian|linux|photon)$/, ''));
}
