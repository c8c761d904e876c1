/**
 * Looks at the site of this repository in a real browser: `npm run docs:browser`. It is no part of the
 * tests, as they do without a browser; `CHROMIUM_PATH` says where one is. Pictures are left in
 * `docs/screenshots/` for a person to look at.
 */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

/** Paths start at the root of the repository, where npm runs its scripts. */
const SITE = resolve("docs");
const SCREENSHOTS = resolve(SITE, "screenshots");

const SIZES = {
  wide: { width: 1280, height: 900 },
  narrow: { width: 390, height: 844 },
  smallest: { width: 320, height: 640 },
} as const;

/** The rules of accessibility, which run in the page. */
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The pages of the site. */
const PAGES = readdirSync(SITE).filter((name) => name.endsWith(".html"));

/** The pages that pictures are made of. */
const PICTURES = new Set(["index.html", "external-contact.html", "external-contact-api.html"]);

/** WCAG 2.2, Contrast (Minimum). */
const LEAST_CONTRAST = 4.5;

mkdirSync(SCREENSHOTS, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const colorScheme of ["light", "dark"] as const) {
  for (const size of ["wide", "narrow", "smallest"] as const)
    await look(browser, colorScheme, size);
}
await checkPrint(browser);
await browser.close();
console.log(`all is well; the pictures are in ${SCREENSHOTS}`);

async function look(
  { newPage }: Pick<Browser, "newPage">,
  colorScheme: "light" | "dark",
  size: keyof typeof SIZES,
): Promise<void> {
  const page = await newPage.call(browser, { colorScheme, viewport: SIZES[size], locale: "zh-CN" });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => problems.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) problems.push(`asks for ${request.url()}`);
  });
  for (const name of PAGES) {
    await page.goto(addressOf(name));
    await checkLayout(page);
    // The smallest screen has the same style sheet as a narrow one.
    if (size === "smallest") continue;
    await checkContrast(page);
    await checkAccess(page);
    if (!PICTURES.has(name)) continue;
    const picture = name.replace(".html", `-${size}-${colorScheme}.png`);
    await page.screenshot({ path: `${SCREENSHOTS}/${picture}` });
  }
  await checkSearch(page, `${SCREENSHOTS}/search-${size}-${colorScheme}.png`);
  await checkShortcut(page);
  if (size !== "wide") await checkMenu(page, `${SCREENSHOTS}/menu-${size}-${colorScheme}.png`);
  await checkTheme(page, colorScheme);
  assert.deepEqual(problems, []);
  await page.close();
}

function addressOf(path: string): string {
  return pathToFileURL(resolve(SITE, path)).href;
}

/** Nothing is wider than the window but what scrolls by itself. */
async function checkLayout(page: Page): Promise<void> {
  const [content = 0, window = 0] = await page.evaluate<number[]>(
    "[document.documentElement.scrollWidth, innerWidth]",
  );
  assert.ok(content <= window, `${page.url()} is ${content} wide, in a window of ${window}`);
}

/** No rule of accessibility is broken. */
async function checkAccess(page: Page): Promise<void> {
  await page.addScriptTag({ path: AXE });
  const broken = await page.evaluate<string[]>(
    "axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))",
  );
  assert.deepEqual(broken, [], page.url());
}

/** Print is light on every screen, whole, and without what only a screen needs. */
async function checkPrint({ newPage }: Pick<Browser, "newPage">): Promise<void> {
  const page = await newPage.call(browser, { colorScheme: "dark", viewport: SIZES.wide });
  await page.goto(addressOf("external-contact.html"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const paper = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  assert.equal(paper, "rgb(255, 255, 255)");
  assert.equal(await page.locator("#menu").isVisible(), false);
  await page.screenshot({ path: `${SCREENSHOTS}/print.png` });
  await page.close();
}

async function checkShortcut(page: Page): Promise<void> {
  await page.goto(addressOf("user.html"));
  await page.keyboard.press("Control+k");
  const active = await page.evaluate<string>("document.activeElement.type");
  assert.equal(active, "search");
  await page.keyboard.type("qqqzzz");
  await page.locator("#results .none").waitFor();
  await checkAccess(page);
  await page.keyboard.press("Escape");
}

async function checkContrast(page: Page): Promise<void> {
  const weak = await page.evaluate<string[]>(`(${findWeakTexts.toString()})(${LEAST_CONTRAST})`);
  assert.deepEqual(weak, [], page.url());
}

/** Keys alone lead from words in Chinese, and from a JSON name, to a model. */
async function checkSearch(page: Page, screenshot: string): Promise<void> {
  for (const [words, name] of [
    ["企业客户标签", "ExternalContactCorpTag"],
    ["external_userid", "ExternalContact"],
    ["externalcontactget", "externalContactGet"],
  ] as const) {
    await page.goto(addressOf("index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    await page.locator("#results li").first().waitFor();
    const found = await page.locator("#results code").allTextContents();
    assert.ok(
      found.some((one) => one.startsWith(name)),
      `${words} finds ${found.join(", ")}`,
    );
    if (name === "ExternalContactCorpTag") await page.screenshot({ path: screenshot });
    await page.keyboard.press("Enter");
    await page.waitForURL(/#/);
  }
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#results").isVisible(), false);
}

/** The menu covers the page, and closes with a link or with Escape. */
async function checkMenu(page: Page, screenshot: string): Promise<void> {
  await page.goto(addressOf("external-contact.html"));
  assert.equal(await page.locator("#menu").isVisible(), false);
  await page.click("button.menu");
  const covered = await page.evaluate<boolean>(
    "document.querySelector('#menu').contains(document.elementFromPoint(innerWidth / 2, innerHeight - 20))",
  );
  assert.ok(covered, "the menu covers the page");
  await checkLayout(page);
  await checkAccess(page);
  await page.screenshot({ path: screenshot });
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#menu").isVisible(), false);
  await page.click("button.menu");
  await page.click('#menu a[href="external-contact.html#FollowUserTag"]');
  assert.equal(await page.locator("#menu").isVisible(), false);
  assert.ok(page.url().endsWith("#FollowUserTag"));
}

async function checkTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  const paper = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  const before = await paper();
  await page.click("button.theme");
  const after = await paper();
  assert.notEqual(after, before);
  await page.goto(addressOf("user.html"));
  assert.equal(await paper(), after, `the other theme of ${colorScheme} is kept`);
}

/**
 * Runs in the page: the texts whose colour is too near to that of what is behind them.
 *
 * @param least the ratio of the luminances (WCAG 2.2)
 */
function findWeakTexts(least: number): string[] {
  // The function is sent to the page alone, with all that it needs.
  // oxlint-disable unicorn/consistent-function-scoping
  const { document, getComputedStyle } = globalThis as unknown as PageGlobals;
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paperOf = (element: PageElement | null): string => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return (channels(backgroundColor)[3] ?? 1) > 0
      ? backgroundColor
      : paperOf(element.parentElement);
  };
  const weak: string[] = [];
  for (const element of document.querySelectorAll("main *, nav *, .bar *")) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.nodeValue.trim() !== "",
    );
    const style = getComputedStyle(element);
    if (!hasText || style.opacity === "0" || element.closest("svg") !== null) continue;
    const [one, other] = [luminance(style.color), luminance(paperOf(element))].toSorted(
      (a, b) => b - a,
    );
    const ratio = ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
    if (ratio < least) weak.push(`${element.textContent.slice(0, 30)}: ${ratio.toFixed(2)}`);
  }
  return weak;
}

/** What the page has of a browser: the tests are checked without its types. */
interface PageGlobals {
  readonly document: { querySelectorAll(selector: string): Iterable<PageElement> };
  readonly getComputedStyle: (element: PageElement) => {
    readonly color: string;
    readonly backgroundColor: string;
    readonly opacity: string;
  };
}

interface PageElement {
  readonly parentElement: PageElement | null;
  readonly textContent: string;
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly nodeValue: string }>;
  closest(selector: string): PageElement | null;
}
