// Builds what the browser gets: one css file, one small script, the fonts (`npm run build`).
// Which npm packages ended up in it is written to build/bundled.json, so that their licences travel along.
import { build } from "esbuild";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const ui = "src/vliegwiel/ui";
const out = `${ui}/static/ui`;
const entries = [
  { in: `${ui}/css/index.css`, out: "vliegwiel" },
  { in: `${ui}/js/vliegwiel.js`, out: "vliegwiel" },
];

rmSync(`${out}/fonts`, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: entries,
  outdir: out,
  bundle: true,
  minify: true,
  metafile: true,
  logLevel: "warning",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  legalComments: "none", // the licences themselves stand in THIRD-PARTY-NOTICES.txt
});

// Only what has bytes in an output: an imported but unused package is not shipped.
const shipped = Object.values(metafile.outputs).flatMap((output) =>
  Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
);
const names = shipped
  .map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
  .filter((name) => name !== undefined);

mkdirSync("build", { recursive: true });
writeFileSync("build/bundled.json", JSON.stringify([...new Set(names)].sort(), null, 1) + "\n");
