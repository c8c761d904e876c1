/** The number of things that a specification says. */
export interface Counts {
  readonly documents: number;
  readonly models: number;
  readonly enums: number;
  readonly aliases: number;
  readonly constants: number;
  /** Fields that the models declare themselves. */
  readonly fields: number;
  readonly calls: number;
  readonly callbacks: number;
  readonly tables: TableCounts;
}

/** The numbers of tables that declare something, and of those that are left out or documentation. */
export interface TableCounts {
  readonly read: number;
  readonly unread: number;
}
