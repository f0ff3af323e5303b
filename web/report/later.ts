// Closed parts of the page wait as text in noscript elements: a reader without the script has them,
// with it they become elements when they are opened, linked to or printed.

function hydrate(source: Element): void {
  const holder = document.createElement("div");
  holder.className = "was-later";
  holder.innerHTML = source.textContent ?? "";
  source.replaceWith(holder);
  for (const inner of holder.querySelectorAll("noscript.later"))
    if (!inner.closest("details:not([open])")) hydrate(inner);
}

/** Those below an element that nothing closed hides. */
export function hydrateOpen(root: ParentNode): void {
  for (const source of root.querySelectorAll("noscript.later"))
    if (source.isConnected && !source.closest("details:not([open])")) hydrate(source);
}

/** Opens what hides the element of this id. */
export function reveal(id: string): HTMLElement | null {
  for (let turn = 0; turn < 4 && !document.getElementById(id); ++turn) {
    const source = [...document.querySelectorAll("noscript.later")]
      .find((each) => (each.textContent ?? "").includes(`id="${id}"`));
    if (!source) break;
    for (let each = source.closest("details:not([open])"); each; each = each.parentElement?.closest("details:not([open])") ?? null)
      (each as HTMLDetailsElement).open = true;
    hydrate(source);
  }
  const found = document.getElementById(id);
  for (let each = found?.closest("details:not([open])"); each; each = each.parentElement?.closest("details:not([open])"))
    (each as HTMLDetailsElement).open = true;
  if (found instanceof HTMLDetailsElement) found.open = true;
  const own = found?.querySelector(":scope > details.fold");
  if (own instanceof HTMLDetailsElement) own.open = true;
  return found;
}

/** For print: everything is open; what was closed closes again afterwards. */
export function openForPrint(): () => void {
  const closed: HTMLDetailsElement[] = [];
  for (let turn = 0; turn < 4; ++turn) {
    for (const each of document.querySelectorAll<HTMLDetailsElement>("main details:not([open]):not(.more):not(.chooser)")) {
      each.open = true;
      closed.push(each);
    }
    hydrateOpen(document);
  }
  return () => { for (const each of closed) each.open = false; };
}
