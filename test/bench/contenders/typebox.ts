import { Type, type TSchema } from "typebox";
import { Compile } from "typebox/compile";
import type { Contender } from "../contender.js";
import { contactDetailFrom, tagGroupListFrom } from "./rename.js";

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const maybe = <Schema extends TSchema>(schema: Schema) => Type.Optional(orNull(schema));

const text = maybe(Type.String());
const int = maybe(
  Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
);
const uint32 = maybe(Type.Integer({ minimum: 0, maximum: 4_294_967_295 }));

const externalAttr = Type.Object({
  type: int,
  name: text,
  text: maybe(Type.Object({ value: text })),
  web: maybe(Type.Object({ url: text, title: text })),
  miniprogram: maybe(Type.Object({ appid: text, pagepath: text, title: text })),
});

const externalContact = Type.Object({
  external_userid: text,
  name: text,
  position: text,
  avatar: text,
  corp_name: text,
  type: int,
  gender: int,
  unionid: text,
  external_profile: maybe(
    Type.Object({
      external_corp_name: text,
      external_attr: maybe(Type.Array(orNull(externalAttr))),
    }),
  ),
});

const followUserTag = Type.Object({ group_name: text, tag_name: text, type: int });

const followUser = Type.Object({
  userid: text,
  remark: text,
  description: text,
  createtime: int,
  remark_corp_name: text,
  remark_mobiles: maybe(Type.Array(orNull(Type.String()))),
  add_way: int,
  oper_userid: text,
  state: text,
  tags: maybe(Type.Array(orNull(followUserTag))),
});

const contactDetail = Compile(
  Type.Object({
    external_contact: maybe(externalContact),
    follow_user: maybe(Type.Array(orNull(followUser))),
  }),
);

const tag = Type.Object({
  id: text,
  name: text,
  create_time: int,
  order: uint32,
  deleted: maybe(Type.Boolean()),
});

const tagGroup = Type.Object({
  group_id: text,
  group_name: text,
  create_time: int,
  order: uint32,
  deleted: maybe(Type.Boolean()),
  tag: maybe(Type.Array(orNull(tag))),
});

const tagGroupList = Compile(Type.Object({ tag_group: maybe(Type.Array(orNull(tagGroup))) }));

export default {
  note: "only checks: renaming is one function by hand, called after it",
  contact: {
    decode(json) {
      if (!contactDetail.Check(json)) throw new TypeError("wrong");
      return contactDetailFrom(json);
    },
    issuesOf: (json) => (contactDetail.Check(json) ? undefined : contactDetail.Errors(json)),
  },
  tagGroups: {
    decode(json) {
      if (!tagGroupList.Check(json)) throw new TypeError("wrong");
      return tagGroupListFrom(json);
    },
  },
} satisfies Contender;
