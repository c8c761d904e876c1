/** The texts that the contenders parse. */

const MEMBERS = {
  ToUserName: "ww0123456789abcdef",
  FromUserName: "sys",
  CreateTime: "1403610513",
  MsgType: "event",
  AgentID: "1000002",
  Event: "change_external_contact",
  ChangeType: "add_external_contact",
  UserID: "张三",
  ExternalUserID: "woAJ2GCAAAXtWyujaWJHDDGi0mAAAA",
  State: "渠道 <1> & more",
  WelcomeCode: "WELCOMECODE",
};

function article(index: number): string {
  return (
    `<item id="${index}"><Title><![CDATA[第 ${index} 篇]]></Title><Description>a &lt;b&gt; &amp; c</Description>` +
    `<Url>https://example.com/?a=${index}&amp;b=2</Url><Score>${index / 4}</Score></item>\n`
  );
}

const event = Object.entries(MEMBERS).map(([name, value]) => {
  return /^\d+$/.test(value)
    ? `<${name}>${value}</${name}>\n`
    : `<${name}><![CDATA[${value}]]></${name}>\n`;
});

const articles = Array.from({ length: 500 }, (_, index) => article(index));

export const payloads = {
  event: flat(`<xml>${event.join("")}</xml>`),
  news: flat(
    `<xml><ArticleCount>500</ArticleCount><Articles>${articles.join("")}</Articles></xml>`,
  ),
};

/** A text as a decoder makes it: V8 keeps one that is put together in pieces, and reads it more slowly. */
function flat(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
