import { describe, expect, test } from "vitest";
import { isEnumeration } from "../../../generator/link/prose/guards.js";
import { pairsIn } from "../../../generator/link/prose/pairs.js";

/** Returns the values of a text with their labels, or nothing if the text is no list of values. */
function valuesIn(text: string, name = "State"): Record<string, string> | undefined {
  const list = pairsIn(text);
  if (list === undefined || !isEnumeration(list, { name, text })) return undefined;
  return Object.fromEntries(list.pairs.map(({ value, label }) => [` ${value}`, label]));
}

/** Returns values with their labels, of which the keys keep their order. */
function pairs(...texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [value = "", label = ""] = text.split("=");
      return [` ${value}`, label];
    }),
  );
}

describe("values in a text", () => {
  test.each([
    ["灯的状态,1-亮, 2-灭", pairs("1=亮", "2=灭")],
    ["0：空闲；1：占用", pairs("0=空闲", "1=占用")],
    ["颜色 0-未知 1-红色 2-蓝色", pairs("0=未知", "1=红色", "2=蓝色")],
    ["大小：1 - 小杯（默认）2 - 中杯 3 - 大杯", pairs("1=小杯（默认）", "2=中杯", "3=大杯")],
    ["类别：1--自动;2--手动", pairs("1=自动", "2=手动")],
    ["时段：day-白天, night—夜里", pairs("day=白天", "night=夜里")],
    ["方向：up_left-左上；down-下 ，与屏幕一致", pairs("up_left=左上", "down=下")],
    ["1表示开着，0表示关着", pairs("1=开着", "0=关着")],
    ["`0`代表默认，`1`代表全部，`2`代表不要", pairs("0=默认", "1=全部", "2=不要")],
    ["0 和 1 代表可用，9 代表停用", pairs("0=可用", "1=可用", "9=停用")],
    ["频道：`1` 文字，`2` 语音，不传为 `1`", pairs("1=文字", "2=语音")],
    ["`1`接受 `2`拒绝", pairs("1=接受", "2=拒绝")],
    ["0不可见、1可见", pairs("0=不可见", "1=可见")],
    ["类型 0 全部 1 自己", pairs("0=全部", "1=自己")],
    ["-1：无限；0：一次", pairs("-1=无限", "0=一次")],
    ["0 => 从不；3600 => 1 个小时", pairs("0=从不", "3600=1 个小时")],
    ["0为男，1为女", pairs("0=男", "1=女")],
    ["1=已发 2=已收<br>4=已退", pairs("1=已发", "2=已收", "4=已退")],
    ["是否自动。0-否；1-是。 默认为1", pairs("0=否", "1=是")],
    [
      "失败原因。4-过期，超过48小时 5-关闭 6-超过5条",
      pairs("4=过期，超过48小时", "5=关闭", "6=超过5条"),
    ],
    ["0-不参与，1-参与", pairs("0=不参与", "1=参与")],
    ["1表示或签或2表示会签", pairs("1=或签", "2=会签")],
    ['"1"：甲；"2"：乙', pairs("1=甲", "2=乙")],
    ["0: unknown; 1: on the way, 2: arrived", pairs("0=unknown", "1=on the way", "2=arrived")],
    ["0 is off, 1 is on", pairs("0=off", "1=on")],
    ["asc: ascending, desc: descending", pairs("asc=ascending", "desc=descending")],
    ["`1` for small steps, `2` for large steps", pairs("1=small steps", "2=large steps")],
    ["键：a：见 <https://x.y/?1-2,3-4>；b：乙", pairs("a=见 <https://x.y/?1-2,3-4>", "b=乙")],
  ])("%s", (text, expected) => {
    const found = valuesIn(text);
    expect(found).toEqual(expected);
    expect(Object.keys(found ?? {})).toEqual(Object.keys(expected ?? {}));
  });

  test.each([
    "灯的编号",
    "1-100 之间",
    "长度 1-64，2-32",
    "8:30 到 17:30",
    "比例 1:2 或 2:3",
    "从 2020-01-02 到 2021-03-04",
    "a-z, A-Z, 0-9",
    "仅 type 为 1 时有效，为 2 时忽略",
    "只有 type为1或2 才有",
    "状态（1-开；2-关）",
    "[1-开，2-关](https://x.y)",
    "1-开，1-关",
    "只有 1-开",
    "`a` 或 `b` 或 `c`",
    "`a` `b` 以分别取得，或 `all` 取得全部",
    "well-known, so-called, up-to-date",
    "default: 1, max: 10",
    "Note: none. Example: x",
    "注意：1：不超过 20 个字；2：不可为空",
    "0 是文本，2 是图片， 3 ark，4 embed",
    "0-否，1-是，与 boxes 逐一对应",
    "0-否，1-是，以逗号分隔",
    "1-读，2-写，4-删，可按位相加",
    "1: read, 2: write, 4: delete, combined as a bit field",
    "有效时间，单位是秒，0表示永远，-1表示没有",
    "错误码：0-成功，1-失败",
    "值，对应为：id - 编号；name - 名字",
    "前 1 天，后 2 天",
    "最多 1 个，2 个以上要付钱",
    "http://a.b:80/1-2/3-4",
    `${"很".repeat(4000)}1-甲，2-乙`,
  ])("none in: %s", (text) => {
    expect(valuesIn(text)).toBeUndefined();
  });

  test("none in a field of error codes", () => {
    expect(valuesIn("0：好；1：坏", "ErrCode")).toBeUndefined();
    expect(valuesIn("0：好；1：坏", "code")).toBeUndefined();
  });
});
