import * as v from "valibot";
import type { Contender } from "../contender.js";
import { contactDetailFrom, tagGroupListFrom } from "./rename.js";

const text = v.nullish(v.string());
const int = v.nullish(v.pipe(v.number(), v.safeInteger()));
const uint32 = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295)));

const externalAttr = v.object({
  type: int,
  name: text,
  text: v.nullish(v.object({ value: text })),
  web: v.nullish(v.object({ url: text, title: text })),
  miniprogram: v.nullish(v.object({ appid: text, pagepath: text, title: text })),
});

const externalContact = v.object({
  external_userid: text,
  name: text,
  position: text,
  avatar: text,
  corp_name: text,
  type: int,
  gender: int,
  unionid: text,
  external_profile: v.nullish(
    v.object({
      external_corp_name: text,
      external_attr: v.nullish(v.array(v.nullable(externalAttr))),
    }),
  ),
});

const followUser = v.object({
  userid: text,
  remark: text,
  description: text,
  createtime: int,
  remark_corp_name: text,
  remark_mobiles: v.nullish(v.array(v.nullable(v.string()))),
  add_way: int,
  oper_userid: text,
  state: text,
  tags: v.nullish(v.array(v.nullable(v.object({ group_name: text, tag_name: text, type: int })))),
});

const contactDetail = v.pipe(
  v.object({
    external_contact: v.nullish(externalContact),
    follow_user: v.nullish(v.array(v.nullable(followUser))),
  }),
  v.transform((wire) => contactDetailFrom(wire)),
);

const tag = v.object({
  id: text,
  name: text,
  create_time: int,
  order: uint32,
  deleted: v.nullish(v.boolean()),
});

const tagGroup = v.object({
  group_id: text,
  group_name: text,
  create_time: int,
  order: uint32,
  deleted: v.nullish(v.boolean()),
  tag: v.nullish(v.array(v.nullable(tag))),
});

const tagGroupList = v.pipe(
  v.object({ tag_group: v.nullish(v.array(v.nullable(tagGroup))) }),
  v.transform((wire) => tagGroupListFrom(wire)),
);

export default {
  note: "renames in one function by hand, given to `transform`; takes an array for an object",
  contact: {
    decode: (json) => v.parse(contactDetail, json),
    issuesOf: (json) => v.safeParse(contactDetail, json).issues,
  },
  tagGroups: { decode: (json) => v.parse(tagGroupList, json) },
} satisfies Contender;
