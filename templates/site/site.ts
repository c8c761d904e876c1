// The script of the site: search, the menu, copies of code, and the colours. Without it the pages are plain pages.
import { createSearch, type Search, type SearchData } from "./search.js";

declare global {
  interface Window {
    readonly searchData: SearchData;
  }
}

let search: Search | undefined;

function element<Type extends Element>(selector: string, type: new () => Type): Type {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`no ${selector}`);
}

const input = element(".search input", HTMLInputElement);
const results = element("#results", HTMLUListElement);
let chosen = -1;

function show(): void {
  // The index is made when somebody begins to search.
  search ??= createSearch(window.searchData);
  const found = search(input.value);
  const items = found.map((entry, position) => {
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
    none.role = "option";
    none.ariaDisabled = "true";
    none.textContent = input.dataset["none"] ?? "";
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
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  const isSlash = event.key === "/" && !isTyping && !hasModifier;
  const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isSlash && !isK) return;
  event.preventDefault();
  input.select();
});

const menuButton = element("button.menu", HTMLButtonElement);
const menu = element("#menu", HTMLElement);

function setMenu(isOpen: boolean): void {
  menu.classList.toggle("open", isOpen);
  document.body.classList.toggle("covered", isOpen);
  menuButton.ariaExpanded = String(isOpen);
}

menuButton.addEventListener("click", () => setMenu(!menu.classList.contains("open")));
menu.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLAnchorElement) setMenu(false);
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu.classList.contains("open")) return;
  setMenu(false);
  menuButton.focus();
});

/** Marks the section that is read in the menu. */
function followSections(): void {
  const links = new Map(
    [...menu.querySelectorAll<HTMLAnchorElement>("a[href*='#']")].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  const observer = new IntersectionObserver(
    (entries) => {
      const first = entries.find(({ isIntersecting }) => isIntersecting);
      const link = first && links.get(first.target.id);
      if (link === undefined) return;
      for (const other of links.values()) other.removeAttribute("aria-current");
      link.setAttribute("aria-current", "location");
      const { top, bottom } = link.getBoundingClientRect();
      const frame = menu.getBoundingClientRect();
      if (top < frame.top || bottom > frame.bottom) {
        menu.scrollTop += top - frame.top - frame.height / 3;
      }
    },
    // The line that a reader looks at is near the top.
    { rootMargin: "-80px 0px -75% 0px" },
  );
  for (const section of document.querySelectorAll(".entry[id], .part[id]"))
    observer.observe(section);
}
followSections();

/** Adds buttons that copy code. */
function addCopies(): void {
  const template = document.querySelector("template#copy");
  if (!(template instanceof HTMLTemplateElement)) return;
  const label = template.content.textContent ?? "";
  for (const pre of document.querySelectorAll("pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = label;
    button.addEventListener("click", () => {
      const text = pre.querySelector("code")?.textContent ?? "";
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = template.dataset["done"] ?? label;
        setTimeout(() => (button.textContent = label), 1500);
      });
    });
    const frame = document.createElement("div");
    frame.className = "code";
    pre.replaceWith(frame);
    frame.append(pre, button);
  }
}
addCopies();

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
