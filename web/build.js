// Bundle src/page.ts into the one script of the page. The result is committed; CI builds it anew and compares.
import { build } from "esbuild";

const credits = [
  "/*! sayso: Apache-2.0. With parts of d3-array, d3-selection, d3-shape and d3-time (ISC, Copyright Mike Bostock)",
  "and of dagre (MIT, Copyright Chris Pettitt); the licences are in sayso's NOTICE. */",
].join("\n");

await build({
  entryPoints: ["src/page.ts"],
  outfile: "../src/sayso/present/static/page.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "ascii",
  legalComments: "none",
  banner: { js: credits },
  logLevel: "info",
});
