/**
 * Explanations of the common global error codes of WeCom (全局错误码). Only programs that import this module
 * contain them.
 *
 * @module
 */
const EXPLANATIONS: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [-1, "系统繁忙，稍候再试"],
  [0, "请求成功"],
  [40001, "不合法的secret参数：secret在应用详情中查看，或者与access_token不匹配"],
  [40003, "无效的UserID"],
  [40004, "不合法的媒体文件类型"],
  [40005, "不合法的type参数"],
  [40006, "不合法的文件大小"],
  [40007, "不合法的media_id参数：可能已过期，临时素材只保留3天"],
  [40008, "不合法的msgtype参数"],
  [40009, "上传图片大小不是有效值"],
  [40011, "上传视频大小不是有效值"],
  [40013, "不合法的CorpID"],
  [40014, "不合法的access_token"],
  [40029, "不合法的oauth_code：code已使用或已过期"],
  [40035, "不合法的参数"],
  [40056, "不合法的agentid"],
  [40058, "不合法的参数：具体见errmsg"],
  [40063, "参数为空"],
  [40096, "不合法的外部联系人userid"],
  [41001, "缺少access_token参数"],
  [41002, "缺少corpid参数"],
  [41004, "缺少secret参数"],
  [42001, "access_token已过期"],
  [44001, "多媒体文件为空"],
  [45001, "多媒体文件大小超过限制"],
  [45002, "消息内容大小超过限制"],
  [45009, "接口调用超过限制"],
  [45033, "接口并发调用超过限制"],
  [48002, "API接口无权限调用"],
  [50002, "成员不在权限范围"],
  [50003, "应用已禁用"],
  [60011, "指定的成员、部门或标签参数无权限"],
  [60020, "访问ip不在白名单之中"],
  [60111, "UserID不存在"],
  [60123, "无效的部门id"],
  [84061, "不存在外部联系人的关系"],
  [90501, "群聊不是外部群"],
  [301002, "无权限操作指定的应用"],
]);

/** Returns the explanation of a common error code, and `undefined` for any other. */
export function explanationOf(errcode: number): string | undefined {
  return EXPLANATIONS.get(errcode);
}
