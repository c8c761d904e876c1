/**
 * The other way round: a model whose required members are all good becomes one object literal. Any
 * other is written member by member, for what is undefined is left out.
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
  Init,
  JsonObject,
  TagGroupList,
} from "../../models.js";
import { arrayOf } from "./array-of.js";
import { boolean, integer, isInteger, isObject, isUint32, string, uint32 } from "./checks.js";
import { fail } from "./fail.js";

export function encodeContactDetail(value: Init<ContactDetail>): JsonObject {
  if (!isObject(value)) fail("object");
  const wire: JsonObject = {};
  if (value.externalContact !== undefined) {
    wire.external_contact = externalContact(value.externalContact);
  }
  if (value.followUser !== undefined) wire.follow_user = followUsers(value.followUser);
  return wire;
}

export function encodeTagGroupList(value: Init<TagGroupList>): JsonObject {
  if (!isObject(value)) fail("object");
  const { tagGroup } = value;
  return tagGroup === undefined ? {} : { tag_group: tagGroups(tagGroup) };
}

function externalContact(value: Init<ExternalContact>): JsonObject {
  if (!isObject(value)) fail("object");
  const { externalUserId, name, position, avatar, corpName } = value;
  const { type, gender, unionId, externalProfile } = value;
  if (
    typeof externalUserId === "string" &&
    typeof name === "string" &&
    typeof position === "string" &&
    typeof avatar === "string" &&
    typeof corpName === "string" &&
    isInteger(type) &&
    isInteger(gender) &&
    typeof unionId === "string"
  ) {
    const wire: JsonObject = {
      external_userid: externalUserId,
      name,
      position,
      avatar,
      corp_name: corpName,
      type: type + 0,
      gender: gender + 0,
      unionid: unionId,
    };
    if (externalProfile !== undefined) wire.external_profile = profile(externalProfile);
    return wire;
  }
  return someOfExternalContact(value);
}

function someOfExternalContact(value: Init<ExternalContact>): JsonObject {
  const wire: JsonObject = {};
  if (value.externalUserId !== undefined) wire.external_userid = string(value.externalUserId);
  if (value.name !== undefined) wire.name = string(value.name);
  if (value.position !== undefined) wire.position = string(value.position);
  if (value.avatar !== undefined) wire.avatar = string(value.avatar);
  if (value.corpName !== undefined) wire.corp_name = string(value.corpName);
  if (value.type !== undefined) wire.type = integer(value.type);
  if (value.gender !== undefined) wire.gender = integer(value.gender);
  if (value.unionId !== undefined) wire.unionid = string(value.unionId);
  if (value.externalProfile !== undefined) wire.external_profile = profile(value.externalProfile);
  return wire;
}

function profile(value: Init<ExternalProfile>): JsonObject {
  if (!isObject(value)) fail("object");
  const wire: JsonObject = {};
  if (value.externalCorpName !== undefined) {
    wire.external_corp_name = string(value.externalCorpName);
  }
  if (value.externalAttr !== undefined) wire.external_attr = externalAttrs(value.externalAttr);
  return wire;
}

function externalAttrs(values: readonly Init<ExternalAttr>[]): JsonObject[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<JsonObject>(length);
  for (let index = 0; index < length; index++) list[index] = externalAttr(values[index]);
  return list;
}

function externalAttr(value: Init<ExternalAttr> | undefined): JsonObject {
  if (!isObject(value)) fail("object");
  const wire: JsonObject = {};
  if (value.type !== undefined) wire.type = integer(value.type);
  if (value.name !== undefined) wire.name = string(value.name);
  if (value.text !== undefined) wire.text = externalAttrText(value.text);
  if (value.web !== undefined) wire.web = externalAttrWeb(value.web);
  if (value.miniProgram !== undefined) {
    wire.miniprogram = externalAttrMiniprogram(value.miniProgram);
  }
  return wire;
}

function externalAttrText(value: Init<ExternalAttrText>): JsonObject {
  if (!isObject(value)) fail("object");
  return value.value === undefined ? {} : { value: string(value.value) };
}

function externalAttrWeb(value: Init<ExternalAttrWeb>): JsonObject {
  if (!isObject(value)) fail("object");
  const wire: JsonObject = {};
  if (value.url !== undefined) wire.url = string(value.url);
  if (value.title !== undefined) wire.title = string(value.title);
  return wire;
}

function externalAttrMiniprogram(value: Init<ExternalAttrMiniprogram>): JsonObject {
  if (!isObject(value)) fail("object");
  const wire: JsonObject = {};
  if (value.appId !== undefined) wire.appid = string(value.appId);
  if (value.pagepath !== undefined) wire.pagepath = string(value.pagepath);
  if (value.title !== undefined) wire.title = string(value.title);
  return wire;
}

function followUsers(values: readonly Init<FollowUser>[]): JsonObject[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<JsonObject>(length);
  for (let index = 0; index < length; index++) list[index] = followUser(values[index]);
  return list;
}

function followUser(value: Init<FollowUser> | undefined): JsonObject {
  if (!isObject(value)) fail("object");
  const { userId, remark, description, createtime, remarkCorpName } = value;
  const { remarkMobiles, addWay, operUserId, state, tags } = value;
  if (
    typeof userId === "string" &&
    typeof remark === "string" &&
    typeof description === "string" &&
    isInteger(createtime) &&
    typeof remarkCorpName === "string" &&
    remarkMobiles !== undefined &&
    isInteger(addWay) &&
    typeof operUserId === "string" &&
    typeof state === "string" &&
    tags !== undefined
  ) {
    return {
      userid: userId,
      remark,
      description,
      createtime: createtime + 0,
      remark_corp_name: remarkCorpName,
      remark_mobiles: strings(remarkMobiles),
      add_way: addWay + 0,
      oper_userid: operUserId,
      state,
      tags: followUserTags(tags),
    };
  }
  return someOfFollowUser(value);
}

function someOfFollowUser(value: Init<FollowUser>): JsonObject {
  const wire: JsonObject = {};
  if (value.userId !== undefined) wire.userid = string(value.userId);
  if (value.remark !== undefined) wire.remark = string(value.remark);
  if (value.description !== undefined) wire.description = string(value.description);
  if (value.createtime !== undefined) wire.createtime = integer(value.createtime);
  if (value.remarkCorpName !== undefined) wire.remark_corp_name = string(value.remarkCorpName);
  if (value.remarkMobiles !== undefined) wire.remark_mobiles = strings(value.remarkMobiles);
  if (value.addWay !== undefined) wire.add_way = integer(value.addWay);
  if (value.operUserId !== undefined) wire.oper_userid = string(value.operUserId);
  if (value.state !== undefined) wire.state = string(value.state);
  if (value.tags !== undefined) wire.tags = followUserTags(value.tags);
  return wire;
}

function strings(values: readonly string[]): string[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<string>(length);
  for (let index = 0; index < length; index++) list[index] = string(values[index]);
  return list;
}

function followUserTags(values: readonly Init<FollowUserTag>[]): JsonObject[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<JsonObject>(length);
  for (let index = 0; index < length; index++) list[index] = followUserTag(values[index]);
  return list;
}

function followUserTag(value: Init<FollowUserTag> | undefined): JsonObject {
  if (!isObject(value)) fail("object");
  const { groupName, tagName, type } = value;
  if (typeof groupName === "string" && typeof tagName === "string" && isInteger(type)) {
    return { group_name: groupName, tag_name: tagName, type: type + 0 };
  }
  const wire: JsonObject = {};
  if (groupName !== undefined) wire.group_name = string(groupName);
  if (tagName !== undefined) wire.tag_name = string(tagName);
  if (type !== undefined) wire.type = integer(type);
  return wire;
}

function tagGroups(values: readonly Init<ExternalContactCorpTagGroup>[]): JsonObject[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<JsonObject>(length);
  for (let index = 0; index < length; index++) list[index] = tagGroup(values[index]);
  return list;
}

function tagGroup(value: Init<ExternalContactCorpTagGroup> | undefined): JsonObject {
  if (!isObject(value)) fail("object");
  const { groupId, groupName, createTime, order, deleted, tag } = value;
  if (
    typeof groupId === "string" &&
    typeof groupName === "string" &&
    isInteger(createTime) &&
    isUint32(order) &&
    typeof deleted === "boolean" &&
    tag !== undefined
  ) {
    return {
      group_id: groupId,
      group_name: groupName,
      create_time: createTime + 0,
      order: order + 0,
      deleted,
      tag: corpTags(tag),
    };
  }
  const wire: JsonObject = {};
  if (groupId !== undefined) wire.group_id = string(groupId);
  if (groupName !== undefined) wire.group_name = string(groupName);
  if (createTime !== undefined) wire.create_time = integer(createTime);
  if (order !== undefined) wire.order = uint32(order);
  if (deleted !== undefined) wire.deleted = boolean(deleted);
  if (tag !== undefined) wire.tag = corpTags(tag);
  return wire;
}

function corpTags(values: readonly Init<ExternalContactCorpTag>[]): JsonObject[] {
  if (!Array.isArray(values)) fail("array");
  const { length } = values;
  const list = arrayOf<JsonObject>(length);
  for (let index = 0; index < length; index++) list[index] = corpTag(values[index]);
  return list;
}

function corpTag(value: Init<ExternalContactCorpTag> | undefined): JsonObject {
  if (!isObject(value)) fail("object");
  const { id, name, createTime, order, deleted } = value;
  if (
    typeof id === "string" &&
    typeof name === "string" &&
    isInteger(createTime) &&
    isUint32(order) &&
    typeof deleted === "boolean"
  ) {
    return { id, name, create_time: createTime + 0, order: order + 0, deleted };
  }
  const wire: JsonObject = {};
  if (id !== undefined) wire.id = string(id);
  if (name !== undefined) wire.name = string(name);
  if (createTime !== undefined) wire.create_time = integer(createTime);
  if (order !== undefined) wire.order = uint32(order);
  if (deleted !== undefined) wire.deleted = boolean(deleted);
  return wire;
}
