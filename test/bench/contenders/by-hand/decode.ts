/**
 * What someone writes who wants speed and knows V8: every member is read once, good values pass by
 * one inline check, and each model is one object literal. The helpers are for what is not there.
 */
import type {
  ContactDetail,
  ExternalAttr,
  ExternalAttrMiniprogram,
  ExternalAttrText,
  ExternalAttrWeb,
  ExternalContact,
  ExternalContactCorpTag,
  ExternalContactCorpTagGroup,
  ExternalProfile,
  FollowUser,
  FollowUserTag,
  TagGroupList,
} from "../../models.js";
import { arrayOf } from "./array-of.js";
import { fail } from "./fail.js";

interface Wire {
  readonly [name: string]: unknown;
}

const EMPTY: Wire = {};

export function decodeContactDetail(json: unknown): ContactDetail {
  if (json == null) fail("a value");
  const { external_contact, follow_user } = isObject(json) ? json : noObject(json);
  return {
    externalContact: external_contact == null ? undefined : externalContact(external_contact),
    followUser: followUsers(follow_user),
  };
}

export function decodeTagGroupList(json: unknown): TagGroupList {
  if (json == null) fail("a value");
  const { tag_group } = isObject(json) ? json : noObject(json);
  return { tagGroup: tagGroups(tag_group) };
}

function externalContact(json: unknown): ExternalContact {
  const wire = isObject(json) ? json : noObject(json);
  const { external_userid, name, position, avatar, corp_name } = wire;
  const { type, gender, unionid, external_profile } = wire;
  return {
    externalUserId:
      typeof external_userid === "string" ? external_userid : noString(external_userid),
    name: typeof name === "string" ? name : noString(name),
    position: typeof position === "string" ? position : noString(position),
    avatar: typeof avatar === "string" ? avatar : noString(avatar),
    corpName: typeof corp_name === "string" ? corp_name : noString(corp_name),
    type: isInteger(type) ? type + 0 : noNumber(type),
    gender: isInteger(gender) ? gender + 0 : noNumber(gender),
    unionId: typeof unionid === "string" ? unionid : noString(unionid),
    externalProfile: external_profile == null ? undefined : externalProfile(external_profile),
  };
}

function externalProfile(json: unknown): ExternalProfile {
  const { external_corp_name, external_attr } = isObject(json) ? json : noObject(json);
  return {
    externalCorpName:
      typeof external_corp_name === "string" ? external_corp_name : noString(external_corp_name),
    externalAttr: externalAttrs(external_attr),
  };
}

function externalAttrs(json: unknown): ExternalAttr[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const attrs = arrayOf<ExternalAttr>(length);
  for (let index = 0; index < length; index++) attrs[index] = externalAttr(json[index]);
  return attrs;
}

function externalAttr(json: unknown): ExternalAttr {
  const { type, name, text, web, miniprogram } = isObject(json) ? json : noObject(json);
  return {
    type: isInteger(type) ? type + 0 : noNumber(type),
    name: typeof name === "string" ? name : noString(name),
    text: text == null ? undefined : externalAttrText(text),
    web: web == null ? undefined : externalAttrWeb(web),
    miniProgram: miniprogram == null ? undefined : externalAttrMiniprogram(miniprogram),
  };
}

function externalAttrText(json: unknown): ExternalAttrText {
  const { value } = isObject(json) ? json : noObject(json);
  return { value: typeof value === "string" ? value : noString(value) };
}

function externalAttrWeb(json: unknown): ExternalAttrWeb {
  const { url, title } = isObject(json) ? json : noObject(json);
  return {
    url: typeof url === "string" ? url : noString(url),
    title: typeof title === "string" ? title : noString(title),
  };
}

function externalAttrMiniprogram(json: unknown): ExternalAttrMiniprogram {
  const { appid, pagepath, title } = isObject(json) ? json : noObject(json);
  return {
    appId: typeof appid === "string" ? appid : noString(appid),
    pagepath: typeof pagepath === "string" ? pagepath : noString(pagepath),
    title: typeof title === "string" ? title : noString(title),
  };
}

function followUsers(json: unknown): FollowUser[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const users = arrayOf<FollowUser>(length);
  for (let index = 0; index < length; index++) users[index] = followUser(json[index]);
  return users;
}

function followUser(json: unknown): FollowUser {
  const wire = isObject(json) ? json : noObject(json);
  const { userid, remark, description, createtime, remark_corp_name } = wire;
  const { remark_mobiles, add_way, oper_userid, state, tags } = wire;
  return {
    userId: typeof userid === "string" ? userid : noString(userid),
    remark: typeof remark === "string" ? remark : noString(remark),
    description: typeof description === "string" ? description : noString(description),
    createtime: isInteger(createtime) ? createtime + 0 : noNumber(createtime),
    remarkCorpName:
      typeof remark_corp_name === "string" ? remark_corp_name : noString(remark_corp_name),
    remarkMobiles: strings(remark_mobiles),
    addWay: isInteger(add_way) ? add_way + 0 : noNumber(add_way),
    operUserId: typeof oper_userid === "string" ? oper_userid : noString(oper_userid),
    state: typeof state === "string" ? state : noString(state),
    tags: followUserTags(tags),
  };
}

function strings(json: unknown): string[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const texts = arrayOf<string>(length);
  for (let index = 0; index < length; index++) {
    const text: unknown = json[index];
    texts[index] = typeof text === "string" ? text : noString(text);
  }
  return texts;
}

function followUserTags(json: unknown): FollowUserTag[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const tags = arrayOf<FollowUserTag>(length);
  for (let index = 0; index < length; index++) tags[index] = followUserTag(json[index]);
  return tags;
}

function followUserTag(json: unknown): FollowUserTag {
  const { group_name, tag_name, type } = isObject(json) ? json : noObject(json);
  return {
    groupName: typeof group_name === "string" ? group_name : noString(group_name),
    tagName: typeof tag_name === "string" ? tag_name : noString(tag_name),
    type: isInteger(type) ? type + 0 : noNumber(type),
  };
}

function tagGroups(json: unknown): ExternalContactCorpTagGroup[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const groups = arrayOf<ExternalContactCorpTagGroup>(length);
  for (let index = 0; index < length; index++) groups[index] = tagGroup(json[index]);
  return groups;
}

function tagGroup(json: unknown): ExternalContactCorpTagGroup {
  const wire = isObject(json) ? json : noObject(json);
  const { group_id, group_name, create_time, order, deleted, tag } = wire;
  return {
    groupId: typeof group_id === "string" ? group_id : noString(group_id),
    groupName: typeof group_name === "string" ? group_name : noString(group_name),
    createTime: isInteger(create_time) ? create_time + 0 : noNumber(create_time),
    order: isUint32(order) ? order : noNumber(order),
    deleted: typeof deleted === "boolean" ? deleted : noBoolean(deleted),
    tag: corpTags(tag),
  };
}

function corpTags(json: unknown): ExternalContactCorpTag[] {
  if (!Array.isArray(json)) return noArray(json);
  const { length } = json;
  const tags = arrayOf<ExternalContactCorpTag>(length);
  for (let index = 0; index < length; index++) tags[index] = corpTag(json[index]);
  return tags;
}

function corpTag(json: unknown): ExternalContactCorpTag {
  const { id, name, create_time, order, deleted } = isObject(json) ? json : noObject(json);
  return {
    id: typeof id === "string" ? id : noString(id),
    name: typeof name === "string" ? name : noString(name),
    createTime: isInteger(create_time) ? create_time + 0 : noNumber(create_time),
    order: isUint32(order) ? order : noNumber(order),
    deleted: typeof deleted === "boolean" ? deleted : noBoolean(deleted),
  };
}

function isObject(json: unknown): json is Wire {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function isInteger(json: unknown): json is number {
  return Number.isSafeInteger(json);
}

/** Without -0, which Go takes for no unsigned number. */
function isUint32(json: unknown): json is number {
  return typeof json === "number" && json >>> 0 === json && (json !== 0 || 1 / json > 0);
}

function noString(json: unknown): string {
  return json == null ? "" : fail("string");
}

function noNumber(json: unknown): number {
  return json == null ? 0 : fail("integer");
}

function noBoolean(json: unknown): boolean {
  return json == null ? false : fail("boolean");
}

function noArray(json: unknown): never[] {
  return json == null ? [] : fail("array");
}

function noObject(json: unknown): Wire {
  return json == null ? EMPTY : fail("object");
}
