/* Make dist/: what a program imports, and its types. */
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "--project", here("tsconfig.build.json")], { stdio: "inherit" });
copyFileSync(here("src/schema.d.ts"), here("dist/schema.d.ts"));
