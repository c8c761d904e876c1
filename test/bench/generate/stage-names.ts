/** The stages of the tool, in their order. */
export const STAGES = [
  "start Node.js and load the tool",
  "read",
  "parse",
  "link",
  "plan",
  "emit",
  "load ts-morph",
  "load prettier",
  "print",
  "write",
] as const;

export type StageName = (typeof STAGES)[number];

/** What each stage took, in milliseconds. */
export type StageTimes = Readonly<Record<StageName, number>>;
