import type { Contender } from "../contender.js";
import {
  Convert,
  type ContactDetail,
  type TagGroupList,
} from "../generated/responses.quicktype.js";

export default {
  note:
    "some properties keep their JSON names; no zero values, no `null` and any number for an integer; " +
    "gives up at the first wrong value",
  contact: {
    decode: (json) => Convert.toContactDetail(json),
    encode: (value: ContactDetail) => Convert.contactDetailToJson(value),
    stringify: (value: ContactDetail) => JSON.stringify(Convert.contactDetailToJson(value)),
  },
  tagGroups: {
    decode: (json) => Convert.toTagGroupList(json),
    encode: (value: TagGroupList) => Convert.tagGroupListToJson(value),
    stringify: (value: TagGroupList) => JSON.stringify(Convert.tagGroupListToJson(value)),
  },
  comparable: (value: Partial<ContactDetail>) => renamed(withState(value)),
} satisfies Contender;

/** The properties that have other names in the SDK. */
const NAMES: Readonly<Record<string, string>> = {
  appid: "appId",
  externalUserid: "externalUserId",
  miniprogram: "miniProgram",
  operUserid: "operUserId",
  unionid: "unionId",
  userid: "userId",
};

function withState(value: Partial<ContactDetail>): Partial<ContactDetail> {
  const followUser = value.followUser?.map((user) => ({ ...user, state: user.state ?? "" }));
  return followUser === undefined ? value : { ...value, followUser };
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    NAMES[name] ?? name,
    renamed(member),
  ]);
  return Object.fromEntries(members);
}
