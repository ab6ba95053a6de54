// Builds the search of a written site: one plain script, since a page from disk may load no modules. It goes beside the
// islands, which are built before.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../src/dragoman/present/web/static/islands",
    emptyOutDir: false,
    target: ["chrome123", "firefox121", "safari17.5"],
    sourcemap: false,
    lib: { entry: "src/site/search.ts", formats: ["iife"], name: "dragomanSearch", fileName: () => "site_search.js" },
  },
});
