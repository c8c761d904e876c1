/**
 * From wire names to property names, with zero values filled in: for libraries that check JSON and
 * leave the rest to a function.
 */
import type {
  ContactDetail,
  ExternalAttr,
  ExternalContact,
  ExternalContactCorpTag,
  ExternalContactCorpTagGroup,
  ExternalProfile,
  FollowUser,
  FollowUserTag,
  TagGroupList,
} from "../models.js";

/** JSON that has been checked: any member may be missing or `null`. */
type Loose<T> = { readonly [Name in keyof T]?: T[Name] | null | undefined };
type List<T> = readonly (T | null)[];

export type ContactDetailWire = Loose<{
  external_contact: ExternalContactWire;
  follow_user: List<FollowUserWire>;
}>;

type ExternalContactWire = Loose<{
  external_userid: string;
  name: string;
  position: string;
  avatar: string;
  corp_name: string;
  type: number;
  gender: number;
  unionid: string;
  external_profile: Loose<{ external_corp_name: string; external_attr: List<ExternalAttrWire> }>;
}>;

type ExternalAttrWire = Loose<{
  type: number;
  name: string;
  text: Loose<{ value: string }>;
  web: Loose<{ url: string; title: string }>;
  miniprogram: Loose<{ appid: string; pagepath: string; title: string }>;
}>;

type FollowUserWire = Loose<{
  userid: string;
  remark: string;
  description: string;
  createtime: number;
  remark_corp_name: string;
  remark_mobiles: List<string>;
  add_way: number;
  oper_userid: string;
  state: string;
  tags: List<FollowUserTagWire>;
}>;

type FollowUserTagWire = Loose<{ group_name: string; tag_name: string; type: number }>;

export type TagGroupListWire = Loose<{ tag_group: List<TagGroupWire> }>;

type TagGroupWire = Loose<{
  group_id: string;
  group_name: string;
  create_time: number;
  order: number;
  deleted: boolean;
  tag: List<TagWire>;
}>;

type TagWire = Loose<{
  id: string;
  name: string;
  create_time: number;
  order: number;
  deleted: boolean;
}>;

export function contactDetailFrom(wire: ContactDetailWire): ContactDetail {
  return {
    externalContact: wire.external_contact ? externalContactFrom(wire.external_contact) : undefined,
    followUser: (wire.follow_user ?? []).map(followUserFrom),
  };
}

function externalContactFrom(wire: ExternalContactWire): ExternalContact {
  return {
    externalUserId: wire.external_userid ?? "",
    name: wire.name ?? "",
    position: wire.position ?? "",
    avatar: wire.avatar ?? "",
    corpName: wire.corp_name ?? "",
    type: (wire.type ?? 0) + 0,
    gender: (wire.gender ?? 0) + 0,
    unionId: wire.unionid ?? "",
    externalProfile: wire.external_profile ? externalProfileFrom(wire.external_profile) : undefined,
  };
}

function externalProfileFrom(
  wire: NonNullable<ExternalContactWire["external_profile"]>,
): ExternalProfile {
  return {
    externalCorpName: wire.external_corp_name ?? "",
    externalAttr: (wire.external_attr ?? []).map(externalAttrFrom),
  };
}

function externalAttrFrom(wire: ExternalAttrWire | null): ExternalAttr {
  const { type, name, text, web, miniprogram } = wire ?? {};
  return {
    type: (type ?? 0) + 0,
    name: name ?? "",
    text: text ? { value: text.value ?? "" } : undefined,
    web: web ? { url: web.url ?? "", title: web.title ?? "" } : undefined,
    miniProgram: miniprogram
      ? {
          appId: miniprogram.appid ?? "",
          pagepath: miniprogram.pagepath ?? "",
          title: miniprogram.title ?? "",
        }
      : undefined,
  };
}

function followUserFrom(element: FollowUserWire | null): FollowUser {
  const wire: FollowUserWire = element ?? {};
  return {
    userId: wire.userid ?? "",
    remark: wire.remark ?? "",
    description: wire.description ?? "",
    createtime: (wire.createtime ?? 0) + 0,
    remarkCorpName: wire.remark_corp_name ?? "",
    remarkMobiles: (wire.remark_mobiles ?? []).map((text) => text ?? ""),
    addWay: (wire.add_way ?? 0) + 0,
    operUserId: wire.oper_userid ?? "",
    state: wire.state ?? "",
    tags: (wire.tags ?? []).map(followUserTagFrom),
  };
}

function followUserTagFrom(wire: FollowUserTagWire | null): FollowUserTag {
  return {
    groupName: wire?.group_name ?? "",
    tagName: wire?.tag_name ?? "",
    type: (wire?.type ?? 0) + 0,
  };
}

export function tagGroupListFrom(wire: TagGroupListWire): TagGroupList {
  return { tagGroup: (wire.tag_group ?? []).map(tagGroupFrom) };
}

function tagGroupFrom(element: TagGroupWire | null): ExternalContactCorpTagGroup {
  const wire: TagGroupWire = element ?? {};
  return {
    groupId: wire.group_id ?? "",
    groupName: wire.group_name ?? "",
    createTime: (wire.create_time ?? 0) + 0,
    order: wire.order ?? 0,
    deleted: wire.deleted ?? false,
    tag: (wire.tag ?? []).map(tagFrom),
  };
}

function tagFrom(element: TagWire | null): ExternalContactCorpTag {
  const wire: TagWire = element ?? {};
  return {
    id: wire.id ?? "",
    name: wire.name ?? "",
    createTime: (wire.create_time ?? 0) + 0,
    order: wire.order ?? 0,
    deleted: wire.deleted ?? false,
  };
}
