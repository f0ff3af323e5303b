// The bar above the page: filter with completion, and what else changes the view.
import { completions } from "./condition";
import type { Source } from "./source";
import { button, element } from "./words";

const manyTests = 20_000;

export interface BarHost {
  filter(text: string): string; // what is wrong with it, or ""
  clear(): void;
  toggleTheme(): void;
  saveRecipe(): void;
  setSeries(name: string, isOn: boolean): void;
  setOnlySelected(isOnly: boolean): void;
  keys: string;
}

export class Bar {
  readonly input = element("input", {
    type: "search", role: "combobox", "aria-label": "Filter tests in figures and table",
    placeholder: 'filter: H_IT > 5 and cluster = 1, "hold 60 s"', "aria-expanded": "false",
    "aria-autocomplete": "list", "aria-controls": "filter-completions", autocomplete: "off", spellcheck: "false",
  });
  readonly said = element("output", { id: "read-out" });
  private readonly list = element("ul", { id: "filter-completions", role: "listbox", hidden: "", "aria-label": "Completions" });
  private readonly wrong = element("p", { class: "wrong", id: "filter-wrong", role: "alert", hidden: "" });
  readonly root: HTMLElement;
  private active = -1;

  constructor(private readonly source: Source | undefined, host: BarHost, clusters: string[], off: Set<string>, isOnly: boolean) {
    const menu = element("details", { class: "menu" }, element("summary", {}, "View"));
    const choices = element("div", { class: "choices" });
    const box = (text: string, isOn: boolean, change: (isOn: boolean) => void) => {
      const input = element("input", { type: "checkbox" });
      input.checked = isOn;
      input.addEventListener("change", () => change(input.checked));
      choices.append(element("label", {}, input, text));
    };
    box("selected tests alone in the table", isOnly, (isOn) => host.setOnlySelected(isOn));
    for (const name of clusters) box(name, !off.has(name), (isOn) => host.setSeries(name, isOn));
    choices.append(
      button("Light / dark", "switch between light and dark", () => host.toggleTheme()),
      button("Save recipe", "", () => host.saveRecipe()));
    menu.append(choices);
    this.root = element("div", { class: "bar", role: "region", "aria-label": "Selection and filters" },
      element("div", { class: "filter" }, this.input, this.list, this.wrong),
      button("Clear", "the selection", () => host.clear()), menu,
      button("?", "keys", () => { this.said.textContent = host.keys; }), this.said);
    const apply = () => {
      const trouble = host.filter(this.input.value);
      this.wrong.textContent = trouble;
      this.wrong.hidden = trouble === "";
      this.input.setAttribute("aria-invalid", String(trouble !== ""));
    };
    // Of many tests at most one text a frame, the last: keys come faster than they are filtered.
    let isWaiting = false;
    const applySoon = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        apply();
      });
    };
    this.input.addEventListener("input", () => {
      if ((source?.count ?? 0) > manyTests) applySoon();
      else apply();
      this.offer();
    });
    this.input.addEventListener("focus", () => this.offer());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.keyed(event, apply));
    this.list.addEventListener("pointerdown", (event) => {
      const item = (event.target as Element).closest("li");
      if (!item) return;
      event.preventDefault();
      this.take(item.textContent ?? "");
      apply();
    });
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target as Node)) menu.open = false;
    });
  }

  apply(text: string): void {
    this.input.value = text;
    this.input.dispatchEvent(new Event("input"));
    this.close();
  }

  private offer(): void {
    const found = this.source && document.activeElement === this.input
      ? completions(this.input.value, this.input.selectionStart ?? 0, this.source) : [];
    this.active = -1;
    this.list.replaceChildren(...found.map((text, i) =>
      element("li", { role: "option", id: `completion-${i}`, "aria-selected": "false" }, text)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }
  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.active = -1;
  }
  private take(text: string): void {
    const cursor = this.input.selectionStart ?? this.input.value.length;
    const begin = this.input.value.slice(0, cursor).replace(/"?[^\s()<>=!"]*$/, "");
    this.input.value = begin + text + " " + this.input.value.slice(cursor);
    const at = begin.length + text.length + 1;
    this.input.setSelectionRange(at, at);
    this.offer();
  }
  private keyed(event: KeyboardEvent, apply: () => void): void {
    const items = [...this.list.children];
    if (event.key === "Escape") {
      event.stopPropagation();
      if (!this.list.hidden) this.close();
      else this.apply("");
      return;
    }
    if (this.list.hidden || items.length === 0) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Record<string, number>)[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items[this.active]?.setAttribute("aria-selected", "false");
      this.active = (this.active + step + items.length + (this.active < 0 && step < 0 ? 1 : 0)) % items.length;
      items[this.active].setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", items[this.active].id);
    } else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0) {
      event.preventDefault();
      this.take(items[this.active].textContent ?? "");
      apply();
    }
  }
}
