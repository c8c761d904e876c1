import { clientGuide, constructionOf, fence } from "../clients/guide.js";
import type { ClientExample, ClientProfile } from "../clients/profile.js";
import type { Call, Module } from "../plan/plan.js";
import { argumentsExample } from "./example.js";
import { testingUsage } from "./readme-testing.js";

/** Returns the sections of a README about the client; nothing for a package without a call for a first example. */
export function clientUsage(
  modules: readonly Module[],
  packageName: string,
  client: ClientProfile,
): string[] {
  const calls = modules.flatMap((module) => module.calls);
  const first = calls.find(isFirst);
  if (first === undefined) return [];
  const example = exampleOf(first, calls, { packageName, client });
  const { className, instance, call, request } = example;
  return [
    "## Client",
    fence(
      `import { ${className} } from "${packageName}";`,
      "",
      client.credentials.length === 0
        ? `const ${instance} = new ${className}();`
        : constructionOf(example),
      `const answer = await ${instance}.${call}(${request});`,
    ),
    client.guideOf(example),
    ...(client.credentialsGuide?.(example) ?? []),
    ...clientGuide(example),
    ...testingUsage(example, client),
  ];
}

/** Whether a call is a good first example of a client. */
function isFirst({ transfer, accessToken, response }: Call): boolean {
  return accessToken !== false && transfer.carrier !== "upload" && response.kind !== "binary";
}

function exampleOf(
  first: Call,
  calls: readonly Call[],
  { packageName, client }: { readonly packageName: string; readonly client: ClientProfile },
): ClientExample {
  const { className, instance, credentials, refusal } = client;
  const paged = calls.find(({ paging }) => paging?.list !== undefined);
  return {
    packageName,
    className,
    instance,
    credentials,
    refusal,
    call: first.names.call,
    request: argumentsExample(first).join(", "),
    items: paged && {
      call: invocationOf(paged, paged.names.items),
      hasCursor: paged.paging?.by === "cursor",
    },
    upload: invocationOf(calls.find(({ transfer }) => transfer.carrier === "upload")),
    download: invocationOf(calls.find(({ response }) => response.kind === "binary")),
  };
}

function invocationOf(call: Call, name?: string): string;
function invocationOf(call: Call | undefined): string | undefined;
function invocationOf(call: Call | undefined, name = call?.names.call): string | undefined {
  return call && `${name}(${argumentsExample(call).join(", ")})`;
}
