import * as z from "zod";
import type { Contender } from "../contender.js";
import { contactDetailFrom, tagGroupListFrom } from "./rename.js";

const text = z.string().nullish();
const int = z.int().nullish();

const externalAttr = z.object({
  type: int,
  name: text,
  text: z.object({ value: text }).nullish(),
  web: z.object({ url: text, title: text }).nullish(),
  miniprogram: z.object({ appid: text, pagepath: text, title: text }).nullish(),
});

const externalContact = z.object({
  external_userid: text,
  name: text,
  position: text,
  avatar: text,
  corp_name: text,
  type: int,
  gender: int,
  unionid: text,
  external_profile: z
    .object({
      external_corp_name: text,
      external_attr: z.array(externalAttr.nullable()).nullish(),
    })
    .nullish(),
});

const followUser = z.object({
  userid: text,
  remark: text,
  description: text,
  createtime: int,
  remark_corp_name: text,
  remark_mobiles: z.array(z.string().nullable()).nullish(),
  add_way: int,
  oper_userid: text,
  state: text,
  tags: z.array(z.object({ group_name: text, tag_name: text, type: int }).nullable()).nullish(),
});

const contactDetail = z
  .object({
    external_contact: externalContact.nullish(),
    follow_user: z.array(followUser.nullable()).nullish(),
  })
  .transform(contactDetailFrom);

const tag = z.object({
  id: text,
  name: text,
  create_time: int,
  order: z.uint32().nullish(),
  deleted: z.boolean().nullish(),
});

const tagGroup = z.object({
  group_id: text,
  group_name: text,
  create_time: int,
  order: z.uint32().nullish(),
  deleted: z.boolean().nullish(),
  tag: z.array(tag.nullable()).nullish(),
});

const tagGroupList = z
  .object({ tag_group: z.array(tagGroup.nullable()).nullish() })
  .transform(tagGroupListFrom);

export default {
  note: "renames in one function by hand, given to `transform`",
  contact: {
    decode: (json) => contactDetail.parse(json),
    issuesOf: (json) => contactDetail.safeParse(json).error?.issues,
  },
  tagGroups: { decode: (json) => tagGroupList.parse(json) },
} satisfies Contender;
