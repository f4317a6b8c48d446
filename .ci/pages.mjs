// Opens every page below the folders given, at four widths and in the dark, and prints what is wrong: rules of WCAG 2.2 AA (axe), what
// runs over the edge, what is asked of a network, what fails without a script or by keyboard, and a summary that does
// not fit its sheet of paper.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { byKeyboard } from "./keyboard.mjs";

const WIDTHS = [320, 360, 768, 1280];
// axe is slow, and what it looks at does not change between 320 and 360.
const WIDTHS_FOR_AXE = [360, 768, 1280];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// A sheet of A4 within its margins, in pixels of which 96 are an inch.
const SHEET = { width: Math.round((190 / 25.4) * 96), height: Math.round((277 / 25.4) * 96) };
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const pages = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map((file) => resolve(join(folder, file))));
if (pages.length === 0) {
  console.error("no page is below the folders given");
  process.exit(1);
}

const findings = new Set();
const found = (page, what) => findings.add(`${page}: ${what}`);

/** Opens a page, and finds fault with everything it asks for but itself and what pages of places share in a folder beside theirs. */
async function opened(context, file) {
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const shared = new URL("../shared/", address).href;
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith(shared)) found(file, `asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => found(file, `does not find ${request.url()}`));
  page.on("console", (message) => found(file, `says ${message.text()}`));
  page.on("pageerror", (error) => found(file, `fails: ${error.message}`));
  await page.goto(address);
  return page;
}

const WIDEST = Math.max(...WIDTHS);

/** The rules of axe; at the greatest width with everything open that can be opened, which takes long. */
async function rules(page, file, width) {
  if (width === WIDEST)
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  // axe would fetch a style that lies beside the page, which the page rightly forbids.
  const { violations, incomplete } = await page.evaluate(
    (tags) => axe.run(document, {
      runOnly: { type: "tag", values: tags }, resultTypes: ["violations"],
      preload: !document.querySelector("link[rel=stylesheet]"),
    }), TAGS);
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ");
    found(file, `${width} wide, ${id}: ${help}: ${nodes.length} times: ${where}`);
  }
  return incomplete.length;
}

async function overTheEdge(page, file, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) found(file, `${width} wide, runs over the edge to ${wide}`);
}

async function onPaper(page, file) {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const bottom = await page.evaluate(() => {
    const summary = document.querySelector(".place .summary");
    return summary ? summary.getBoundingClientRect().bottom + window.scrollY : 0;
  });
  if (bottom > SHEET.height) found(file, `the summary ends at ${Math.round(bottom)} of ${SHEET.height} on its sheet`);
}

/** On a dark screen the rules hold too. */
async function inTheDark(browser, file) {
  const context = await browser.newContext({ viewport: { width: WIDEST, height: 900 }, reducedMotion: "reduce", colorScheme: "dark" });
  unsure += await rules(await opened(context, file), file, WIDEST);
  await context.close();
}

/** Without a script the same is there, and nothing that only a script could do. */
async function withoutScript(browser, file) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await opened(context, file);
  if (!(await page.locator("h1").isVisible())) found(file, "has no heading without a script");
  if (await page.locator("table").count() > 0 && await page.locator("table:visible").count() === 0)
    found(file, "has no table without a script");
  for (const dead of await page.locator("button, input").all())
    if (await dead.isVisible()) found(file, "has something that does nothing without a script");
  await context.close();
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: FLAGS });
let looked = 0;
let unsure = 0;
for (const file of pages) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await opened(context, file);
    await overTheEdge(page, file, width);
    if (width === WIDEST) await byKeyboard(page, (what) => found(file, what));
    if (WIDTHS_FOR_AXE.includes(width)) unsure += await rules(page, file, width);
    await overTheEdge(page, file, width);
    if (width === WIDEST) await onPaper(page, file);
    await context.close();
    looked += 1;
  }
  await inTheDark(browser, file);
  await withoutScript(browser, file);
}
await browser.close();

findings.forEach((finding) => console.log(finding));
console.log(`${pages.length} pages opened ${looked} times: ${findings.size} findings, ${unsure} that axe leaves open`);
process.exit(findings.size === 0 ? 0 : 1);
