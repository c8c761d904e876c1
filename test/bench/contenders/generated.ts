import type { Codec } from "../../../generated/src/index.js";
import type { Contender } from "../contender.js";
import type { ContactDetail, TagGroupList } from "../models.js";
import { importSdk } from "../sdk.js";

const sdk = (await importSdk()) as {
  readonly ContactDetailCodec: Codec<ContactDetail>;
  readonly TagGroupListCodec: Codec<TagGroupList>;
};

export default {
  note: "",
  contact: conversionsOf(sdk.ContactDetailCodec),
  tagGroups: conversionsOf(sdk.TagGroupListCodec),
} satisfies Contender;

function conversionsOf<T>({ decode, safeDecode, parse, encode, stringify }: Codec<T>) {
  const issuesOf = (json: unknown) => {
    const result = safeDecode(json);
    return result.ok ? undefined : result.issues;
  };
  return { decode, parse, encode, stringify, issuesOf };
}
