/* The console: people with an account work here, over the public API alone. */
import { render } from "preact";
import { keepOverReload, resume } from "./api";
import { Frame } from "./frame";
import { readMe } from "./me";
import { persist } from "./reading";
import { language, speak } from "./words";

speak(language.value);
keepOverReload();

async function start(): Promise<void> {
  if (await resume()) await persist(readMe);
  const root = document.getElementById("root")!;
  root.replaceChildren();
  render(<Frame />, root);
}

void start();
