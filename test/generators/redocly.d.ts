/** The part of `@redocly/openapi-core` that the tests use. */

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

export function createConfig(config: object): Promise<object>;

export function lintFromString(options: {
  readonly source: string;
  readonly absoluteRef: string;
  readonly config: object;
}): Promise<readonly Problem[]>;
