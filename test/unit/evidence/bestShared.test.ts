// Whether the case that shares most with an architecture is among the first that are shown: sets of products as architects
// draw them, taken from no case.
import { expect, test } from 'vitest';

import { votingRoll } from '../../../src/core/kin';
import { casesLike } from '../../../src/core/match';
import type { CaseStudy } from '../../../src/core/model';
import { suggest } from '../../../src/core/suggest';
import { realLibrary } from '../../support/library';

const ARCHITECTURES: readonly (readonly string[])[] = [
  ['slb', 'ecs', 'rds-mysql', 'oss', 'cdn'],
  ['alb', 'ecs', 'rds-mysql', 'redis'],
  ['slb', 'ecs', 'rds-mysql', 'redis', 'kafka'],
  ['ecs', 'mongodb', 'redis', 'oss'],
  ['cdn', 'live', 'oss'],
  ['vod', 'cdn', 'oss', 'live'],
  ['live', 'ecs', 'slb', 'cdn'],
  ['waf', 'ddos', 'slb', 'ecs'],
  ['ddos', 'cdn', 'rds-mysql'],
  ['maxcompute', 'dataworks', 'quickbi'],
  ['maxcompute', 'dataworks', 'pai', 'oss'],
  ['datahub', 'flink', 'maxcompute', 'datav'],
  ['sls', 'maxcompute', 'pai', 'dataworks'],
  ['flink', 'kafka', 'oss'],
  ['polardb', 'drds', 'rds-mysql'],
  ['drds', 'rds-mysql', 'slb', 'ecs'],
  ['polardb', 'redis', 'ack'],
  ['ack', 'slb', 'rds-mysql', 'sls'],
  ['ack', 'gpu', 'oss'],
  ['gpu', 'ecs', 'oss', 'ga'],
  ['expressconnect', 'vpc', 'slb', 'ecs'],
  ['vpc', 'eip', 'slb', 'ecs', 'rds-mysql'],
  ['dts', 'polardb', 'rds-mysql'],
  ['tablestore', 'maxcompute', 'oss'],
  ['rocketmq', 'ecs', 'rds-mysql', 'slb'],
  ['pts', 'slb', 'ecs', 'cdn'],
  ['iot', 'mqtt', 'tablestore'],
  ['adb-mysql', 'maxcompute', 'quickbi'],
  ['hbase', 'kafka', 'flink', 'redis'],
  ['dcdn', 'waf', 'oss', 'ecs'],
];

const library = realLibrary();
const roll = votingRoll(library);

/** How many telling products of an architecture a case has, itself or by a relative. */
function sharedBy(study: CaseStudy, ids: readonly string[]): number {
  const kinOf = (id: string) => [id, library.familyOf.get(id), ...(library.data.families[id] ?? [])];
  return ids.filter((id) => !roll.isGeneric(id) && study.products.some((use) => kinOf(id).includes(use.id))).length;
}

test.each<[string, (ids: readonly string[]) => readonly CaseStudy[]]>([
  [
    'that are like it',
    (ids) =>
      casesLike(
        library,
        roll,
        ids.map((productId) => ({ productId })),
        3,
      ).map(({ study }) => study),
  ],
  [
    'that vote for one of the first three suggestions',
    (ids) =>
      suggest(roll, ids)
        .slice(0, 3)
        .flatMap(({ voters }) => voters.slice(0, 3)),
  ],
])('a case that shares most with an architecture is among the first three %s, nine times in ten', (_which, found) => {
  const missed = ARCHITECTURES.filter((ids) => {
    const most = Math.max(...library.cases.map((study) => sharedBy(study, ids)));
    return !found(ids).some((study) => sharedBy(study, ids) === most);
  });
  const count = ARCHITECTURES.length - missed.length;
  console.log(`best-shared case: ${count} of ${ARCHITECTURES.length}; not: ${missed.join(' | ')}`);
  expect(count / ARCHITECTURES.length).toBeGreaterThanOrEqual(0.9);
});
