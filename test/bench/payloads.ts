/** What is decoded: made here, the same for every contender in every run. */
import { createHash } from "node:crypto";

/** JSON text, and how often it is parsed so that a loop does not see one object only. */
export interface Payload {
  readonly title: string;
  readonly text: string;
  readonly copies: number;
}

export const payloads = {
  contact: { title: "contact", text: JSON.stringify(contactDetail()), copies: 16 },
  tagGroups: { title: "tag groups", text: JSON.stringify(tagGroupList(1000, 10)), copies: 2 },
} satisfies Record<string, Payload>;

export type PayloadName = keyof typeof payloads;

/** The contact with one error, far inside: the type of the last tag is a string. */
export function brokenContact(): unknown {
  const detail = contactDetail();
  const last = detail.follow_user.at(-1)?.tags.at(-1);
  Object.assign(last ?? {}, { type: "1" });
  return JSON.parse(JSON.stringify(detail));
}

/** A contact of another company with every kind of attribute, and five followers. */
function contactDetail() {
  return {
    external_contact: {
      external_userid: `wo${id("contact")}`,
      name: "李四",
      position: "华东区采购经理",
      avatar: `https://wework.qpic.cn/bizmail/${id("avatar")}/0`,
      corp_name: "腾讯",
      type: 2,
      gender: 1,
      unionid: `oz${id("unionid")}`,
      external_profile: {
        external_corp_name: "腾讯科技（深圳）有限公司",
        external_attr: attributes(),
      },
    },
    follow_user: Array.from({ length: 5 }, (_, index) => follower(index)),
  };
}

function attributes() {
  return [
    { type: 0, name: "服务时间", text: { value: "工作日九点到十八点" } },
    {
      type: 1,
      name: "主页",
      web: { url: "https://work.weixin.qq.com/profile?source=card", title: "公司介绍" },
    },
    {
      type: 2,
      name: "商城",
      miniprogram: {
        appid: "wx8bd80126147df384",
        pagepath: "/pages/index/index",
        title: "在线商城",
      },
    },
  ];
}

/** `state` is there only for who was added by a “contact me” link: every second one here. */
function follower(index: number) {
  return {
    userid: `zhangsan${index}`,
    remark: `李部长 ${index}`,
    description:
      "对接采购事务，每季度回访一次，报价单发到邮箱，周三下午方便接电话。" +
      "去年签了框架协议，今年续约时要带上新的价目表和售后条款，另约时间演示新系统。",
    createtime: 1525779812 + index * 86_400,
    remark_corp_name: "腾讯科技（深圳）有限公司",
    remark_mobiles: [`1380000000${index}`, `1390000000${index}`],
    add_way: index === 0 ? 202 : index,
    oper_userid: `wo${id(`operator ${index}`)}`,
    ...(index % 2 === 0 && { state: `channel-${id(`state ${index}`)}` }),
    tags: Array.from({ length: 3 }, (_, tag) => ({
      group_name: `客户分级与来源渠道 ${tag}`,
      tag_name: `重点客户 ${index}-${tag}`,
      type: 1 + (tag % 2),
    })),
  };
}

function tagGroupList(groups: number, tags: number) {
  return { tag_group: Array.from({ length: groups }, (_, index) => tagGroup(index, tags)) };
}

function tagGroup(index: number, tags: number) {
  return {
    group_id: `et${id(`group ${index}`)}`,
    group_name: `客户等级 ${index}`,
    create_time: 1557838797 + index,
    order: 4_294_967_295 - index,
    deleted: false,
    tag: Array.from({ length: tags }, (_, tag) => ({
      id: `et${id(`tag ${index} ${tag}`)}`,
      name: `重要 ${tag}`,
      create_time: 1557838797 + tag,
      order: tag,
      deleted: tag === 9,
    })),
  };
}

/** An identifier like those of the API: 30 characters that look like chance. */
function id(seed: string): string {
  return createHash("sha256").update(seed).digest("base64url").slice(0, 30);
}
