// The script of the site: search, the menu of narrow screens, and the colours. Without it the pages are plain pages.
import MiniSearch from "minisearch";

/** The entries that the pages search; `search.js` holds them. */
interface SearchEntry {
  readonly id: number;
  readonly name: string;
  readonly others: string;
  readonly text: string;
  readonly kind: string;
  readonly url: string;
}

declare global {
  interface Window {
    readonly searchEntries: readonly SearchEntry[];
  }
}

const MOST_RESULTS = 30;

/** Words of identifiers, at humps and underscores, and pairs of neighbours of Chinese characters. */
function tokenize(text: string): string[] {
  const tokens: string[] = [];
  for (const [word] of text.matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}_.]+/gu)) {
    if (/\p{Script=Han}/u.test(word)) {
      tokens.push(word);
      for (let index = 0; index < word.length; index++) tokens.push(word.slice(index, index + 2));
    } else {
      tokens.push(word, ...word.split(/[_.]|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u));
    }
  }
  return [...new Set(tokens.map((token) => token.toLowerCase()))].filter((token) => token !== "");
}

function isPart(kind: unknown): boolean {
  return kind === "field" || kind === "member";
}

let index: MiniSearch<SearchEntry> | undefined;

/** Made when somebody begins to search. */
function indexOf(): MiniSearch<SearchEntry> {
  if (index !== undefined) return index;
  index = new MiniSearch<SearchEntry>({
    fields: ["name", "others", "text"],
    storeFields: ["name", "others", "text", "kind", "url"],
    tokenize,
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 4, others: 3 },
      // Containers come before their content.
      boostDocument: (_id, _term, stored) => (isPart(stored?.["kind"]) ? 0.4 : 1),
      prefix: true,
      combineWith: "AND",
    },
  });
  index.addAll(window.searchEntries);
  return index;
}

function element<Type extends Element>(selector: string, type: new () => Type): Type {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`no ${selector}`);
}

const input = element(".search input", HTMLInputElement);
const results = element("#results", HTMLUListElement);
let chosen = -1;

function show(): void {
  const found =
    input.value.trim() === "" ? [] : indexOf().search(input.value).slice(0, MOST_RESULTS);
  const items = found.map((result, position) => {
    const entry = result as unknown as SearchEntry;
    const item = document.createElement("li");
    item.role = "option";
    item.id = `result-${position}`;
    const link = document.createElement("a");
    link.href = entry.url;
    link.tabIndex = -1;
    const name = document.createElement("code");
    name.textContent = entry.name;
    const others = document.createElement("small");
    others.textContent = entry.others;
    const text = document.createElement("span");
    text.textContent = entry.text.split("\n", 1)[0] ?? "";
    link.append(name, others, text);
    item.append(link);
    return item;
  });
  if (items.length === 0 && input.value.trim() !== "") {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = "没有找到";
    items.push(none);
  }
  results.replaceChildren(...items);
  choose(found.length > 0 ? 0 : -1);
  setOpen(items.length > 0);
}

function setOpen(isOpen: boolean): void {
  results.hidden = !isOpen;
  input.ariaExpanded = String(isOpen);
}

function choose(position: number): void {
  chosen = position;
  for (const [index, item] of [...results.children].entries()) {
    item.ariaSelected = String(index === position);
    if (index === position) item.scrollIntoView({ block: "nearest" });
  }
  if (position >= 0) input.setAttribute("aria-activedescendant", `result-${position}`);
  else input.removeAttribute("aria-activedescendant");
}

input.addEventListener("input", show);
input.addEventListener("focus", show);
input.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  if (event.key === "ArrowDown" && links.length > 0) choose((chosen + 1) % links.length);
  else if (event.key === "ArrowUp" && links.length > 0)
    choose((chosen + links.length - 1) % links.length);
  else if (event.key === "Enter" && !event.isComposing) links[chosen]?.click();
  else if (event.key === "Escape") {
    setOpen(false);
    input.blur();
  } else return;
  event.preventDefault();
});
results.addEventListener("click", () => setOpen(false));
document.addEventListener("click", ({ target }) => {
  if (target instanceof Node && !element(".search", HTMLElement).contains(target)) setOpen(false);
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof HTMLInputElement;
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.select();
});

const menuButton = element("button.menu", HTMLButtonElement);
const menu = element("#menu", HTMLElement);
menuButton.addEventListener("click", () => {
  menuButton.ariaExpanded = String(menu.classList.toggle("open"));
});
menu.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLAnchorElement)) return;
  menu.classList.remove("open");
  menuButton.ariaExpanded = "false";
});

element("button.theme", HTMLButtonElement).addEventListener("click", () => {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const current = document.documentElement.dataset["theme"] ?? (isDark ? "dark" : "light");
  const next = current === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  try {
    localStorage.setItem("theme", next);
  } catch {
    // A page that is opened as a file may not keep it.
  }
});
