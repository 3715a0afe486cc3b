/* Writes dist/: the page, its style, and modules that each page of the console loads when it is opened. */
import { cp, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await rm(here("dist"), { recursive: true, force: true });
await mkdir(here("dist"));
await build({
  entryPoints: { console: here("src/main.tsx"), style: here("src/console.css") },
  outdir: here("dist"),
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2019", // telephones of 2018
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  charset: "utf8",
  logLevel: "warning",
});
await cp(here("index.html"), here("dist/index.html"));
