// The products that every cloud architecture stands on: sharing one says nothing, so they weigh nothing in a match
// (unless there is nothing else) and are never asked about. A table; the reader may have another one.

/** Ids that tell nothing by themselves, however many cases happen to name them. */
export const GENERIC_PRODUCTS: readonly string[] = [
  'ecs',
  'ebs',
  'vpc',
  'eip',
  'nat',
  'ram',
  'ros',
  'resourcemanager',
  'tag',
  'actiontrail',
  'cloudmonitor',
];

/**
 * Families whose head is no product of its own but the choice of one left open: RDS beside RDS MySQL is the same
 * database, said less exactly. Other heads (Redis beside Tair, CDN beside DCDN) are products that stand beside their
 * members.
 */
export const OPEN_CHOICES: readonly string[] = ['rds', 'slb'];

/** Members of such a family that came after the cases were written: no case that leaves the choice open can mean them. */
export const LATER_MEMBERS: readonly string[] = ['nlb', 'gwlb'];
