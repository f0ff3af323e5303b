// How long a reader waits: report_in_browser.mjs OUT [CHROMIUM]. Prints the time to the first figure
// and to the ready page, the work of the main thread until then, and the longest frame while a brush is drawn, tests are stepped through and
// the table is filtered. Run: scripts/bench-report [TESTS...]
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = path.dirname(new URL(import.meta.url).pathname);
const modules = createRequire(path.join(here, "../tests/browser/package.json"));
const { chromium } = modules("playwright-core");

const out = path.resolve(process.argv[2]);
const executablePath = process.argv[3] ?? "/usr/bin/chromium";
const page_url = pathToFileURL(path.join(out, "report.html")).href;

const browser = await chromium.launch({
  executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});

/** Frames are asked for all the while; the longest pause between two is what a reader feels. */
async function longestFrame(page, act) {
  await page.evaluate(() => {
    globalThis.frames_ = { last: performance.now(), longest: 0, isOn: true };
    const tick = (now) => {
      const own = globalThis.frames_;
      own.longest = Math.max(own.longest, now - own.last);
      own.last = now;
      if (own.isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => { globalThis.frames_.last = now; requestAnimationFrame(tick); });
  });
  await page.waitForTimeout(100);
  await page.evaluate(() => { globalThis.frames_.longest = 0; });
  await act();
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    globalThis.frames_.isOn = false;
    return globalThis.frames_.longest;
  });
}

async function brush(page, id) {
  const svg = page.locator(`#figure-${id} > svg`);
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3);
  return longestFrame(page, async () => {
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.85, { steps: 12 });
    await page.mouse.up();
    await page.waitForFunction(() => /selected/.test(document.querySelector("#read-out").textContent));
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const firsts = [], readies = [], brushes = [], steps = [], filters = [], scrolls = [], mains = [];
for (let run = 0; run < 5; ++run) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    // The first figure is there when its SVG is in the page and the frame after it was drawn.
    const look = () => {
      if (document.querySelector("figure svg path")) {
        requestAnimationFrame(() => setTimeout(() => { globalThis.first_ = performance.now(); }));
      } else requestAnimationFrame(look);
    };
    look();
    document.addEventListener("DOMContentLoaded", () => { globalThis.ready_ = performance.now(); });
  });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(page_url);
  const { metrics } = await session.send("Performance.getMetrics");
  mains.push(1000 * metrics.find((each) => each.name === "TaskDuration").value);
  await page.waitForFunction(() => globalThis.first_ !== undefined);
  firsts.push(await page.evaluate(() => globalThis.first_));
  readies.push(await page.evaluate(() => globalThis.ready_));
  brushes.push(await brush(page, "clusters"));
  steps.push(await longestFrame(page, async () => {
    for (let i = 0; i < 5; ++i) await page.keyboard.press("n");
  }));
  filters.push(await longestFrame(page, () =>
    page.locator(".bar input[type=search]").pressSequentially("H_IT > 4")));
  await page.locator("#tests .virtual").scrollIntoViewIfNeeded();
  const box = await page.locator("#tests .virtual").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  scrolls.push(await longestFrame(page, async () => {
    for (let i = 0; i < 10; ++i) await page.mouse.wheel(0, 3000);
  }));
  await context.close();
}
await browser.close();
const megabytes = fs.statSync(path.join(out, "report.html")).size / 1e6;
const ms = (values) => `${median(values).toFixed(0)} ms (worst ${Math.max(...values).toFixed(0)})`;
console.log(`report.html ${megabytes.toFixed(1)} MB | first figure ${ms(firsts)} | ready ${ms(readies)} | ` +
  `longest frame: brush ${ms(brushes)}, step ${ms(steps)}, filter ${ms(filters)}, ` +
  `scroll of the table ${ms(scrolls)} | main thread ${ms(mains)}`);
