// The table of identifiers as a scanner asks it: files name the same things again and again, so answers are remembered.
import { hostOf, type IdentifierDialect, type IdentifierTable, productOf } from '../identifiers';
import { remembered } from './remembered';

/** What identifiers mean. */
export interface Products {
  /** `productOf` of the table. */
  readonly of: (dialect: IdentifierDialect, identifier: string) => string | undefined;
  /** `hostOf` of the table. */
  readonly ofHost: (host: string) => ReturnType<typeof hostOf>;
}

export function productsOf(table: IdentifierTable): Products {
  const dialects = new Map<IdentifierDialect, (identifier: string) => { readonly product: string | undefined }>();
  const hosts = remembered((host: string) => ({ found: hostOf(table, host) }));
  return {
    of: (dialect, identifier) => {
      let known = dialects.get(dialect);
      if (!known) {
        known = remembered((name) => ({ product: productOf(table, dialect, name) }));
        dialects.set(dialect, known);
      }
      return known(identifier).product;
    },
    ofHost: (host) => hosts(host).found,
  };
}
