// The site of docs/ in a real browser, from file://. site_test.mjs SITE [CHROMIUM]
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const site = path.resolve(process.argv[2]);
const url = (page) => pathToFileURL(path.join(site, page)).href;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/// What a stranger types, and a page that answers it.
const questions = [
  ["what is an area function", "questions.html"],
  ["my file has no time column", "questions.html"],
  ["compare two samples", "how-to/compare-samples.html"],
  ["how do I leave out a test", "how-to/leave-tests-out.html"],
  ["calibrate the tip", "how-to/calibrate.html"],
  ["property map clusters", "how-to/study-a-property-map.html"],
  ["pop-in", "methods/pop-ins.html"],
  ["uncertainty", "methods/uncertainty.html"],
  ["nanosuite", "formats/nanosuite-xls.html"],
];

const browser = await chromium.launch({
  executablePath: process.argv[3] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
const requests = [], errors = [];
page.on("request", (request) => {
  if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
});
page.on("pageerror", (error) => errors.push(String(error)));

let failed = 0;
async function check(name, act) {
  try {
    await act();
    console.log("ok     " + name);
  } catch (error) {
    ++failed;
    console.log("FAILED " + name + "\n" + error);
  }
}

for (const [words, answer] of questions)
  await check(`"${words}" leads to ${answer}`, async () => {
    await page.goto(url("search.html") + "?q=" + encodeURIComponent(words));
    await page.waitForSelector("#search-results ul.search li", { timeout: 30_000 });
    await page.waitForFunction(() => !document.querySelector("#search-progress")?.textContent.includes("..."));
    const hits = await page.$$eval("#search-results ul.search > li > a", (links) =>
      links.map((link) => link.href));
    const first = hits.slice(0, 3).map((hit) => hit.replace(url("") + "/", "").replace(/[?#].*/, ""));
    assert.ok(first.includes(answer), "first hits: " + first.join(", "));
  });

for (const scheme of ["light", "dark"])
  await check(`the first page is accessible, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(url("index.html"));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document.querySelector("article")));
    assert.deepEqual(found.violations.map((violation) => violation.id + " " + violation.nodes[0].html), []);
  });

await check("no request leaves the pages, no script fails", async () => {
  assert.deepEqual(requests, []);
  assert.deepEqual(errors, []);
});
await browser.close();
process.exit(failed === 0 ? 0 : 1);
