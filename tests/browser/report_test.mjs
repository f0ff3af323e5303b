// The report in a real browser, from file://. report_test.mjs OUT MANY [CHROMIUM]
// MANY: an OUT with more tests than are drawn one by one.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const out = path.resolve(process.argv[2]);
const many = path.resolve(process.argv[3]);
const executablePath = process.argv[4] ?? "/usr/bin/chromium";
const url = pathToFileURL(path.join(out, "report.html")).href;
const urlOfMany = pathToFileURL(path.join(many, "report.html")).href;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0;
async function check(name, act, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 }, acceptDownloads: true, bypassCSP: options.bypassCSP ?? false,
    colorScheme: options.colorScheme ?? "light", javaScriptEnabled: options.javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // a loaded machine is no fault of the page
  const errors = [], requests = [];
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  try {
    await page.goto((options.url ?? url) + (options.fragment ?? ""));
    await act(page);
    assert.deepEqual(errors, [], "console errors");
    assert.deepEqual(requests, [], "requests to elsewhere");
    console.log("ok     " + name);
  } catch (error) {
    ++failed;
    console.log("FAILED " + name + "\n" + error);
  }
  await context.close();
}

/// Corners as parts of the figure's width and height.
async function brushClusters(page, from, to) {
  const svg = page.locator("#figure-clusters svg");
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  const at = ([x, y]) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

const selected = (page) => page.locator("#tests tr.selected").count();

await check("opens without a request or an error, and the script is ready", async (page) => {
  assert.equal(await page.locator("html[data-ready]").count(), 1);
  assert.ok((await page.locator("figure[data-figure] svg").count()) >= 20);
});

await check("a click on a point selects it in every figure and in the table", async (page) => {
  const mark = page.locator("#figure-clusters [data-t]").first();
  const row = await mark.getAttribute("data-t");
  await page.locator("#figure-clusters").scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  assert.equal(await selected(page), 1);
  const on = await page.locator(".on").evaluateAll((marks) => new Set(marks.map((m) => m.dataset.t)).size);
  assert.equal(on, 1);
  assert.ok((await page.locator("#figure-hardness [data-t].on").count()) >= 1);
  assert.equal(await page.locator(`#figure-curves .on-curve[data-test="${row}"]`).count(), 1);
  assert.match(page.url(), /#view:.*sel=\d+/);
  assert.ok(row !== null);
});

await check("a brush selects the points inside", async (page) => {
  await brushClusters(page, [0.25, 0.4], [0.7, 0.85]);
  assert.ok((await selected(page)) > 5);
  await page.keyboard.press("Escape");
  assert.equal(await selected(page), 0);
});

await check("a brush over a raster selects in every raster and in the table", async (page) => {
  assert.equal(await page.locator("#figure-clusters [data-t]").count(), 0);
  await brushClusters(page, [0.2, 0.35], [0.7, 0.9]);
  await page.waitForSelector("#figure-order image.picked", { state: "attached" });
  assert.equal(await page.locator("#figure-clusters image.picked").count(), 1);
  const words = await page.locator("#read-out").textContent();
  const count = Number(/selected: ([\d,]+) of 8,000 tests/.exec(words)[1].replace(",", ""));
  assert.ok(count > 100 && count < 8000, words);
  assert.ok((await selected(page)) > 0);
  assert.match(decodeURIComponent(page.url()), /box=clusters,\d+,\d+,\d+,\d+/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("image.picked").count(), 0);
  assert.equal(await selected(page), 0);
}, { url: urlOfMany });

await check("the link brings a brush over a raster back, and the whole frame is every test", async (page) => {
  await page.waitForSelector("#figure-order image.picked", { state: "attached" });
  const words = await page.locator("#read-out").textContent();
  const clustered = fs.readFileSync(path.join(many, "tests.csv"), "utf8").split("\n").slice(1)
    .filter((line) => line.split(",")[13] !== "" && line.split(",")[3] === "used").length;
  assert.equal(words, `selected: ${clustered.toLocaleString("en")} of 8,000 tests`);
}, { url: urlOfMany, fragment: "#view:box=clusters%2C0%2C0%2C254%2C254" });

await check("keys step, clear and change the theme", async (page) => {
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  assert.equal(await selected(page), 1);
  assert.match(await page.locator("#read-out").textContent(), /selected/);
  await page.keyboard.press("x");
  assert.equal(await selected(page), 0);
  await page.keyboard.press("d");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
});

await check("the filter leaves the rows with its words", async (page) => {
  const all = await page.locator("#tests tbody tr:visible").count();
  await page.fill(".bar input[type=search]", "hold 60 s");
  const left = await page.locator("#tests tbody tr:visible").count();
  assert.ok(left > 0 && left < all, `${left} of ${all}`);
});

await check("a head sorts its column", async (page) => {
  const head = page.locator("#tests thead th[data-column=H_IT_GPa]");
  await head.locator("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const place = await head.evaluate((cell) => cell.cellIndex);
  const values = await page.locator("#tests tbody tr").evaluateAll(
    (rows, at) => rows.map((row) => parseFloat(row.cells[at].textContent)).filter((v) => !Number.isNaN(v)), place);
  assert.deepEqual(values, [...values].sort((a, b) => a - b));
});

await check("a cluster can be switched off everywhere", async (page) => {
  await page.uncheck(".bar input[type=checkbox] >> nth=0");
  assert.ok((await page.locator("#figure-clusters g.mark.off").count()) >= 1);
  assert.match(decodeURIComponent(page.url()), /off=cluster/);
});

await check("SVG, PNG and CSV come out of a figure", async (page) => {
  for (const [label, name] of [["SVG: hardness", "hardness.svg"], ["PNG: hardness", "hardness.png"],
    ["CSV: data of hardness", "hardness.csv"]]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"), page.locator(`button[aria-label^="${label}"]`).click()]);
    assert.equal(download.suggestedFilename(), name);
    const file = path.join(os.tmpdir(), `sneddon-${process.pid}-${name}`);
    await download.saveAs(file);
    const bytes = fs.readFileSync(file);
    fs.rmSync(file);
    if (name.endsWith("csv"))
      assert.equal(bytes.toString(), fs.readFileSync(path.join(out, "figures", "hardness.csv"), "utf8"));
    if (name.endsWith("png")) assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    if (name.endsWith("svg")) assert.match(bytes.toString(), /^<\?xml[^>]*>\s*<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  }
});

await check("the link brings selection, filter and theme back", async (page) => {
  assert.equal(await selected(page), 3);
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  assert.equal(await page.inputValue(".bar input[type=search]"), "hold");
}, { fragment: "#view:sel=1-2%2C5&q=hold&theme=dark" });

for (const colorScheme of ["light", "dark"])
  await check(`axe finds nothing, ${colorScheme}`, async (page) => {
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document));
    const found = result.violations.map((v) => `${v.id}: ${v.nodes.length}, ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
    assert.deepEqual(found, []);
  }, { colorScheme, bypassCSP: true });

await check("without JavaScript every figure and table is there", async (page) => {
  const html = fs.readFileSync(path.join(out, "report.html"), "utf8");
  assert.equal(await page.locator("figure svg").count(), html.split("<svg ").length - 1);
  assert.equal(await page.locator("table").count(), html.split("<table>").length - 1);
  assert.ok(await page.locator("#figure-hardness svg").isVisible());
}, { javaScriptEnabled: false });

await browser.close();
process.exit(failed === 0 ? 0 : 1);
