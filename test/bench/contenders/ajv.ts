import { Ajv } from "ajv";
import type { Contender } from "../contender.js";
import {
  contactDetailFrom,
  tagGroupListFrom,
  type ContactDetailWire,
  type TagGroupListWire,
} from "./rename.js";

const text = { type: "string", nullable: true };
const bool = { type: "boolean", nullable: true };
const int = {
  type: "integer",
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  nullable: true,
};
const uint32 = { type: "integer", minimum: 0, maximum: 4_294_967_295, nullable: true };
const list = (items: object) => ({ type: "array", items, nullable: true });
const object = (properties: object) => ({ type: "object", properties, nullable: true });
const response = (properties: object) => ({ type: "object", properties });

const externalAttr = object({
  type: int,
  name: text,
  text: object({ value: text }),
  web: object({ url: text, title: text }),
  miniprogram: object({ appid: text, pagepath: text, title: text }),
});

const externalContact = object({
  external_userid: text,
  name: text,
  position: text,
  avatar: text,
  corp_name: text,
  type: int,
  gender: int,
  unionid: text,
  external_profile: object({ external_corp_name: text, external_attr: list(externalAttr) }),
});

const followUser = object({
  userid: text,
  remark: text,
  description: text,
  createtime: int,
  remark_corp_name: text,
  remark_mobiles: list(text),
  add_way: int,
  oper_userid: text,
  state: text,
  tags: list(object({ group_name: text, tag_name: text, type: int })),
});

const contactDetail = response({
  external_contact: externalContact,
  follow_user: list(followUser),
});

const tag = object({ id: text, name: text, create_time: int, order: uint32, deleted: bool });

const tagGroup = object({
  group_id: text,
  group_name: text,
  create_time: int,
  order: uint32,
  deleted: bool,
  tag: list(tag),
});

const isContactDetail = new Ajv().compile<ContactDetailWire>(contactDetail);
const hasNoIssues = new Ajv({ allErrors: true }).compile(contactDetail);
const isTagGroupList = new Ajv().compile<TagGroupListWire>(response({ tag_group: list(tagGroup) }));

export default {
  note: "only checks: renaming is one function by hand, called after it",
  contact: {
    decode(json) {
      if (!isContactDetail(json)) throw new TypeError("wrong");
      return contactDetailFrom(json);
    },
    issuesOf: (json) => (hasNoIssues(json) ? undefined : hasNoIssues.errors),
  },
  tagGroups: {
    decode(json) {
      if (!isTagGroupList(json)) throw new TypeError("wrong");
      return tagGroupListFrom(json);
    },
  },
} satisfies Contender;
