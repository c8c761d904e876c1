import { scope, type } from "arktype";
import type { Contender } from "../contender.js";
import { contactDetailFrom, tagGroupListFrom } from "./rename.js";

const types = scope({
  int: "-9007199254740991 <= number.integer <= 9007199254740991",
  uint32: "0 <= number.integer <= 4294967295",
  externalAttr: {
    "type?": "int | null",
    "name?": "string | null",
    "text?": "externalAttrText | null",
    "web?": "externalAttrWeb | null",
    "miniprogram?": "externalAttrMiniprogram | null",
  },
  externalAttrText: { "value?": "string | null" },
  externalAttrWeb: { "url?": "string | null", "title?": "string | null" },
  externalAttrMiniprogram: {
    "appid?": "string | null",
    "pagepath?": "string | null",
    "title?": "string | null",
  },
  externalProfile: {
    "external_corp_name?": "string | null",
    "external_attr?": "(externalAttr | null)[] | null",
  },
  externalContact: {
    "external_userid?": "string | null",
    "name?": "string | null",
    "position?": "string | null",
    "avatar?": "string | null",
    "corp_name?": "string | null",
    "type?": "int | null",
    "gender?": "int | null",
    "unionid?": "string | null",
    "external_profile?": "externalProfile | null",
  },
  followUser: {
    "userid?": "string | null",
    "remark?": "string | null",
    "description?": "string | null",
    "createtime?": "int | null",
    "remark_corp_name?": "string | null",
    "remark_mobiles?": "(string | null)[] | null",
    "add_way?": "int | null",
    "oper_userid?": "string | null",
    "state?": "string | null",
    "tags?": "(followUserTag | null)[] | null",
  },
  followUserTag: {
    "group_name?": "string | null",
    "tag_name?": "string | null",
    "type?": "int | null",
  },
  contactDetail: {
    "external_contact?": "externalContact | null",
    "follow_user?": "(followUser | null)[] | null",
  },
  tag: {
    "id?": "string | null",
    "name?": "string | null",
    "create_time?": "int | null",
    "order?": "uint32 | null",
    "deleted?": "boolean | null",
  },
  tagGroup: {
    "group_id?": "string | null",
    "group_name?": "string | null",
    "create_time?": "int | null",
    "order?": "uint32 | null",
    "deleted?": "boolean | null",
    "tag?": "(tag | null)[] | null",
  },
  tagGroupList: { "tag_group?": "(tagGroup | null)[] | null" },
}).export();

const { contactDetail, tagGroupList } = types;

export default {
  note: "only checks: renaming is one function by hand, called after it; takes an array for an object",
  contact: {
    decode: (json) => contactDetailFrom(contactDetail.assert(json)),
    issuesOf(json) {
      const result = contactDetail(json);
      return result instanceof type.errors ? result : undefined;
    },
  },
  tagGroups: { decode: (json) => tagGroupListFrom(tagGroupList.assert(json)) },
} satisfies Contender;
